import type { LineIndex } from '../text/lines';
import { indexLines } from '../text/lines';
import type { Edit, Finding, Fix } from './types';

/**
 * The edits of all safe fixes, sorted. Of several safe fixes of a finding the one with the most edits is taken, since that
 * mends all places of its kind; a fix that would touch what an earlier one changes is left for the next round.
 */
export function safeEditsOf(findings: readonly Finding[], index: LineIndex): readonly Edit[] {
  const chosen: Stretch[] = [];
  for (const { fixes } of findings) {
    const stretches = (widest(fixes)?.edits ?? []).map((edit) => stretchOf(edit, index));
    if (!stretches.some((stretch) => chosen.some((other) => collide(stretch, other)))) chosen.push(...stretches);
  }
  return chosen.sort((a, b) => a.start - b.start).map(({ edit }) => edit);
}

/** The text after edits that do not overlap. */
export function applyEdits({ text, starts }: LineIndex, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { place, text: replacement } of edits) {
    const start = (starts[place.line] ?? 0) + place.start;
    out += text.slice(at, start) + replacement;
    at = (starts[place.endLine ?? place.line] ?? 0) + place.end;
  }
  return out + text.slice(at);
}

/**
 * Applies safe fixes until none is left, so that doing it again changes nothing: a fix may bring to light what another one
 * mends. Ends after ten rounds whatever the rules say.
 */
export function fixSafely(text: string, check: (text: string) => readonly Finding[]): string {
  let now = text;
  for (let round = 0; round < 10; round += 1) {
    const index = indexLines(now);
    const next = applyEdits(index, safeEditsOf(check(now), index));
    if (next === now) break;
    now = next;
  }
  return now;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly edit: Edit;
}

function widest(fixes: readonly Fix[]): Fix | undefined {
  return fixes
    .filter(({ safe }) => safe)
    .reduce<Fix | undefined>(
      (best, fix) => (best === undefined || fix.edits.length > best.edits.length ? fix : best),
      undefined,
    );
}

function stretchOf(edit: Edit, { starts }: LineIndex): Stretch {
  const { line, endLine = line, start, end } = edit.place;
  return { start: (starts[line] ?? 0) + start, end: (starts[endLine] ?? 0) + end, edit };
}

function collide(a: Stretch, b: Stretch): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
