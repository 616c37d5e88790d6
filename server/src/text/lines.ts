/** A text cut into lines, without their terminators. Lines end at LF, CRLF or a lone CR, as in the Language Server Protocol. */
export interface LineIndex {
  readonly text: string;
  /** The UTF-16 offset of each line's first unit. */
  readonly starts: readonly number[];
  /** The content of each line, terminator excluded. */
  readonly lines: readonly string[];
}

/** Cuts `text` into lines; an empty text has one empty line. Linear in length. */
export function indexLines(text: string): LineIndex {
  const starts: number[] = [];
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 10 && unit !== 13) continue;
    starts.push(start);
    lines.push(text.slice(start, at));
    if (unit === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  starts.push(start);
  lines.push(text.slice(start));
  return { text, starts, lines };
}

/** The number of the line (from 0) that holds the UTF-16 `offset`; offsets out of range fall on the first or last line. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
