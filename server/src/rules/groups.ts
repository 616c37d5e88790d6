import type { AnalyzedLine } from '../analysis/types';
import { commonEnds, firstFrom, rememberLine, type LineScan } from './scan';

/** One thing seen, where it stands. */
export interface Sighted<T> {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
  /** Its number among what was seen in the line. */
  readonly at: number;
  readonly results: readonly T[];
  readonly result: T;
}

/** What was seen, by key, each group in the order of the document; the same array as before where a group is as it was. */
export interface Groups<T> {
  readonly all: ReadonlyMap<string, readonly Sighted<T>[]>;
  /** Those of two and more. */
  readonly repeated: ReadonlyMap<string, readonly Sighted<T>[]>;
}

/**
 * Remembers what `scan` sees in groups of one key: while lines are only exchanged, an edit costs the groups that it touches.
 * The answer holds until the next call. The order of the groups is none; see `byPlace`.
 */
export function rememberGroups<T>(
  scan: LineScan<T>,
  keyOf: (result: T, line: AnalyzedLine) => string,
): (lines: readonly AnalyzedLine[]) => Groups<T> {
  const scanned = rememberLine(scan);
  const sightsIn = (analyzed: AnalyzedLine, line: number): readonly Keyed<T>[] => {
    const results = scanned(analyzed);
    return results.map((result, at) => ({
      key: keyOf(result, analyzed),
      sighted: { line, analyzed, at, results, result },
    }));
  };
  let last: { readonly lines: WeakRef<readonly AnalyzedLine[]>; readonly groups: MutableGroups<T> } | undefined;
  return (lines) => {
    const before = last?.lines.deref();
    let groups: MutableGroups<T>;
    if (last !== undefined && before?.length === lines.length) {
      ({ groups } = last);
      const { head, tail } = commonEnds(before, lines);
      for (let line = head; line < lines.length - tail; line += 1) {
        const [old, now] = [before[line], lines[line]] as [AnalyzedLine, AnalyzedLine];
        if (old !== now) exchange(groups, line, sightsIn(old, line), sightsIn(now, line));
      }
    } else {
      groups = groupsOf(lines.flatMap(sightsIn));
    }
    last = { lines: new WeakRef(lines), groups };
    return groups;
  };
}

interface Keyed<T> {
  readonly key: string;
  readonly sighted: Sighted<T>;
}

interface MutableGroups<T> {
  readonly all: Map<string, readonly Sighted<T>[]>;
  readonly repeated: Map<string, readonly Sighted<T>[]>;
}

function groupsOf<T>(sights: readonly Keyed<T>[]): MutableGroups<T> {
  const all = new Map<string, Sighted<T>[]>();
  for (const { key, sighted } of sights) {
    const group = all.get(key);
    if (group === undefined) all.set(key, [sighted]);
    else group.push(sighted);
  }
  return { all, repeated: new Map([...all].filter(([, { length }]) => length > 1)) };
}

/** Puts what is seen in a line now in the place of what was seen in it. */
function exchange<T>(groups: MutableGroups<T>, line: number, old: readonly Keyed<T>[], now: readonly Keyed<T>[]): void {
  for (const key of new Set([...old, ...now].map((each) => each.key))) {
    const group = groups.all.get(key) ?? [];
    const own = now.filter((each) => each.key === key).map(({ sighted }) => sighted);
    const next = [...group.slice(0, firstFrom(group, line)), ...own, ...group.slice(firstFrom(group, line + 1))];
    groups.all.set(key, next);
    groups.repeated.set(key, next);
    if (next.length === 0) groups.all.delete(key);
    if (next.length < 2) groups.repeated.delete(key);
  }
}

/** Orders what was seen as it stands in the document. */
export function byPlace(a: Sighted<unknown> | undefined, b: Sighted<unknown> | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.at ?? 0) - (b?.at ?? 0);
}
