import { applyEdit, type EditSequence, type FuzzEdit } from './edits';

/**
 * A smaller sequence that still fails. `fails` is asked at most `budget` times. What the edits before the failure made of
 * the text becomes the beginning where that is enough; then edits, lines and pieces go, one after the other.
 */
export function shrinkSequence(
  sequence: EditSequence,
  fails: (candidate: EditSequence) => boolean,
  budget = 400,
): EditSequence {
  let best = sequence;
  let asked = 0;
  const accept = (candidate: EditSequence): boolean => {
    asked += 1;
    if (asked > budget || !fails(candidate)) return false;
    best = candidate;
    return true;
  };
  for (let kept = 1; kept < best.edits.length; kept *= 2) {
    if (accept(beginLater(best, best.edits.length - kept))) break;
  }
  for (let size = best.edits.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at + size <= best.edits.length;) {
      const edits = [...best.edits.slice(0, at), ...best.edits.slice(at + size)];
      if (edits.length === 0 || !accept({ ...best, edits })) at += size;
    }
  }
  for (let size = best.start.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.start.length;) {
      if (asked > budget) return best;
      const cut: FuzzEdit = { start: at, end: at + size, text: '' };
      if (!accept({ start: applyEdit(best.start, cut), edits: best.edits.map((edit) => moveBy(edit, cut)) }))
        at += size;
    }
  }
  return best;
}

/** The sequence that begins with the text which the first `count` edits left. */
function beginLater({ start, edits }: EditSequence, count: number): EditSequence {
  return { start: edits.slice(0, count).reduce(applyEdit, start), edits: edits.slice(count) };
}

/** The edit in a text from which `cut` was taken out: as near to where it was as can be. */
function moveBy(edit: FuzzEdit, cut: FuzzEdit): FuzzEdit {
  const move = (offset: number): number =>
    offset <= cut.start ? offset : Math.max(cut.start, offset - (cut.end - cut.start));
  return { ...edit, start: move(edit.start), end: move(edit.end) };
}
