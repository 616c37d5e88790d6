import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hover, SemanticTokens } from 'vscode-languageserver';
import { LanguageClient } from '../support/language-client';

describe('a server whose data are damaged', function () {
  this.timeout(60_000);
  const uri = 'file:///faults/a.policy.txt';
  const text = '2023年6月3日，香港貿易發展局與浙江省商務廳簽約，落實一國兩制，金額5億港元。';
  let folder: string;
  let client: LanguageClient | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meipi-faults-'));
    cpSync('dist', join(folder, 'dist'), { recursive: true });
  });
  afterEach(async () => {
    await client?.stop().catch(() => null);
    client = undefined;
    rmSync(folder, { recursive: true, force: true });
  });
  const pathOf = (name: string): string => join(folder, 'dist/data', name);
  const damage = (name: string, by: (bytes: Buffer) => Buffer): void => {
    writeFileSync(pathOf(name), by(readFileSync(pathOf(name))));
  };
  const cutOff = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.6));
  const flipped = (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    const at = Math.floor(copy.length / 2);
    copy[at] = (copy[at] ?? 0) ^ 4;
    return copy;
  };
  const serve = async (): Promise<{ readonly marks: number; readonly messages: readonly string[] }> => {
    client = await LanguageClient.start({ server: join(folder, 'dist/server.js') });
    await client.open(uri, text);
    const tokens = await client.of<SemanticTokens>('textDocument/semanticTokens/full', uri);
    return { marks: tokens.data.length / 5, messages: client.messages };
  };

  for (const [name, what, by] of [
    ['model/tagger.bin', 'cut off', cutOff],
    ['model/tagger.bin', 'flipped in one bit', flipped],
    ['model/tagger.bin', 'empty', () => Buffer.alloc(0)],
    ['model/kernel.wasm', 'cut off', cutOff],
    ['words.bin', 'cut off', cutOff],
  ] as const) {
    it(`marks by lists and rules, and says so once, with ${name} ${what}`, async () => {
      damage(name, by);
      const { marks, messages } = await serve();
      assert.ok(marks >= 4, `${marks} marks`);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', /Part of Meipi's data cannot be read/u);
    });
  }

  it('loses only what a list that is cut off has lost', async () => {
    damage('lexicon/hk-organs.tsv', cutOff);
    assert.ok((await serve()).marks >= 4);
  });

  it('reads the glossary from its sources when the packed one is damaged', async () => {
    damage('glossary.json', cutOff);
    const { messages } = await serve();
    assert.deepEqual(messages, []);
    const hover = await client?.at<Hover>('textDocument/hover', uri, { line: 0, character: text.indexOf('一國兩制') });
    assert.match(JSON.stringify(hover?.contents), /One Country/iu);
  });

  it('says what is missing, and lives, when nothing can be marked', async () => {
    rmSync(pathOf('fold.txt'));
    writeFileSync(pathOf('fold.txt'), '一\n');
    client = await LanguageClient.start({ server: join(folder, 'dist/server.js') });
    await client.open(uri, text);
    await assert.rejects(client.of('textDocument/semanticTokens/full', uri), /fold\.txt/u);
    assert.match(client.messages.join(), /reinstall/u);
    assert.equal(await client.stop(), 0);
    client = undefined;
  });
});
