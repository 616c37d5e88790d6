import { formatFigure } from './figures';
import type { Draft, Place, Say } from './types';

/** A figure with the place where it stands and what rounding may have changed in it. */
export interface Figure {
  readonly place: Place;
  readonly surface: string;
  readonly value: number;
  readonly rounding: number;
}

/** Whether `parts` come to `total`, as far as their decimals tell. */
export function addsUp(total: Figure, parts: readonly Figure[]): boolean {
  const rounding = parts.reduce((all, part) => all + part.rounding, total.rounding);
  return Math.abs(sumOf(parts) - total.value) <= rounding + 1e-9 * total.value;
}

/** Whether total and parts lie so near that they must be meant to agree: what is far off adds up something else. */
export function isNearSum(total: Figure, parts: readonly Figure[]): boolean {
  const sum = sumOf(parts);
  return sum <= 2 * total.value && total.value <= 2 * sum;
}

/** Tells that `parts` do not come to `total`. */
export function sumDraft(total: Figure, parts: readonly Figure[], say: Say): Draft {
  const shown = parts.map(({ surface }) => surface);
  return {
    place: total.place,
    message: say('sum-mismatch.found', {
      total: total.surface,
      parts: shown.length <= 8 ? shown.join(' + ') : `${shown.slice(0, 7).join(' + ')} + …`,
      sum: formatFigure(sumOf(parts)),
    }),
    related: parts.map(({ place }) => ({ place, message: say('sum-mismatch.part') })),
  };
}

function sumOf(parts: readonly Figure[]): number {
  return parts.reduce((all, { value }) => all + value, 0);
}
