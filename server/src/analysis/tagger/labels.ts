import { mentionTypes, type MentionType } from '../types';

/**
 * Labels of units: 0 is outside; type `t` (its place in `mentionTypes`) has begin, middle, end and single at
 * `1 + 4 * t` and the three after it.
 */
export const labelCount = 1 + 4 * mentionTypes.length;
export const outside = 0;

export const Place = { begin: 0, middle: 1, end: 2, single: 3 } as const;

export function labelOf(type: MentionType, place: number): number {
  return 1 + 4 * mentionTypes.indexOf(type) + place;
}

/** Labels that may end a line or stand before a new span. */
export const closing: readonly number[] = Array.from({ length: labelCount }, (_, label) => label).filter(
  (label) => label === 0 || (label - 1) % 4 >= Place.end,
);
/** Labels that may begin a line or follow a closing one. */
export const opening: readonly number[] = Array.from({ length: labelCount }, (_, label) => label).filter(
  (label) => label === 0 || (label - 1) % 4 === Place.begin || (label - 1) % 4 === Place.single,
);

/** Whether `next` may follow `label`. */
export function mayFollow(label: number, next: number): boolean {
  return closing.includes(label)
    ? opening.includes(next)
    : next > 0 &&
        Math.floor((label - 1) / 4) === Math.floor((next - 1) / 4) &&
        ((next - 1) % 4 === Place.middle || (next - 1) % 4 === Place.end);
}
