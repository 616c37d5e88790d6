import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const grammarPath = 'syntaxes/zh-policy.tmLanguage.json';
const folder = 'test/syntaxes';

/** Lines and, below each, its stretches with their scopes: what the snapshots hold. */
function scopesOf(grammar: IGrammar, text: string): string {
  let state = INITIAL;
  const written: string[] = [];
  for (const line of text.replace(/\n$/u, '').split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    written.push(line);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const stretch = line.slice(startIndex, endIndex);
      if (scopes.length > 1) written.push(`  ${stretch}  ${scopes.slice(1).join(' ')}`);
    }
  }
  return `${written.join('\n')}\n`;
}

describe('the grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    const wasm = readFileSync(createRequire(join(process.cwd(), 'x.js')).resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath)),
    });
    const loaded = await registry.loadGrammar('text.zh-policy');
    assert.ok(loaded);
    grammar = loaded;
  });

  // MEIPI_UPDATE_SNAPSHOTS=1 writes what is found as what is expected: read the difference before it goes in.
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    it(`gives ${name} the scopes of its snapshot`, () => {
      const snapshot = join(folder, name.replace(/txt$/u, 'scopes'));
      const found = scopesOf(grammar, readFileSync(join(folder, name), 'utf8'));
      if (process.env['MEIPI_UPDATE_SNAPSHOTS'] !== undefined || !existsSync(snapshot)) writeFileSync(snapshot, found);
      assert.equal(found, readFileSync(snapshot, 'utf8'));
    });
  }

  it('ends with every line, whatever stands open in it', () => {
    for (const open of ['「甲', '『甲', '“甲', '《甲', '〈甲', '# 甲', '**甲', '（記者 甲', '<p']) {
      const { ruleStack } = grammar.tokenizeLine(open, INITIAL);
      const next = grammar.tokenizeLine('平常的一行。', ruleStack);
      assert.deepEqual(
        next.tokens.map(({ scopes }) => scopes),
        [['text.zh-policy']],
        open,
      );
    }
  });

  it('takes no sentence for a heading, and no decimal for a number of a list', () => {
    for (const line of ['一、要做好工作。', '1.5萬人參加', '三、四線城市；以及其他。']) {
      const scopes = grammar.tokenizeLine(line, INITIAL).tokens.flatMap((token) => token.scopes);
      assert.ok(!scopes.some((scope) => scope.startsWith('markup.heading')), line);
    }
  });
});
