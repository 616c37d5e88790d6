/**
 * The one extractor that training and decoding share: what stands around a unit in, 32-bit hashes of features out.
 * Features are told apart by their number and the values they join; numbers are never given anew, since models know
 * features by them. They never look beyond the line.
 */
import { Column, capacity, columns, features, listCount, pad } from './memory';

/** From this kind on characters are marks, which names rarely hold: `Kind.comma` of the host. */
const firstMark: i32 = 11;
/** Of the lists, these two are looked at further. */
const surnames: i32 = Column.lists;
const titles: i32 = Column.lists + 1;

/** Where the next hash goes. */
let next: usize = 0;

/** Writes the hashes of the features of unit `start` of a line of `length` units; says how many they are. */
export function extract(start: i32, length: i32): i32 {
  next = features;
  const at = start + pad;
  putCharacters(at);
  putWords(at);
  putNames(at);
  putLists(at);
  putHeads(at);
  putValues(at);
  putMarks(at, length);
  return <i32>((next - features) >> 2);
}

function get(column: i32, at: i32): i32 {
  return load<i32>(columns + ((<usize>(column * capacity + at)) << 2));
}

function put(number: i32, a: i32, b: i32, c: i32): void {
  let hash = ((number + 0x51ed27) * 0x9e3779b1) ^ a;
  hash = ((hash ^ (<i32>((<u32>hash) >> 16))) * 0x85ebca6b) ^ b;
  hash = ((hash ^ (<i32>((<u32>hash) >> 13))) * 0xc2b2ae35) ^ c;
  hash = (hash ^ (<i32>((<u32>hash) >> 16))) * 0x27d4eb2f;
  hash = hash ^ (<i32>((<u32>hash) >> 15));
  store<i32>(next, hash == 0 ? 1 : hash);
  next += 4;
}

function putCharacters(at: i32): void {
  const l3 = get(Column.shapes, at - 3);
  const l2 = get(Column.shapes, at - 2);
  const l1 = get(Column.shapes, at - 1);
  const c0 = get(Column.shapes, at);
  const r1 = get(Column.shapes, at + 1);
  const r2 = get(Column.shapes, at + 2);
  const r3 = get(Column.shapes, at + 3);
  put(1, c0, 0, 0);
  put(2, l1, 0, 0);
  put(3, r1, 0, 0);
  put(4, l2, 0, 0);
  put(5, r2, 0, 0);
  put(6, l3, 0, 0);
  put(7, r3, 0, 0);
  put(8, l1, c0, 0);
  put(9, c0, r1, 0);
  put(10, l2, l1, 0);
  put(11, r1, r2, 0);
  put(12, l3, l2, 0);
  put(13, r2, r3, 0);
  put(14, l2, c0, 0);
  put(15, c0, r2, 0);
  put(16, l1, r1, 0);
  put(17, l2, l1, c0);
  put(18, l1, c0, r1);
  put(19, c0, r1, r2);
  put(20, l3, l2, l1);
  put(21, r1, r2, r3);
  put(22, l3 * 65536 + l2, l1, c0);
  put(23, c0 * 65536 + r1, r2, r3);
  put(24, l2 * 65536 + l1, c0, r1);
  put(25, l1 * 65536 + c0, r1, r2);
  const k3 = get(Column.kinds, at - 3);
  const k2 = get(Column.kinds, at - 2);
  const k1 = get(Column.kinds, at - 1);
  const k0 = get(Column.kinds, at);
  const j1 = get(Column.kinds, at + 1);
  const j2 = get(Column.kinds, at + 2);
  const j3 = get(Column.kinds, at + 3);
  put(26, k1, k0, j1);
  put(27, k2 * 32 + k1, k0, j1 * 32 + j2);
  put(28, (k3 * 32 + k2) * 32 + k1, k0, 0);
  put(29, k0, (j1 * 32 + j2) * 32 + j3, 0);
}

function putWords(at: i32): void {
  const c0 = get(Column.shapes, at);
  const word = get(Column.words, at);
  const place = get(Column.places, at);
  const w0 = get(Column.wordHashes, word);
  const before = get(Column.wordHashes, word - 1);
  const after = get(Column.wordHashes, word + 1);
  const q2 = get(Column.wordClasses, word - 2);
  const q1 = get(Column.wordClasses, word - 1);
  const p0 = get(Column.wordClasses, word);
  const p1 = get(Column.wordClasses, word + 1);
  const p2 = get(Column.wordClasses, word + 2);
  put(30, place, c0, 0);
  put(31, w0, place, 0);
  put(32, before, place, 0);
  put(33, after, place, 0);
  put(34, get(Column.wordHashes, word - 2), place, 0);
  put(35, get(Column.wordHashes, word + 2), place, 0);
  put(36, before, w0, place);
  put(37, w0, after, place);
  put(38, before, after, place);
  put(39, p0, place, 0);
  put(40, q1, p0, place);
  put(41, p0, p1, place);
  put(42, q1 * 64 + p0, p1, place);
  put(43, q2 * 64 + q1, p0, place);
  put(44, p0 * 64 + p1, p2, place);
  put(45, before, p0, place);
  put(46, p0, after, place);
  const g1 = get(Column.wordClusters, word - 1);
  const g0 = get(Column.wordClusters, word);
  const h1 = get(Column.wordClusters, word + 1);
  if (g0 != 0) put(47, g0, place, 0);
  if (g1 != 0) put(48, g1, place, 0);
  if (h1 != 0) put(49, h1, place, 0);
  if (g0 + g1 != 0) put(50, g1, g0, place);
  if (g0 + h1 != 0) put(51, g0, h1, place);
}

/** What lexicons know. */
function putNames(at: i32): void {
  const place = get(Column.places, at);
  const n0 = get(Column.names, at);
  const n1 = get(Column.names, at + 1);
  const m1 = get(Column.names, at - 1);
  put(52, n0, place, 0);
  if ((n0 | m1) != 0) put(53, m1, n0, 0);
  if ((n0 | n1) != 0) put(54, n0, n1, 0);
  if ((n0 | n1 | m1) != 0) put(55, m1, n0, n1);
  if (n0 != 0) {
    const before = get(Column.nameStarts, at) - 1;
    const after = get(Column.nameEnds, at) + 1;
    put(56, n0, get(Column.shapes, at), 0);
    put(57, n0, get(Column.shapes, before), 1);
    put(58, n0, get(Column.shapes, after), 2);
    put(59, n0, get(Column.names, after), 3);
    put(60, n0, get(Column.headDistances, after), get(Column.headTypes, after));
    put(61, n0, get(Column.wordClasses, get(Column.words, before)), get(Column.wordClasses, get(Column.words, after)));
  }
  if (m1 != 0) put(62, m1, get(Column.wordClasses, get(Column.words, at)), place);
}

/** Surnames, titles, measure words, abbreviations, heads, patterns. */
function putLists(at: i32): void {
  const place = get(Column.places, at);
  const word = get(Column.words, at);
  const p0 = get(Column.wordClasses, word);
  const q1 = get(Column.wordClasses, word - 1);
  for (let list = 0; list < listCount; list += 1) {
    const code = get(Column.lists + list, at);
    const last = get(Column.lists + list, at - 1);
    const coming = get(Column.lists + list, at + 1);
    if ((code | last | coming) != 0) put(63 + 2 * list, last, code, coming);
    if (code != 0) put(64 + 2 * list, code, place, p0);
  }
  if (get(surnames, at) != 0) put(81, 1, get(titles, at - 1), q1);
  if (get(surnames, at - 1) != 0) put(82, 2, get(titles, at - 2), get(titles, at + 1));
  if (get(surnames, at - 2) != 0) put(83, 3, get(titles, at - 3), get(titles, at + 1));
  const title = get(titles, at);
  if (title != 0) put(84, title, get(Column.names, at), get(Column.names, at - 1));
}

/** The head of a name that lies ahead: 会 of 联合会, 局 of 工业贸易局. */
function putHeads(at: i32): void {
  const distance = get(Column.headDistances, at);
  const type = get(Column.headTypes, at);
  put(85, distance, type, get(Column.places, at));
  if (distance == 0) return;
  const word = get(Column.words, at);
  const behind = get(Column.shapes, at + distance);
  put(86, distance, type, get(Column.shapes, at));
  put(87, type, get(Column.names, at), get(Column.wordClasses, word));
  put(88, type, behind, distance);
  put(89, type, behind, get(Column.wordClasses, word - 1));
}

function putValues(at: i32): void {
  const v0 = get(Column.values, at);
  const before = get(Column.values, at - 1);
  const after = get(Column.values, at + 1);
  const ends = get(Column.valueEnds, at);
  if (v0 != 0) put(90, v0, get(Column.places, at), 0);
  if ((v0 | before) != 0) put(91, before, v0, ends);
  if ((v0 | after) != 0) put(92, v0, after, ends);
  if (v0 != 0) put(93, v0, ends, get(Column.wordClasses, get(Column.words, at)));
}

/** Brackets, and where in its clause and line the unit stands. */
function putMarks(at: i32, length: i32): void {
  const bracket = get(Column.brackets, at);
  const since = get(Column.sinceMark, at);
  const to = get(Column.toMark, at);
  const opener = get(Column.shapes, at - since - 1);
  const closer = get(Column.shapes, at + to + 1);
  const p0 = get(Column.wordClasses, get(Column.words, at));
  put(94, bracket, min(since, 4), min(to, 4));
  put(95, bracket, opener, closer);
  if (since < 10) put(96, opener, since, p0);
  if (to < 10) put(97, closer, to, p0);
  if (bracket != 0) put(98, bracket, get(Column.shapes, at + to + 2), get(Column.shapes, at + to + 3));
  const start = at - pad;
  if (start < 6) put(99, start, length < 30 ? 1 : 0, get(Column.kinds, at));
  const ending = get(Column.kinds, length + pad - 1) >= firstMark ? 1 : 0;
  put(100, length < 12 ? 0 : length < 40 ? 1 : 2, ending, bracket);
}
