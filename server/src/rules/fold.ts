import type { Draft, Edit, Fix, Say } from './types';

/** As many findings of one rule as a reader goes through one by one. */
const most = 20;

/**
 * Findings of one rule in one document: when there are too many to read, only the first stays, says how many there are,
 * and carries one fix for all. That fix is safe only when each of its parts is.
 */
export function foldMany(drafts: readonly Draft[], say: Say): readonly Draft[] {
  const [first] = drafts;
  if (first === undefined || drafts.length <= most) return drafts;
  const parts = drafts.flatMap((draft) => draft.fixes?.slice(0, 1) ?? []);
  const all: readonly Fix[] =
    parts.length < drafts.length
      ? []
      : [
          {
            title: say('fold.fixAll', { count: drafts.length }),
            edits: withoutOverlap(parts.flatMap((fix) => fix.edits)),
            safe: parts.every((fix) => fix.safe),
            preferred: false,
          },
        ];
  const fixes = [...(first.fixes ?? []), ...all];
  return [{ ...first, message: say('fold.more', { message: first.message, count: drafts.length }), fixes }];
}

function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.place.line - b.place.line || a.place.start - b.place.start);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.place.line < edit.place.line || last.place.end <= edit.place.start) kept.push(edit);
  }
  return kept;
}
