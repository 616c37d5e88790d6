import type { Analysis } from '../analysis/types';
import { indexLines, lineAt, type LineIndex } from '../text/lines';

/** A text document at one version. Immutable: every change makes a new one. */
export interface TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly index: LineIndex;
}

/** A document at a version with its analysis: what features receive. */
export interface Snapshot extends TextDocument {
  readonly analysis: Analysis;
}

/** A replacement of text between two UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function createTextDocument(uri: string, languageId: string, version: number, text: string): TextDocument {
  return { uri, languageId, version, index: indexLines(text) };
}

/**
 * The line index after one change. Only the touched lines and one neighbour on either side are read again (a change
 * beside a CR or LF can join or part a line end); the result equals indexing the new text from the start.
 */
export function changeLines(index: LineIndex, change: TextChange): LineIndex {
  const { text: old, starts, lines } = index;
  const start = Math.max(0, Math.min(change.start, old.length));
  const end = Math.max(start, Math.min(change.end, old.length));
  const text = old.slice(0, start) + change.text + old.slice(end);
  const first = Math.max(0, lineAt(index, start) - 1);
  const after = Math.min(lines.length, lineAt(index, end) + 2);
  const distance = change.text.length - (end - start);
  const from = starts[first] ?? 0;
  const atEnd = after >= lines.length;
  const to = atEnd ? text.length : (starts[after] ?? old.length) + distance;
  const region = indexLines(text.slice(from, to));
  // A region that stops before the end stops behind a line end: its last, empty line is the next line's beginning.
  const count = atEnd ? region.lines.length : region.lines.length - 1;
  const newStarts = starts.slice(0, first);
  for (let at = 0; at < count; at += 1) newStarts.push((region.starts[at] ?? 0) + from);
  for (let at = after; at < starts.length; at += 1) newStarts.push((starts[at] ?? 0) + distance);
  const newLines = [...lines.slice(0, first), ...region.lines.slice(0, count), ...lines.slice(after)];
  return { text, starts: newStarts, lines: newLines };
}
