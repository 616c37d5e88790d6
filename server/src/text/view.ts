import { decodeUnits, type FoldTable } from './fold';
import { findResidue, type Residue, type SyllableTable } from './residue';
import type { Span } from './span';

/**
 * The copy of one line that recognisers read: residue taken out, widths, marks and script folded. Nothing after it
 * cares which script the author used; nothing shown to a reader ever comes from it.
 */
export interface View {
  /** The original line. */
  readonly source: string;
  /** The folded copy; as long as `source` unless residue was taken out. */
  readonly text: string;
  readonly residue: readonly Residue[];
  /**
   * For each unit of `text`, where it begins in `source` (one more entry than units: the end of the line); absent
   * where offsets are the same. Residue behind a unit belongs to that unit.
   */
  readonly starts: Uint32Array | undefined;
}

/** What folding needs, loaded once. */
export interface ViewTables {
  readonly fold: FoldTable;
  readonly syllables: SyllableTable;
}

/** Makes the view of one line (no terminator). Accepts every string; linear in length. */
export function makeView(source: string, tables: ViewTables): View {
  const residue = findResidue(source, tables.syllables);
  const units = new Uint16Array(source.length);
  const fold = tables.fold.units;
  if (residue.length === 0) {
    for (let at = 0; at < source.length; at += 1) units[at] = fold[source.charCodeAt(at)] ?? 0;
    return { source, text: decodeUnits(units, source.length), residue, starts: undefined };
  }
  const starts = new Uint32Array(source.length + 1);
  let length = 0;
  let next = 0;
  for (let at = 0; at < source.length; at += 1) {
    const piece = residue[next];
    if (piece !== undefined && at === piece.start) {
      for (let i = 0; i < piece.replacement.length; i += 1) {
        starts[length] = at;
        units[length] = piece.replacement.charCodeAt(i);
        length += 1;
      }
      at = piece.end - 1;
      next += 1;
      continue;
    }
    starts[length] = at;
    units[length] = fold[source.charCodeAt(at)] ?? 0;
    length += 1;
  }
  starts[length] = source.length;
  return { source, text: decodeUnits(units, length), residue, starts: starts.slice(0, length + 1) };
}

/** Maps a span of the view to the original line, residue behind its last character included. */
export function toSource(view: View, span: Span): Span {
  const { starts } = view;
  if (starts === undefined) return span;
  return { start: starts[span.start] ?? view.source.length, end: starts[span.end] ?? view.source.length };
}

/** Maps an offset of the original line to the view unit that holds it. */
export function toView(view: View, offset: number): number {
  const { starts } = view;
  if (starts === undefined) return Math.min(offset, view.text.length);
  let low = 0;
  let high = view.text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The original text with residue repaired but script kept: for values, names and ids. */
export function repairedSource(view: View, span: Span): string {
  const source = toSource(view, span);
  let out = '';
  let at = source.start;
  for (const piece of view.residue) {
    if (piece.end <= source.start || piece.start >= source.end) continue;
    out += view.source.slice(at, piece.start) + piece.replacement;
    at = piece.end;
  }
  return out + view.source.slice(at, source.end);
}
