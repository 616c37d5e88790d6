import type { Lexicon, LexiconEntry, LexiconMatch } from '../lexicon/lexicon';
import type { ScriptTable } from '../text/script';
import type { Span } from '../text/span';
import { makeView, type View, type ViewTables } from '../text/view';
import { findDeclaredAliases, type DeclaredAlias } from './aliases';
import { findRuleMarks, splitJoined } from './line-rules';
import { shapeOf, type LineShape } from './line-shape';
import { profileLine, type LineProfile } from './profile';
import { resolveOverlaps } from './resolve';
import type { Tagger } from './tagger/tagger';
import type { MentionType, Reason } from './types';
import { findValues } from './values/index';
import type { ValueCandidate } from './values/types';

/** What the analysis stands on; loaded once, never changed. */
export interface Resources {
  readonly viewTables: ViewTables;
  readonly scripts: ScriptTable;
  readonly lexicon: Lexicon;
  /** Absent where the model could not be loaded: rules and lexicon then work alone. */
  readonly tagger?: Tagger;
  /** Off only for measuring what each part is worth. */
  readonly consistency?: boolean;
  readonly structure?: boolean;
}

/** A span that may become a mention, in view units of its line. */
export interface Candidate extends Span {
  readonly type: MentionType;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
  readonly value?: ValueCandidate;
  readonly entry?: LexiconEntry;
}

/** All that one line says without its document; a pure function of its text, cached by it. */
export interface LineFacts {
  readonly text: string;
  readonly view: View;
  readonly shape: LineShape;
  readonly profile: LineProfile;
  /** What the line alone would mark: sorted, flat. */
  readonly firm: readonly Candidate[];
  /** Weaker readings that the document's other lines may support. */
  readonly weak: readonly Candidate[];
  readonly aliases: readonly DeclaredAlias[];
}

/** Below this a reading of the tagger is not shown by itself. */
export const firmConfidence = 0.5;

/**
 * Reads one line. Accepts every string; linear in its length: a line of more than `longestPiece` units is recognised
 * in pieces that end at sentence ends where there are any.
 */
export function readLine(text: string, resources: Resources): LineFacts {
  const view = makeView(text, resources.viewTables);
  const profile = profileLine(text, view.text, resources.scripts);
  const firm: Candidate[] = [];
  const weak: Candidate[] = [];
  for (let start = 0; start < view.text.length;) {
    const end = pieceEnd(view.text, start);
    const found = recognize(view.text.slice(start, end), resources);
    for (const candidate of found.firm) firm.push(moved(candidate, start));
    for (const candidate of found.weak) weak.push(moved(candidate, start));
    start = end;
  }
  return { text, view, shape: shapeOf(view.text), profile, firm, weak, aliases: findDeclaredAliases(view.text, firm) };
}

const longestPiece = 3000;

function pieceEnd(viewText: string, start: number): number {
  const limit = start + longestPiece;
  if (limit >= viewText.length) return viewText.length;
  const stop = Math.max(
    viewText.lastIndexOf('。', limit),
    viewText.lastIndexOf(';', limit),
    viewText.lastIndexOf(' ', limit),
  );
  return stop > start ? stop + 1 : limit;
}

function moved(candidate: Candidate, by: number): Candidate {
  if (by === 0) return candidate;
  const { value } = candidate;
  const span = { start: candidate.start + by, end: candidate.end + by };
  return value === undefined
    ? { ...candidate, ...span }
    : { ...candidate, ...span, value: { ...value, start: value.start + by, end: value.end + by } };
}

/** Marks one stretch of view text; spans are offsets in it. */
function recognize(
  viewText: string,
  { lexicon, tagger }: Resources,
): { readonly firm: readonly Candidate[]; readonly weak: readonly Candidate[] } {
  const matches = lexicon.match(viewText);
  const values = findValues(viewText);
  const tagged = tagger?.tag(viewText, matches, values) ?? [];
  const sureType = (start: number, end: number): MentionType | undefined =>
    matches.find((match) => match.start === start && match.end === end && match.form.standing === 'sure')?.form.entry
      .type;
  const candidates: Candidate[] = [
    ...tagged.flatMap((span) =>
      splitJoined({ ...span, reason: { source: 'tagger', detail: span.confidence.toFixed(2) } }, viewText, sureType),
    ),
    ...values.map(fromValue),
    ...matches.flatMap((match) => fromMatch(match, viewText)),
    ...findRuleMarks(viewText),
  ];
  return {
    firm: resolveOverlaps(candidates.filter((candidate) => candidate.confidence >= firmConfidence)),
    weak: candidates.filter((candidate) => candidate.confidence < firmConfidence),
  };
}

function fromValue(value: ValueCandidate): Candidate {
  return {
    start: value.start,
    end: value.end,
    type: value.type,
    confidence: 0.8,
    value,
    reason: { source: 'value', detail: value.type },
  };
}

/** A sure form speaks for itself; an ambiguous one does where a word that must be near it stands in the line. */
function fromMatch(match: LexiconMatch, viewText: string): readonly Candidate[] {
  const { form, start, end } = match;
  if (form.standing === 'trap') return [];
  const supported =
    form.standing === 'sure' || form.entry.near.some((word) => !form.folded.includes(word) && viewText.includes(word));
  const confidence = supported ? (end - start >= 3 ? 0.6 : 0.45) : 0.3;
  return [
    {
      start,
      end,
      type: form.entry.type,
      confidence,
      entry: form.entry,
      reason: { source: 'lexicon', detail: form.entry.id },
    },
  ];
}
