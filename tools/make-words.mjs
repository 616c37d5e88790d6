// Makes server/data/words.bin, the compact word table, from the dictionary that comes with nodejieba (cppjieba, MIT).
//
//   node tools/make-words.mjs [CLUSTERS.tsv]
//
// CLUSTERS.tsv (word, cluster number 1 to 255) is optional: distributional clusters of words.
// Format: see server/src/lexicon/words.ts, whose hash this file repeats.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const wordClasses = [
  '-',
  '0',
  'A',
  '.',
  'n',
  'nr',
  'ns',
  'nt',
  'nz',
  'v',
  'vn',
  'a',
  'd',
  'm',
  'q',
  't',
  'f',
  's',
  'p',
  'c',
  'u',
  'r',
  'b',
  'j',
  'l',
  'i',
  'z',
  'g',
  'y',
];
const abridged = {
  nrt: 'nr',
  nrfg: 'nr',
  ad: 'a',
  an: 'a',
  mq: 'm',
  mg: 'm',
  tg: 't',
  ng: 'n',
  vg: 'v',
  vi: 'v',
  vd: 'v',
  vq: 'v',
  zg: 'g',
  ag: 'a',
  o: 'z',
  e: 'y',
  h: 'b',
  k: 'b',
  x: 'g',
};
const costScale = 14;
const longestWord = 8;
const most = 210_000;

const [sources = '', targets = ''] = readFileSync('server/data/fold.txt', 'utf8').split('\n');
const folded = new Map([...sources].map((from, at) => [from, [...targets][at]]));
const fold = (word) => Array.from(word, (unit) => folded.get(unit) ?? unit).join('');

const words = new Map();
let total = 0;
for (const row of readFileSync('node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8', 'utf8').split('\n')) {
  const [word = '', frequency = '0', tag = ''] = row.split(' ');
  if (!/^[\u3400-\u9fff]+$/u.test(word) || word.length > longestWord) continue;
  const key = fold(word);
  const count = Number(frequency);
  total += count;
  const known = words.get(key);
  if (known === undefined) words.set(key, { count, tag, top: count });
  else {
    known.count += count;
    if (count > known.top) Object.assign(known, { tag, top: count });
  }
}

const isWorthItsPlace = ([word, { count, tag }]) =>
  word.length === 1 ||
  count > 5 ||
  (word.length <= 3 && !['m', 'i', 'l'].includes(tag)) ||
  (word.length === 4 && ['n', 'ns', 'nt', 'nz', 'v', 'nrt'].includes(tag));
const kept = [...words]
  .filter(isWorthItsPlace)
  .sort(([a, { count: x }], [b, { count: y }]) => y - x || a.length - b.length || (a < b ? -1 : 1))
  .slice(0, most);

const clusterFile = process.argv[2] ?? 'server/data/words-clusters.tsv';
const clusterOf = new Map(
  existsSync(clusterFile)
    ? readFileSync(clusterFile, 'utf8')
        .split('\n')
        .filter((row) => row !== '' && !row.startsWith('#'))
        .map((row) => row.split('\t'))
        .map(([word, cluster]) => [word, Number(cluster)])
    : [],
);
const byHash = new Map();
for (const [word, { count, tag }] of kept) {
  const hash = hashOf(word);
  if (byHash.has(hash)) continue;
  const coarse = abridged[tag] ?? (wordClasses.indexOf(tag) > 3 ? tag : tag.charAt(0));
  const cost = Math.min(254, Math.round(-Math.log(Math.max(count, 1) / total) * costScale));
  byHash.set(hash, { cost, class: Math.max(0, wordClasses.indexOf(coarse)), cluster: clusterOf.get(word) ?? 0 });
}
const entries = [...byHash].sort(([a], [b]) => a - b);
const bytes = Buffer.alloc(12 + entries.length * 7);
bytes.writeUInt32LE(0x4457504d, 0);
bytes.writeUInt32LE(1, 4);
bytes.writeUInt32LE(entries.length, 8);
entries.forEach(([hash, entry], at) => {
  bytes.writeInt32LE(hash, 12 + at * 4);
  bytes[12 + entries.length * 4 + at] = entry.cost;
  bytes[12 + entries.length * 5 + at] = entry.class;
  bytes[12 + entries.length * 6 + at] = entry.cluster;
});
writeFileSync('server/data/words.bin', bytes);
console.info(`${entries.length} of ${words.size} words, ${bytes.length} bytes`);

function hashOf(word) {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) ^ (hash >>> 17);
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15) || 1;
}
