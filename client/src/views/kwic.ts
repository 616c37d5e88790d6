/** A mention between what stands on either side of it. */
export interface InContext {
  readonly before: string;
  readonly surface: string;
  readonly after: string;
}

/** A line whose mention begins at the same column as in every other such line. */
export interface Aligned {
  readonly label: string;
  /** UTF-16 offsets of the mention within the label. */
  readonly start: number;
  readonly end: number;
}

/**
 * Keyword in context: cuts or pads what stands before a mention to `width` full-width columns. Padding is made of
 * ideographic and en spaces, which are as wide as the characters they stand for in Chinese fonts.
 */
export function alignMention({ before, surface, after }: InContext, width = 8): Aligned {
  const head = clipStart(plain(before).trimStart(), width * 2);
  const gap = width * 2 - columnsOf(head);
  const padding = '\u3000'.repeat(Math.floor(gap / 2)) + '\u2002'.repeat(gap % 2);
  const start = padding.length + head.length;
  const middle = plain(surface);
  return { label: padding + head + middle + plain(after), start, end: start + middle.length };
}

/** Text of a document fit to stand in a line: no control characters, none that turn the direction of writing. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** The end of a text that fits into so many half-width columns; an ellipsis says that something went. */
function clipStart(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  let kept = '';
  let room = most - 2;
  for (const character of [...text].reverse()) {
    room -= columnsOf(character);
    if (room < 0) break;
    kept = character + kept;
  }
  return `…${kept}`;
}

/** Half-width columns: Latin letters and digits take one, all else two. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u02ff]/u.test(character) ? 1 : 2), 0);
}
