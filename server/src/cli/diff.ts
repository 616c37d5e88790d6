/** Lines around a change. */
const context = 3;

/**
 * The unified diff of two texts, as `patch` reads it; empty when they are the same. Lines keep their CR; a last line without
 * a terminator is marked. Texts of as many lines are compared line by line, which is what fixes leave; else everything
 * between the first and the last difference is one change.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const changes = changesBetween(linesOf(before), linesOf(after));
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  const body = hunks.map((hunk) => writeHunk(hunk, linesOf(before), linesOf(after)));
  return `--- a/${name}\n+++ b/${name}\n${body.join('')}`;
}

/** Lines [from, to) of the old text become [newFrom, newTo) of the new one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function changesBetween(old: readonly string[], now: readonly string[]): readonly Change[] {
  if (old.length === now.length) {
    return old.flatMap((line, at) => (line === now[at] ? [] : [{ from: at, to: at + 1, newFrom: at, newTo: at + 1 }]));
  }
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [{ from: start, to: old.length - end, newFrom: start, newTo: now.length - end }];
}

function writeHunk(hunk: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first] = hunk;
  const last = hunk.at(-1);
  if (first === undefined || last === undefined) return '';
  const from = Math.max(0, first.from - context);
  const to = Math.min(old.length, last.to + context);
  const rows: string[] = [];
  let at = from;
  for (const change of hunk) {
    rows.push(...old.slice(at, change.from).map((line) => row(' ', line)));
    rows.push(...old.slice(change.from, change.to).map((line) => row('-', line)));
    rows.push(...now.slice(change.newFrom, change.newTo).map((line) => row('+', line)));
    at = change.to;
  }
  rows.push(...old.slice(at, to).map((line) => row(' ', line)));
  const newFrom = first.newFrom - (first.from - from);
  const newTo = last.newTo + (to - last.to);
  return `@@ -${range(from, to)} +${range(newFrom, newTo)} @@\n${rows.join('')}`;
}

function range(from: number, to: number): string {
  return to - from === 1 ? String(from + 1) : `${to === from ? from : from + 1},${to - from}`;
}

function row(mark: string, line: string): string {
  return line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Lines with their LF. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}
