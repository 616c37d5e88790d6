/** A compact dictionary of common words: what `server/data/words.bin` holds. */
export interface WordTable {
  /** Cuts a folded text into words by the most probable path; the result is overwritten by the next call. */
  segment(viewText: string): Words;
}

/** The words of one text, in parallel arrays of which the first `count` entries count. */
export interface Words {
  count: number;
  /** Where each word begins, in UTF-16 units; one entry more than words. */
  starts: Int32Array;
  /** Part of speech: an index into `wordClasses`. */
  classes: Uint8Array;
  /** A hash of the word's units. */
  hashes: Int32Array;
  /** Distributional cluster of the word, 0 for none. */
  clusters: Uint8Array;
}

/**
 * Parts of speech as the dictionary's tags abridge them, after `-` for a character that is no word of the dictionary,
 * `0` for a run of digits, `A` for a run of Latin letters and `.` for a mark or blank.
 */
export const wordClasses = [
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
] as const;

/** A damaged or foreign word table. */
export class WordTableError extends Error {
  override readonly name = 'WordTableError';
}

export const wordMagic = 0x4457504d; // 'MPWD' in little endian
export const wordVersion = 1;
/** Log probabilities are stored as `-ln p * costScale`, rounded. */
export const costScale = 14;
/** Longer words are not looked for. */
export const longestWord = 8;
const unknownCost = 255;

/** One step of the incremental hash that dictionary and reader share. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 17);
}

/** Closes a hash; never 0, which marks a free slot. */
export function hashEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15) || 1;
}

export const hashSeed = 0x811c9dc5 | 0;

/**
 * Reads a word table: magic, version and number of words as three little-endian 32-bit integers, then hashes (32 bits
 * each), costs, classes and clusters (one byte each). Throws `WordTableError` if it is anything else.
 */
export function loadWords(bytes: Uint8Array): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== wordMagic)
    throw new WordTableError('The word table does not begin as one.');
  if (view.getUint32(4, true) !== wordVersion) throw new WordTableError('The word table is of another version.');
  const count = view.getUint32(8, true);
  if (bytes.length !== 12 + count * 7) throw new WordTableError('The word table is not as long as it says.');

  let size = 16;
  while (size < count * 2) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const costs = new Uint8Array(size);
  const classes = new Uint8Array(size);
  const clusters = new Uint8Array(size);
  for (let at = 0; at < count; at += 1) {
    const hash = view.getInt32(12 + at * 4, true);
    let slot = hash & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    costs[slot] = bytes[12 + count * 4 + at] ?? 0;
    classes[slot] = bytes[12 + count * 5 + at] ?? 0;
    clusters[slot] = bytes[12 + count * 6 + at] ?? 0;
  }
  return { segment: makeSegmenter({ mask, keys, costs, classes, clusters }) };
}

interface Slots {
  readonly mask: number;
  readonly keys: Int32Array;
  readonly costs: Uint8Array;
  readonly classes: Uint8Array;
  readonly clusters: Uint8Array;
}

function makeSegmenter({ mask, keys, costs, classes, clusters }: Slots): (text: string) => Words {
  let words: Words = emptyWords(256);
  let best = new Int32Array(257);
  /** For each place, where the best word that ends there begins, and its slot (-1: none). */
  let from = new Int32Array(257);
  let slots = new Int32Array(257);

  return (text) => {
    const length = text.length;
    if (length >= best.length) {
      words = emptyWords(length * 2);
      best = new Int32Array(length * 2 + 1);
      from = new Int32Array(length * 2 + 1);
      slots = new Int32Array(length * 2 + 1);
    }
    best.fill(0x7fffffff, 0, length + 1);
    best[0] = 0;
    for (let start = 0; start < length; start += 1) {
      const base = best[start] ?? 0;
      if (base === 0x7fffffff) continue;
      const unit = text.charCodeAt(start);
      if (unit < 0x2e80) {
        const end = runEnd(text, start);
        relax(start, end, base + 60, -1);
        continue;
      }
      relax(start, start + 1, base + unknownCost, -1);
      let hash = hashSeed;
      const last = Math.min(length, start + longestWord);
      for (let at = start; at < last; at += 1) {
        const next = text.charCodeAt(at);
        if (next < 0x2e80) break;
        hash = hashStep(hash, next);
        const key = hashEnd(hash);
        let slot = key & mask;
        while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
        if (keys[slot] === key) relax(start, at + 1, base + (costs[slot] ?? unknownCost), slot);
      }
    }
    let count = 0;
    for (let at = length; at > 0; at = from[at] ?? 0) count += 1;
    words.count = count;
    words.starts[count] = length;
    for (let at = length; at > 0; at = from[at] ?? 0) {
      count -= 1;
      const start = from[at] ?? 0;
      const slot = slots[at] ?? -1;
      words.starts[count] = start;
      words.hashes[count] = hashOf(text, start, at);
      words.classes[count] = slot >= 0 ? (classes[slot] ?? 0) : plainClass(text.charCodeAt(start));
      words.clusters[count] = slot >= 0 ? (clusters[slot] ?? 0) : 0;
    }
    return words;
  };

  function relax(start: number, end: number, cost: number, slot: number): void {
    if (cost >= (best[end] ?? 0)) return;
    best[end] = cost;
    from[end] = start;
    slots[end] = slot;
  }
}

function emptyWords(length: number): Words {
  return {
    count: 0,
    starts: new Int32Array(length + 1),
    classes: new Uint8Array(length),
    hashes: new Int32Array(length),
    clusters: new Uint8Array(length),
  };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = hashSeed;
  const digits = isDigit(text.charCodeAt(start));
  for (let at = start; at < end; at += 1) hash = hashStep(hash, digits ? 0x30 : text.charCodeAt(at));
  return hashEnd(hash);
}

/** Digits (with marks between them) and Latin letters stay together, every other unit stands alone. */
function runEnd(text: string, start: number): number {
  const isOfRun = isDigit(text.charCodeAt(start)) ? isDigit : isLatin(text.charCodeAt(start)) ? isLatin : undefined;
  let end = start + 1;
  if (isOfRun === undefined) return end;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const joined = isOfRun === isDigit && (unit === 0x2c || unit === 0x2e) && isDigit(text.charCodeAt(end + 1));
    if (!joined && !isOfRun(unit)) break;
    end += 1;
  }
  return end;
}

function plainClass(unit: number): number {
  if (isDigit(unit)) return 1;
  if (isLatin(unit)) return 2;
  return unit >= 0x3400 && unit < 0xa000 ? 0 : 3;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
