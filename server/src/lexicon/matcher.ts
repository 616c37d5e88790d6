import type { Span } from '../text/span';

/** One key found in a text: `key` is its index in the list that the matcher was built from. */
export interface KeyMatch extends Span {
  readonly key: number;
}

/** Finds every occurrence of many keys at once, overlapping ones too. */
export interface Matcher {
  /**
   * All matches in `text`, ordered by start, shorter before longer. Offsets are UTF-16 units. Time grows with the
   * length of the text times the longest key that begins at a place, not with the number of keys.
   */
  match(text: string): readonly KeyMatch[];
  /** The index of the key equal to `text`, or undefined. */
  find(text: string): number | undefined;
}

/**
 * Builds a matcher over `keys`: a trie whose edges stand in one open-addressed table, so that nothing is allocated for
 * a node. Empty keys never match; of equal keys the first counts.
 */
export function buildMatcher(keys: readonly string[]): Matcher {
  let units = 0;
  for (const key of keys) units += key.length;
  const trie = new EdgeTable(units);
  const ends = new Int32Array(units + 1).fill(-1);
  for (let index = 0; index < keys.length; index += 1) {
    const node = trie.insert(keys[index] ?? '');
    if (node > 0 && ends[node] === -1) ends[node] = index;
  }

  return {
    match(text) {
      const found: KeyMatch[] = [];
      for (let start = 0; start < text.length; start += 1) {
        let node = 0;
        for (let at = start; at < text.length; at += 1) {
          node = trie.step(node, text.charCodeAt(at));
          if (node < 0) break;
          const key = ends[node] ?? -1;
          if (key >= 0) found.push({ start, end: at + 1, key });
        }
      }
      return found;
    },
    find(text) {
      let node = 0;
      for (let at = 0; at < text.length && node >= 0; at += 1) node = trie.step(node, text.charCodeAt(at));
      const key = node > 0 ? (ends[node] ?? -1) : -1;
      return key >= 0 ? key : undefined;
    },
  };
}

/** Edges (node, unit) → node in three parallel arrays with linear probing; node 0 is the root. */
class EdgeTable {
  nodes = 1;
  private readonly mask: number;
  private readonly parents: Int32Array;
  private readonly units: Uint16Array;
  private readonly targets: Int32Array;
  /** Whether a unit begins a key: spares the table most look-ups. */
  private readonly begins = new Uint8Array(0x10000);

  constructor(maxEdges: number) {
    let size = 16;
    while (size < maxEdges * 2) size *= 2;
    this.mask = size - 1;
    this.parents = new Int32Array(size).fill(-1);
    this.units = new Uint16Array(size);
    this.targets = new Int32Array(size);
  }

  step(node: number, unit: number): number {
    if (node === 0 && this.begins[unit] === 0) return -1;
    const slot = this.slotOf(node, unit);
    return this.parents[slot] === -1 ? -1 : (this.targets[slot] ?? -1);
  }

  /** The node of a key; the root for an empty one. */
  insert(key: string): number {
    if (key === '') return 0;
    this.begins[key.charCodeAt(0)] = 1;
    let node = 0;
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      const slot = this.slotOf(node, unit);
      if (this.parents[slot] === -1) {
        this.parents[slot] = node;
        this.units[slot] = unit;
        this.targets[slot] = this.nodes;
        this.nodes += 1;
      }
      node = this.targets[slot] ?? 0;
    }
    return node;
  }

  /** The slot that holds the edge, or the free one where it belongs. */
  private slotOf(node: number, unit: number): number {
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & this.mask;
    while (this.parents[slot] !== -1 && !(this.parents[slot] === node && this.units[slot] === unit)) {
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }
}
