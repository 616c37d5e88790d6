import { parseTable } from '../lexicon/table';
import type { HouseStyle } from './types';

/** Two Traditional forms of one character, compared with each other and with the house style. */
export interface VariantPair {
  readonly forms: readonly [string, string];
  /** The form that a house style writes; a style that is not there accepts both. */
  readonly house: Readonly<Partial<Record<HouseStyle, string>>>;
  /** Whether names of bodies and titles keep their own form. */
  readonly isKeptInNames: boolean;
  /** Folded words in which alone the pair counts, with the offset of the character; empty: anywhere. */
  readonly only: readonly WordAt[];
  readonly spared: readonly WordAt[];
}

interface WordAt {
  readonly word: string;
  readonly at: number;
}

/** Reads `variants.tsv`. Throws a RangeError naming the row that cannot work. */
export function readVariants(content: string | undefined, fold: (text: string) => string): readonly VariantPair[] {
  return parseTable(content ?? '').rows.map((row): VariantPair => {
    const { first = '', second = '', hk = '', tw = '', cn = '', names = '', only = '', spared = '' } = row;
    const key = fold(first);
    if (key === '' || fold(second) !== key || first === second)
      throw new RangeError(`variants.tsv: “${first}” and “${second}” are no two forms of one character`);
    for (const form of [hk, tw, cn])
      if (form !== '' && form !== first && form !== second)
        throw new RangeError(`variants.tsv: “${form}” is neither “${first}” nor “${second}”`);
    const places = (list: string): readonly WordAt[] =>
      list
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ word: fold(word), at: fold(word).indexOf(key) }));
    const pair: VariantPair = {
      forms: [first, second],
      house: { ...(hk === '' ? {} : { hk }), ...(tw === '' ? {} : { tw }), ...(cn === '' ? {} : { cn }) },
      isKeptInNames: names === 'kept',
      only: places(only),
      spared: places(spared),
    };
    if ([...pair.only, ...pair.spared].some(({ at }) => at < 0))
      throw new RangeError(`variants.tsv: a word of the row “${first}” is without it`);
    return pair;
  });
}
