import type { Entity } from '../analysis/types';
import type { SummarizedEntity } from '../rules/types';

/** Keeps one string of all that are equal: what many documents name is held in memory once. */
export type Intern = (text: string) => string;

export function createIntern(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, text);
    return text;
  };
}

export function internEntity({ id, type, name, forms }: Entity, intern: Intern): Entity {
  return {
    id: intern(id),
    type,
    name: intern(name),
    forms: forms.map(({ surface, count }) => ({ surface: intern(surface), count })),
  };
}

export function internNames({ id, type, forms }: SummarizedEntity, intern: Intern): SummarizedEntity {
  return {
    id: intern(id),
    type,
    forms: forms.map(({ surface, folded, count, place }) => ({
      surface: intern(surface),
      folded: intern(folded),
      count,
      place: { line: place.line, start: place.start, end: place.end },
    })),
  };
}
