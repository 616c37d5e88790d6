import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SemanticTokens } from 'vscode-languageserver';
import { LanguageClient } from '../support/language-client';

const seed = readFileSync('seeds/000_e5b44334d2deef9e.txt', 'utf8');

describe('a server in trouble', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meipi-trouble-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens, edits and asks; gives the marks after the last edit. */
  async function work(nodeOptions: readonly string[]): Promise<readonly number[]> {
    const client = await LanguageClient.start({ nodeOptions });
    const uri = 'file:///trouble/a.policy.txt';
    await client.open(uri, seed);
    for (let round = 0; round < 20; round += 1) {
      await client.change(uri, [
        { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '香港' },
      ]);
      await client.of('textDocument/diagnostic', uri);
    }
    const { data } = await client.of<SemanticTokens>('textDocument/semanticTokens/full', uri);
    assert.equal(await client.stop(), 0);
    return data;
  }

  it('marks the same with little memory', async () => {
    assert.deepEqual(await work(['--max-old-space-size=160']), await work([]));
  });

  it('does not mind a clock that jumps', async () => {
    const clock = join(folder, 'clock.cjs');
    writeFileSync(
      clock,
      'const now = Date.now; let calls = 0; Date.now = () => now() + (((calls += 1) % 7) - 3) * 86_400_000 * 365;',
    );
    assert.deepEqual(await work(['--require', clock]), await work([]));
  });
});
