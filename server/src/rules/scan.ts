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
  const known = new WeakMap<AnalyzedLine, readonly T[]>();
  return (lines) => {
    const seen: Seen<T>[] = [];
    lines.forEach((analyzed, line) => {
      if (analyzed.text.length === 0) return;
      let results = known.get(analyzed);
      if (results === undefined) {
        results = scan(analyzed);
        known.set(analyzed, results);
      }
      if (results.length > 0) seen.push({ line, analyzed, results });
    });
    return seen;
  };
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
