import type { LexiconMatch } from '../lexicon/lexicon';
import type { Candidate } from './line-facts';
import type { ValueCandidate } from './values/types';

/**
 * Ends counts where the guideline ends them (E1): behind the unit of a measurement, and before a place or body inside them,
 * which then is a mark of its own: 20對|浙港|企業. `placeAt` gives the length of a compound of places that starts there.
 */
export function endQuantity(
  mark: Candidate,
  viewText: string,
  values: readonly ValueCandidate[],
  matches: readonly LexiconMatch[],
  placeAt: (start: number) => number,
): readonly Candidate[] {
  if (mark.type !== 'QUANTITY') return [mark];
  const value = values.find((each) => each.start === mark.start && each.type === 'QUANTITY');
  if (value === undefined) return [mark];
  const measured =
    value.reading.kind === 'amount' && value.reading.unit !== undefined && value.reading.unit !== 'times';
  if (measured && value.end < mark.end) return [{ ...mark, end: value.end, value }];
  const measureEnd = Math.min(...(value.ends ?? []), value.end);
  if (measureEnd >= mark.end) return [mark];
  if (/^(?:总投资|投资|总额|金额|合同)/u.test(viewText.slice(measureEnd))) return [{ ...mark, end: measureEnd }];
  for (let at = measureEnd; at < mark.end - 1; at += 1) {
    const compound = placeAt(at);
    if (compound > 0 && at + compound <= mark.end) return cut(mark, at, { end: at + compound, type: 'PLACE' });
    const name = matches.find(
      ({ start, end, form }) =>
        start === at && end <= mark.end && end - start >= 2 && form.standing === 'sure' && isNamed(form.entry.type),
    );
    if (name !== undefined)
      return cut(mark, at, { end: longestFrom(matches, at, mark.end), type: name.form.entry.type });
  }
  return [mark];
}

function isNamed(type: string): boolean {
  return type === 'PLACE' || type === 'ORGANISATION';
}

function longestFrom(matches: readonly LexiconMatch[], start: number, limit: number): number {
  return matches.reduce(
    (end, match) =>
      match.start === start && match.end <= limit && isNamed(match.form.entry.type) ? Math.max(end, match.end) : end,
    start,
  );
}

function cut(
  mark: Candidate,
  at: number,
  name: { readonly end: number; readonly type: Candidate['type'] },
): readonly Candidate[] {
  const reason = { source: 'rule', detail: 'a count ends before a name' } as const;
  const named: Candidate = { start: at, end: name.end, type: name.type, confidence: 0.7, reason };
  return [{ ...mark, end: at }, named];
}
