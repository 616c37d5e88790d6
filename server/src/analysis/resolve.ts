import type { Candidate } from './line-facts';

/**
 * Settles overlaps so that spans are flat: what always wins first (title marks, the glossary), then the more certain
 * reading; of readings that are about equally certain, the longer. The result is sorted by start.
 */
export function resolveOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start) || a.start - b.start || order(a, b),
  );
  const kept: Candidate[] = [];
  const taken = new Uint8Array(candidates.reduce((most, { end }) => Math.max(most, end), 0));
  for (const candidate of ranked) {
    if (candidate.end <= candidate.start || taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Rules that always hold stand above what is only probable. */
function rank(candidate: Candidate): number {
  if (candidate.reason.source === 'lexicon' && candidate.confidence >= 0.6 && candidate.end - candidate.start >= 4)
    return 1.88;
  const standing = {
    rule: 3,
    glossary: 3,
    alias: 2,
    value: candidate.type === 'MONEY' || candidate.type === 'PERCENT' ? 1.2 : 0.9,
    tagger: 1,
    consistency: 0.5,
    lexicon: 0,
  }[candidate.reason.source];
  return standing + candidate.confidence;
}

function order(a: Candidate, b: Candidate): number {
  return a.type < b.type ? -1 : a.type > b.type ? 1 : 0;
}
