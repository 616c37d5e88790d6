import { parseTable } from '../lexicon/table';
import type { HouseStyle } from './types';

/** A word as papers of some place write it, with what the other places write instead. */
export interface Wording {
  /** Folded. */
  readonly form: string;
  /** What a house style writes instead, in the characters of either script; styles that accept the form are not there. */
  readonly better: Readonly<Partial<Record<HouseStyle, InBothScripts>>>;
  /** Empty, or folded words one of which must stand in the same line. */
  readonly context: readonly string[];
  /** Folded words in which the form stands by chance or is right everywhere, with the offset at which it does. */
  readonly spared: readonly { readonly word: string; readonly at: number }[];
}

export interface InBothScripts {
  readonly traditional: string;
  readonly simplified: string;
}

/** Wordings by the UTF-16 unit that they begin with, longest first. */
export type WordingTable = ReadonlyMap<number, readonly Wording[]>;

const styles = ['cn', 'hk', 'tw'] as const;

/**
 * Reads `regional.tsv`. Of several rows that tell of a form the first counts, and a style that accepts it in any row is not
 * told of it. Throws a RangeError naming the row that cannot work.
 */
export function readWording(content: string | undefined, fold: (text: string) => string): WordingTable {
  const forms = new Map<string, Wording & { readonly better: Partial<Record<HouseStyle, InBothScripts>> }>();
  const accepted: Record<HouseStyle, Set<string>> = { cn: new Set(), hk: new Set(), tw: new Set() };
  for (const row of parseTable(content ?? '').rows) {
    const cells = { cn: words(row['cn']), hk: words(row['hk']), tw: words(row['tw']) };
    const told = new Set(styles.flatMap((style) => cells[style].filter((form) => !form.startsWith('='))).map(fold));
    for (const style of styles) {
      const own = cells[style].map((form) => form.replace('=', ''));
      const [usual] = own;
      if (usual === undefined) throw new RangeError(`regional.tsv: ${style} has no form beside “${row['cn'] ?? ''}”`);
      for (const form of own) accepted[style].add(fold(form));
      for (const form of told) {
        const spared = words(fold(row['unless'] ?? ''))
          .filter((word) => word.includes(form))
          .map((word) => ({ word, at: word.indexOf(form) }));
        const entry = forms.get(form) ?? { form, better: {}, context: words(fold(row['with'] ?? '')), spared };
        entry.better[style] ??= { traditional: usual, simplified: fold(usual) };
        forms.set(form, entry);
      }
    }
  }
  const table = new Map<number, Wording[]>();
  for (const { better, ...entry } of forms.values()) {
    const told = styles.flatMap((style) => {
      const form = accepted[style].has(entry.form) ? undefined : better[style];
      return form === undefined ? [] : [[style, form] as const];
    });
    const start = entry.form.charCodeAt(0);
    table.set(start, [...(table.get(start) ?? []), { ...entry, better: Object.fromEntries(told) }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.form.length - a.form.length);
  return table;
}

function words(list = ''): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}
