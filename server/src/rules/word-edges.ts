import type { WordTable } from '../lexicon/words';

/**
 * Whether words on either side explain a stretch of folded text: 警察課|提供 holds 課提, 學期|權利 holds 期權. True where a
 * word of two characters and more reaches over one of its ends. Without a table nothing is known, and the answer is no.
 */
export function crossesWord(text: string, start: number, end: number, table: WordTable | undefined): boolean {
  if (table === undefined) return false;
  const { starts, count } = table.segment(text);
  for (let number = 0; number < count; number += 1) {
    const from = starts[number] ?? 0;
    const to = starts[number + 1] ?? text.length;
    if (from < end && start < to && (from < start || to > end) && to - from >= 2) return true;
  }
  return false;
}
