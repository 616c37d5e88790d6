// Writes server/data/syllables.tsv: for every toned syllable the most frequent Simplified character read so.
// The view repairs broken residue with it (日?qǐng)?bào) → 日报), where the character itself is lost.
//
//   node tools/make-syllable-table.mjs
//
// Source: word frequencies of cppjieba's dictionary (MIT), readings of pinyin-pro (MIT).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
const dictionary = readFileSync(require.resolve('nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
const frequency = new Map();
for (const row of dictionary.split('\n')) {
  const [word, count] = row.split(' ');
  for (const char of word ?? '') frequency.set(char, (frequency.get(char) ?? 0) + Number(count));
}
const best = new Map();
for (const [char, count] of frequency) {
  if (!/^\p{Script=Han}$/u.test(char)) continue;
  const syllable = pinyin(char, { toneType: 'symbol' }).normalize('NFC');
  const known = best.get(syllable);
  if (known === undefined || known.count < count) best.set(syllable, { char, count });
}
const rows = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, { char }]) => `${syllable}\t${char}`);
const header =
  '# The most frequent character for each toned syllable: see tools/make-syllable-table.mjs\nsyllable\tcharacter\n';
writeFileSync(new URL('../server/data/syllables.tsv', import.meta.url), `${header}${rows.join('\n')}\n`);
