import type { Lexicon } from '../../lexicon/lexicon';
import type { WordTable } from '../../lexicon/words';
import { createContextReader, pad, type LineContext, type TaggerInput } from './context';
import { Kind } from './kinds';

/** The features of one line: `stride` places a unit, of which those from the first 0 on are free. Reused by the next call. */
export interface FeatureRows {
  length: number;
  readonly stride: number;
  hashes: Int32Array;
}

/** At most this many features a unit. */
export const stride = 128;

/**
 * Makes the one extractor that training and decoding share: line in, 32-bit hashes of features out. Features are told
 * apart by their number and the values they join; they never look beyond the line.
 */
export function createExtractor(words: WordTable, lexicon: Lexicon): (input: TaggerInput) => FeatureRows {
  const read = createContextReader(words, lexicon);
  const rows: FeatureRows = { length: 0, stride, hashes: new Int32Array(512 * stride) };
  return (input) => {
    const context = read(input);
    if (context.length * stride > rows.hashes.length) rows.hashes = new Int32Array(context.length * 2 * stride);
    rows.length = context.length;
    for (let at = 0; at < context.length; at += 1) {
      const end = fillRow(context, at + pad, rows.hashes, at * stride);
      if (end < (at + 1) * stride) rows.hashes[end] = 0;
    }
    return rows;
  };
}

function mix(number: number, a: number, b: number, c: number): number {
  let hash = Math.imul(number + 0x51ed27, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15) || 1;
}

function fillRow(context: LineContext, at: number, out: Int32Array, begin: number): number {
  let next = begin;
  let number = 0;
  const put = (a: number, b = 0, c = 0): void => {
    number += 1;
    out[next] = mix(number, a, b, c);
    next += 1;
  };
  /** Only where something is to be said; the number counts all the same. */
  const putIf = (condition: boolean | number, a: number, b = 0, c = 0): void => {
    number += 1;
    if (condition === false || condition === 0) return;
    out[next] = mix(number, a, b, c);
    next += 1;
  };

  // characters
  const { shapes, kinds } = context;
  const l3 = shapes[at - 3] as number;
  const l2 = shapes[at - 2] as number;
  const l1 = shapes[at - 1] as number;
  const c0 = shapes[at] as number;
  const r1 = shapes[at + 1] as number;
  const r2 = shapes[at + 2] as number;
  const r3 = shapes[at + 3] as number;
  put(c0);
  put(l1);
  put(r1);
  put(l2);
  put(r2);
  put(l3);
  put(r3);
  put(l1, c0);
  put(c0, r1);
  put(l2, l1);
  put(r1, r2);
  put(l3, l2);
  put(r2, r3);
  put(l2, c0);
  put(c0, r2);
  put(l1, r1);
  put(l2, l1, c0);
  put(l1, c0, r1);
  put(c0, r1, r2);
  put(l3, l2, l1);
  put(r1, r2, r3);
  put(l3 * 65536 + l2, l1, c0);
  put(c0 * 65536 + r1, r2, r3);
  put(l2 * 65536 + l1, c0, r1);
  put(l1 * 65536 + c0, r1, r2);
  const k = (offset: number): number => kinds[at + offset] as number;
  put(k(-1), k(0), k(1));
  put(k(-2) * 32 + k(-1), k(0), k(1) * 32 + k(2));
  put((k(-3) * 32 + k(-2)) * 32 + k(-1), k(0));
  put(k(0), (k(1) * 32 + k(2)) * 32 + k(3));

  // words
  const word = context.words[at] as number;
  const { wordHashes, wordClasses, wordClusters } = context;
  const place = context.places[at] as number;
  const w = (offset: number): number => wordHashes[word + offset] as number;
  const p = (offset: number): number => wordClasses[word + offset] as number;
  const g = (offset: number): number => wordClusters[word + offset] as number;
  put(place, c0);
  put(w(0), place);
  put(w(-1), place);
  put(w(1), place);
  put(w(-2), place);
  put(w(2), place);
  put(w(-1), w(0), place);
  put(w(0), w(1), place);
  put(w(-1), w(1), place);
  put(p(0), place);
  put(p(-1), p(0), place);
  put(p(0), p(1), place);
  put(p(-1) * 64 + p(0), p(1), place);
  put(p(-2) * 64 + p(-1), p(0), place);
  put(p(0) * 64 + p(1), p(2), place);
  put(w(-1), p(0), place);
  put(p(0), w(1), place);
  putIf(g(0), g(0), place);
  putIf(g(-1), g(-1), place);
  putIf(g(1), g(1), place);
  putIf(g(0) + g(-1), g(-1), g(0), place);
  putIf(g(0) + g(1), g(0), g(1), place);

  // names that lexicons know
  const { names, nameStarts, nameEnds } = context;
  const n0 = names[at] as number;
  const n1 = names[at + 1] as number;
  const m1 = names[at - 1] as number;
  const before = (nameStarts[at] as number) - 1;
  const after = (nameEnds[at] as number) + 1;
  put(n0, place);
  putIf(n0 + m1, m1, n0);
  putIf(n0 + n1, n0, n1);
  putIf(n0 + n1 + m1, m1, n0, n1);
  putIf(n0, n0, c0);
  putIf(n0, n0, shapes[before] as number, 1);
  putIf(n0, n0, shapes[after] as number, 2);
  putIf(n0, n0, names[after] as number, 3);
  putIf(n0, n0, context.headDistances[after] as number, context.headTypes[after] as number);
  putIf(
    n0,
    n0,
    wordClasses[(context.words[before] as number) || 0] as number,
    wordClasses[(context.words[after] as number) || 0] as number,
  );
  putIf(m1, m1, p(0), place);

  // lists: surnames, titles, measure words, abbreviations, heads
  const { lists } = context;
  for (const codes of lists) {
    const code = codes[at] as number;
    const last = codes[at - 1] as number;
    const coming = codes[at + 1] as number;
    putIf(code + last + coming, last, code, coming);
    putIf(code, code, place, p(0));
  }
  const surnames = lists[0] as Int32Array;
  const titles = lists[1] as Int32Array;
  putIf(surnames[at] as number, 1, titles[at - 1] as number, p(-1));
  putIf(surnames[at - 1] as number, 2, titles[at - 2] as number, titles[at + 1] as number);
  putIf(surnames[at - 2] as number, 3, titles[at - 3] as number, titles[at + 1] as number);
  putIf(titles[at] as number, titles[at] as number, n0, m1);

  // heads ahead
  const distance = context.headDistances[at] as number;
  const headType = context.headTypes[at] as number;
  put(distance, headType, place);
  putIf(distance, distance, headType, c0);
  putIf(distance, headType, n0, p(0));
  putIf(distance, headType, shapes[at + distance] as number, distance);
  putIf(distance, headType, shapes[at + distance] as number, p(-1));

  // values
  const { values, valueEnds } = context;
  const v0 = values[at] as number;
  putIf(v0, v0, place);
  putIf(v0 + (values[at - 1] as number), values[at - 1] as number, v0, valueEnds[at] as number);
  putIf(v0 + (values[at + 1] as number), v0, values[at + 1] as number, valueEnds[at] as number);
  putIf(v0, v0, valueEnds[at] as number, p(0));

  // brackets, lists and line
  const bracket = context.brackets[at] as number;
  const sinceMark = context.sinceMark[at] as number;
  const toMark = context.toMark[at] as number;
  const opener = shapes[at - sinceMark - 1] as number;
  const closer = shapes[at + toMark + 1] as number;
  put(bracket, Math.min(sinceMark, 4), Math.min(toMark, 4));
  put(bracket, opener, closer);
  putIf(sinceMark < 10, opener, sinceMark, p(0));
  putIf(toMark < 10, closer, toMark, p(0));
  putIf(bracket, bracket, shapes[at + toMark + 2] as number, shapes[at + toMark + 3] as number);
  const start = at - pad;
  putIf(start < 6, start, context.length < 30 ? 1 : 0, k(0));
  put(
    context.length < 12 ? 0 : context.length < 40 ? 1 : 2,
    (kinds[context.length + pad - 1] as number) >= Kind.comma ? 1 : 0,
    bracket,
  );
  return next;
}
