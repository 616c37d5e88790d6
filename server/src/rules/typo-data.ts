import { parseTable } from '../lexicon/table';

/** One slip of the pen: what is written, what is meant, and when it is told of. `wrong`, `right` and the words are folded keys. */
export interface Typo {
  readonly wrong: string;
  readonly right: string;
  /** The right form in Simplified characters, as the table has it: folding makes 借 of 藉, the Simplified 慰藉 does not. */
  readonly simplified: string;
  /** The right form in Traditional characters. */
  readonly traditional: string;
  /** `info-hans`: accepted in Hong Kong and Taiwan, so told of in Simplified texts only. */
  readonly level: 'warning' | 'info' | 'info-hans';
  /** Empty, or words one of which must stand in the same paragraph. */
  readonly context: readonly string[];
  /** Right words in which the wrong form occurs, with the offset at which it does. */
  readonly spared: readonly { readonly word: string; readonly at: number }[];
}

/** Typos by the UTF-16 unit that they begin with, longest first. */
export type TypoTable = ReadonlyMap<number, readonly Typo[]>;

/** Reads `typos.tsv`. Throws a RangeError naming the row that cannot work: a rule table is tested, not repaired. */
export function readTypos(content: string | undefined, fold: (text: string) => string): TypoTable {
  const table = new Map<number, Typo[]>();
  for (const row of parseTable(content ?? '').rows) {
    const { wrong = '', right = '', traditional = '', level = '', with: context = '', unless = '' } = row;
    const key = fold(wrong);
    const typo: Typo = {
      wrong: key,
      right: fold(right),
      simplified: right,
      traditional,
      level: readLevel(level, wrong),
      context: words(fold(context)),
      spared: words(fold(unless)).map((word) => ({ word, at: word.indexOf(key) })),
    };
    if (key === '' || key === typo.right) throw new RangeError(`typos.tsv: nothing to tell apart in “${wrong}”`);
    if (typo.spared.some(({ at }) => at < 0)) throw new RangeError(`typos.tsv: a spared word without it in “${wrong}”`);
    table.set(key.charCodeAt(0), [...(table.get(key.charCodeAt(0)) ?? []), typo]);
  }
  for (const list of table.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return table;
}

function readLevel(level: string, wrong: string): Typo['level'] {
  if (level === 'warning' || level === 'info' || level === 'info-hans') return level;
  throw new RangeError(`typos.tsv: no level in “${wrong}”`);
}

function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}
