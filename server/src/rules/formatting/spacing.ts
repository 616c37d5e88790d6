import type { Guard } from './guard';
import type { Change } from './marks';

/** What happens to the blank between Chinese characters and Latin letters or figures. */
export type Spacing = 'keep' | 'add' | 'remove';

const bare = /(?<=\p{Script=Han})(?=[A-Za-z\d])|(?<=[A-Za-z\d%])(?=\p{Script=Han})/gu;
/** One blank; several set out columns. */
const blank = /(?<=\p{Script=Han}) (?=[A-Za-z\d])|(?<=[A-Za-z\d%]) (?=\p{Script=Han})/gu;

/** One blank between the two, or none. */
export function spacingChanges(text: string, guard: Guard, spacing: Spacing): readonly Change[] {
  if (spacing === 'keep') return [];
  const isAdding = spacing === 'add';
  return [...text.matchAll(isAdding ? bare : blank)]
    .map(({ index }) => ({ start: index, end: isAdding ? index : index + 1, text: isAdding ? ' ' : '' }))
    .filter(({ start }) => (isAdding ? guard.allowsBlankAt(start) : guard.allowsJoinAt(start)));
}
