import type { Guard } from './guard';

/** Corner brackets 「」『』, or curly marks “”‘’. */
export type QuoteStyle = 'corner' | 'curly';

export interface QuoteOptions {
  readonly style: QuoteStyle;
  /** Whether marks of the other style are exchanged too; straight marks always are. */
  readonly isPrescribed: boolean;
}

const pairs = /“[^“”]*”|「[^「」]*」|(?<![\w"])"[^"]*"(?![\w"])|(?<=\p{Script=Han})"[^"]*"/gu;
const inner: Readonly<Record<QuoteStyle, RegExp>> = { corner: /‘[^‘’]*’/gu, curly: /『[^『』]*』/gu };
const marks: Readonly<Record<QuoteStyle, readonly [string, string, string, string]>> = {
  corner: ['「', '」', '『', '』'],
  curly: ['“', '”', '‘', '’'],
};

/**
 * Quotations with Chinese text in them, in marks of one style, inner quotations too; as long as before. Notes in `groups`
 * which offsets belong together. An apostrophe has no partner and stays.
 */
export function exchangeQuotes(
  text: string,
  guard: Guard,
  groups: Map<number, number>,
  { style, isPrescribed }: QuoteOptions,
): string {
  const [open, close, innerOpen, innerClose] = marks[style];
  let now = text;
  const exchange = (start: number, end: number, first: string, last: string): void => {
    if (guard.isClosed(start, start + 1) || guard.isClosed(end, end + 1) || text.charAt(start) === first) return;
    now = now.slice(0, start) + first + now.slice(start + 1, end) + last + now.slice(end + 1);
    groups.set(start, start);
    groups.set(end, start);
  };
  for (const { index, 0: quotation } of text.matchAll(pairs)) {
    if (!/\p{Script=Han}/u.test(quotation) || (!isPrescribed && !quotation.startsWith('"'))) continue;
    exchange(index, index + quotation.length - 1, open, close);
    for (const piece of quotation.matchAll(inner[style]))
      exchange(index + piece.index, index + piece.index + piece[0].length - 1, innerOpen, innerClose);
  }
  return now;
}
