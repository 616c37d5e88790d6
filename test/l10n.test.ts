import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from '../server/src/rules/messages';

const readJson = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('translations', () => {
  it('of the manifest have every key that it uses, in all three languages', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/gu)]
      .map(([, key]) => key ?? '')
      .sort();
    for (const name of ['package.nls.json', 'package.nls.zh-tw.json', 'package.nls.zh-cn.json']) {
      const known = readJson(name);
      assert.deepEqual(
        used.filter((key) => (known[key] ?? '') === ''),
        [],
        name,
      );
      assert.deepEqual(
        Object.keys(known).filter((key) => !used.includes(key)),
        [],
        name,
      );
    }
  });

  it('leave no plain text in what the manifest shows', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: unknown };
    const plain: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        const shown = ['title', 'description', 'markdownDescription', 'name', 'contents'].includes(key);
        if (shown && !value.startsWith('%') && /\s/u.test(value)) plain.push(value);
      } else if (Array.isArray(value))
        value.forEach((each) => {
          visit(each, key);
        });
      else if (value !== null && typeof value === 'object')
        for (const [name, each] of Object.entries(value)) visit(each, name);
    };
    visit(manifest.contributes, '');
    assert.deepEqual(
      plain.filter((text) => text !== 'Meipi 眉批'),
      [],
    );
  });

  it('of the client have every text that it says', () => {
    const said = sourcesOf('client/src').flatMap((source) =>
      [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gu)].map(([, text]) => text ?? ''),
    );
    for (const name of ['bundle.l10n.json', 'bundle.l10n.zh-tw.json', 'bundle.l10n.zh-cn.json']) {
      const known = readJson(`l10n/${name}`);
      assert.deepEqual(
        [...new Set(said)].filter((text) => (known[text] ?? '') === ''),
        [],
        name,
      );
      for (const [text, translated] of Object.entries(known)) assert.deepEqual(places(translated), places(text), text);
    }
  });

  it('of the server say the same in three languages, with the same places', () => {
    const english = readJson('server/data/messages.en.json');
    for (const locale of ['zh-tw', 'zh-cn']) {
      const known = readJson(`server/data/messages.${locale}.json`);
      assert.deepEqual(Object.keys(known).sort(), Object.keys(english).sort());
      for (const [key, text] of Object.entries(english))
        assert.deepEqual([...new Set(places(known[key] ?? ''))], [...new Set(places(text))], key);
    }
  });

  it('of the rules are there in three languages, with the same places', () => {
    for (const [key, texts] of Object.entries(messages)) {
      for (const text of [texts.hant, texts.hans])
        assert.deepEqual([...new Set(places(text))], [...new Set(places(texts.en))], key);
    }
  });
});
