import type { AnalyzedLine } from '../analysis/types';

/** What a rule sees in one line, whatever stands in the others: nothing that depends on line number or language. */
export type LineScan<T> = (line: AnalyzedLine) => readonly T[];

/** What was seen in a line, with its number in the document. */
export interface Seen<T> {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
  readonly results: readonly T[];
}

/**
 * Remembers `scan` by line: an edit costs the scan of the lines that it touched, since the analysis hands over the same
 * object for a line about which nothing has changed. Gives the lines in which something was seen, in order.
 */
export function rememberScan<T>(scan: LineScan<T>): (lines: readonly AnalyzedLine[]) => readonly Seen<T>[] {
  const scanned = rememberLine(scan);
  let last: Remembered<T> | undefined;
  return (lines) => {
    const before = last?.lines.deref();
    // What was seen in lines that are gone tells nothing of these.
    const old = last === undefined || before === undefined ? [] : last.seen;
    const oldLength = before?.length ?? 0;
    const ends = before === undefined ? { head: 0, tail: 0 } : commonEnds(before, lines);
    const seen = old.slice(0, firstFrom(old, ends.head));
    for (let line = ends.head; line < lines.length - ends.tail; line += 1) {
      const analyzed = lines[line] as AnalyzedLine;
      const results = scanned(analyzed);
      if (results.length > 0) seen.push({ line, analyzed, results });
    }
    const by = lines.length - oldLength;
    for (let at = firstFrom(old, oldLength - ends.tail); at < old.length; at += 1) {
      const each = old[at] as Seen<T>;
      seen.push(by === 0 ? each : { ...each, line: each.line + by });
    }
    last = { lines: new WeakRef(lines), seen };
    return seen;
  };
}

/** Remembers the scan of each line by itself. */
export function rememberLine<T>(scan: LineScan<T>): (line: AnalyzedLine) => readonly T[] {
  const known = new WeakMap<AnalyzedLine, readonly T[]>();
  const nothing: readonly T[] = [];
  return (line) => {
    if (line.text.length === 0) return nothing;
    let results = known.get(line);
    if (results === undefined) {
      results = scan(line);
      known.set(line, results);
    }
    return results;
  };
}

/** What was seen in the last document asked about: most often the one that is being written in. */
interface Remembered<T> {
  readonly lines: WeakRef<readonly AnalyzedLine[]>;
  readonly seen: readonly Seen<T>[];
}

/** Where in `seen`, ordered by line, the lines from `line` on begin. */
export function firstFrom(seen: readonly { readonly line: number }[], line: number): number {
  let low = 0;
  let high = seen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seen[middle] as { readonly line: number }).line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Ends {
  readonly head: number;
  readonly tail: number;
}

/** The last answers of `commonEnds`: every rule asks the same of one check. */
const knownEnds = new WeakMap<
  readonly AnalyzedLine[],
  { readonly before: WeakRef<readonly AnalyzedLine[]>; readonly ends: Ends }
>();

/** How many lines two states of a document share at its beginning and at its end. */
export function commonEnds(before: readonly AnalyzedLine[], lines: readonly AnalyzedLine[]): Ends {
  const known = knownEnds.get(lines);
  if (known?.before.deref() === before) return known.ends;
  const shorter = Math.min(before.length, lines.length);
  let head = 0;
  while (head < shorter && before[head] === lines[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
  const ends = { head, tail };
  knownEnds.set(lines, { before: new WeakRef(before), ends });
  return ends;
}

const keptTexts = new WeakMap<AnalyzedLine, string>();

/** The line as long as `view.text`: residue taken out, script and widths as the author wrote them. */
export function keptText(analyzed: AnalyzedLine): string {
  const { view } = analyzed;
  const { starts } = view;
  if (starts === undefined) return view.source;
  let kept = keptTexts.get(analyzed);
  if (kept === undefined) {
    kept = Array.from({ length: view.text.length }, (_, at) => view.source.charAt(starts[at] ?? 0)).join('');
    keptTexts.set(analyzed, kept);
  }
  return kept;
}
