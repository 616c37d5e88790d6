import type { Candidate } from './line-facts';
import { isValueType, type DocumentProfile, type Value } from './types';
import { normalizeValue, readValue } from './values/index';

/**
 * The date that the text spoke of last, ISO as far as it is known: a bare 29日 means its month. A string, so that two
 * trails can be compared.
 */
export type DateTrail = string;

export const startTrail: DateTrail = '';

/** The value of a mark, and the trail behind it. A span that no grammar can read has no value. */
export function normalizeMark(
  mark: Candidate,
  viewText: string,
  profile: DocumentProfile,
  trail: DateTrail,
): { readonly value: Value | undefined; readonly trail: DateTrail } {
  if (!isValueType(mark.type)) return { value: undefined, trail };
  const same =
    mark.value !== undefined && mark.value.start === mark.start && mark.value.end === mark.end ? mark.value : undefined;
  const reading = same?.reading ?? readValue(viewText, mark, mark.type);
  if (reading === undefined) return { value: undefined, trail };
  const value = normalizeValue(
    { start: mark.start, end: mark.end, type: mark.type, reading },
    { profile, ...(trail === '' ? {} : { lastDate: trail }) },
  );
  return { value, trail: mark.type === 'DATE' ? trailBehind(value, trail) : trail };
}

function trailBehind(value: Value, trail: DateTrail): DateTrail {
  const date = /^\d{4}(?:-\d{2}){0,2}/u.exec(value.norm.split('/').at(-1) ?? '')?.[0];
  return date === undefined ? trail : date.length >= 7 || trail.slice(0, 4) !== date.slice(0, 4) ? date : trail;
}
