import type { Span } from './span';

/** One piece of crawl residue: the units at `span` stand for `replacement` (empty: they are simply in the way). */
export interface Residue extends Span {
  readonly replacement: string;
  /** `pinyin`: a reading in brackets behind its character; `broken`: the character itself was lost, 日?qǐng)?bào). */
  readonly kind: 'pinyin' | 'broken';
}

/** Toned syllable → the most frequent character read so, in Simplified. */
export type SyllableTable = ReadonlyMap<string, string>;

/** Reads `server/data/syllables.tsv`. */
export function parseSyllables(content: string): SyllableTable {
  const rows = content
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .slice(1);
  return new Map(
    rows.map((row): [string, string] => {
      const [syllable = '', character = ''] = row.split('\t');
      return [syllable, character];
    }),
  );
}

/**
 * Finds crawl residue in one line: readings that a page's script left behind Traditional characters, 當(dāng)前, and the
 * broken form in which the character is lost. A reading without a tone mark, 們(men), counts only beside a toned one.
 * Spans are UTF-16 offsets into `line`, in order, without overlap. Linear in length.
 */
export function findResidue(line: string, syllables: SyllableTable): readonly Residue[] {
  if (!toneMark.test(line)) return [];
  const found: Residue[] = [];
  for (const match of line.matchAll(residue)) {
    const [whole, broken, lastBroken = '', syllable = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (broken !== undefined) {
      found.push({ ...span, kind: 'broken', replacement: syllables.get(lastBroken.normalize('NFC')) ?? '' });
    } else if (syllables.has(syllable.normalize('NFC')) || toneless.test(syllable)) {
      found.push({ ...span, kind: 'pinyin', replacement: '' });
    }
  }
  return found;
}

const vowels = 'aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';
const toneMark = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u;
const syllable = `[b-df-hj-np-tw-z]{0,2}[${vowels}]{1,3}(?:n|ng|r)?`;
const residue = new RegExp(`((?:[?？](${syllable})\\)){1,4})|(?<=\\p{Script=Han})\\((${syllable})\\)`, 'gu');
const toneless = /^[a-zü]{1,6}$/u;
