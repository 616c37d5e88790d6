import type { SummarizedForm } from './types';

/**
 * Keys under which names stand that could be two spellings of one: whatever `name-variant` compares across documents shares
 * a key. A person's name with itself in other characters; another long name with those that begin and end alike. Other names
 * have none.
 */
export function candidateKeys(type: string, { folded }: Pick<SummarizedForm, 'folded'>): readonly string[] {
  if (type === 'PERSON') return [`${type} ${folded}`];
  if (folded.length < shortest || !compared.has(type)) return [];
  return [`${type} ${folded.slice(0, 2)} ${folded.slice(-1)}`];
}

/** Whether two names under one key differ as two spellings do. */
export function couldBeOne(type: string, a: SummarizedForm, b: SummarizedForm): boolean {
  if (type === 'PERSON') return a.surface !== b.surface;
  const more = Math.abs(a.folded.length - b.folded.length);
  return more === 1 || more === 2;
}

const shortest = 6;
const compared = new Set(['EVENT', 'POLICY', 'ORGANISATION', 'POSITION']);
