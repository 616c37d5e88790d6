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
  const nothing: readonly T[] = [];
  const scanned = (line: AnalyzedLine): readonly T[] => {
    if (line.text.length === 0) return nothing;
    let results = known.get(line);
    if (results === undefined) {
      results = scan(line);
      known.set(line, results);
    }
    return results;
  };
  // The last document asked about: comparing references with it is many times quicker than looking every line up.
  let last:
    { readonly lines: WeakRef<readonly AnalyzedLine[]>; readonly results: readonly (readonly T[])[] } | undefined;
  return (lines) => {
    const before = last?.lines.deref() ?? [];
    const old = last?.results ?? [];
    const distance = before.length - lines.length;
    const seen: Seen<T>[] = [];
    const all = lines.map((analyzed, line) => {
      const results =
        before[line] === analyzed ? old[line] : before[line + distance] === analyzed ? old[line + distance] : undefined;
      const found = results ?? scanned(analyzed);
      if (found.length > 0) seen.push({ line, analyzed, results: found });
      return found;
    });
    last = { lines: new WeakRef(lines), results: all };
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
