import type { Value } from '../analysis/types';
import type { Host, WorkspaceRequest } from './host';
import type { ScopeParams, TimelineParams, TimelineRow, TimelineYear } from './protocol';
import { displayValue } from './value-display';

/** The years that known dates fall into; a range belongs to the year in which it begins. */
export function listYears({ host, params }: WorkspaceRequest<ScopeParams>): readonly TimelineYear[] {
  const years = new Map<string, { dates: number; mentions: number }>();
  for (const { value, count } of findDates(host, params)) {
    const year = yearOf(value);
    const known = years.get(year) ?? { dates: 0, mentions: 0 };
    years.set(year, { dates: known.dates + 1, mentions: known.mentions + count });
  }
  return [...years].map(([year, counts]) => ({ year, ...counts })).sort((a, b) => compare(a.year, b.year));
}

/** The dates of one year in the order of time. */
export function listYear({ host, params }: WorkspaceRequest<TimelineParams>): readonly TimelineRow[] {
  return findDates(host, params)
    .filter(({ value }) => yearOf(value) === params.year)
    .map(({ id, value, count }) => {
      const { plain, weekday } = displayValue('DATE', value, host.locale, host.t);
      return { id, norm: value.norm, display: weekday === undefined ? plain : `${plain} ${weekday}`, count };
    })
    .sort((a, b) => compare(timeOf(a.norm), timeOf(b.norm)));
}

interface FoundDate {
  readonly id: string;
  readonly value: Value;
  readonly count: number;
}

/** Dates that are known, one of each; durations and unknown ones are left out. */
function findDates(host: Host, { textDocument }: ScopeParams): readonly FoundDate[] {
  if (host.settings.hiddenTypes.includes('DATE')) return [];
  const found = new Map<string, FoundDate>();
  for (const { thing, value } of host.workspace.freshIndex().mentionsOfTypes(['DATE'], textDocument?.uri)) {
    if (value === undefined || !/^\d{2,4}/u.test(value.norm)) continue;
    found.set(thing, { id: thing, value, count: (found.get(thing)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

function yearOf({ norm }: Value): string {
  return /^\d[\dX]*/u.exec(norm)?.[0] ?? norm;
}

/** Sorts like the norm, with a quarter or half of a year at its first month. */
function timeOf(norm: string): string {
  const months = norm.replace(
    /-Q([1-4])/gu,
    (_, quarter: string) => `-${String(Number(quarter) * 3 - 2).padStart(2, '0')}`,
  );
  return months.replace(/-H([12])/gu, (_, half: string) => (half === '1' ? '-01' : '-07'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
