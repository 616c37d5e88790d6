import type { Lexicon, LexiconEntry, LexiconMatch } from '../lexicon/lexicon';
import type { ScriptTable } from '../text/script';
import type { Span } from '../text/span';
import { makeView, type View, type ViewTables } from '../text/view';
import { findDeclaredAliases, type DeclaredAlias } from './aliases';
import { createJoinTables, isRuledOut, joinMarks } from './line-joins';
import { settleForms } from './line-forms';
import { fillLists } from './line-lists';
import { findFields } from './fields';
import { endQuantity } from './quantity-ends';
import { findCuedMarks, findRuleMarks, splitJoined } from './line-rules';
import { shapeOf, type LineShape } from './line-shape';
import { profileLine, type LineProfile } from './profile';
import { resolveOverlaps } from './resolve';
import type { TaggedSpan, Tagger } from './tagger/tagger';
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
  /** Parts left out, to measure what each is worth. */
  readonly without?: ReadonlySet<string>;
  /** Lines of which the facts are kept, whatever document they stand in; some thousands unless said. */
  readonly cachedLines?: number;
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
 * Makes the function that reads one line. It accepts every string; linear in its length: a line of more than `longestPiece` units is recognised
 * in pieces that end at sentence ends where there are any.
 */
export function createLineReader(resources: Resources): (text: string) => LineFacts {
  const recognize = createRecognizer(resources);
  return (text) => readLine(text, resources, recognize);
}

function readLine(text: string, resources: Resources, recognize: Recognizer): LineFacts {
  const view = makeView(text, resources.viewTables);
  const profile = profileLine(text, view.text, resources.scripts);
  const firm: Candidate[] = [];
  const weak: Candidate[] = [];
  for (let start = 0; start < view.text.length;) {
    const end = pieceEnd(view.text, start);
    const found = recognize(view.text.slice(start, end));
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
type Recognizer = (viewText: string) => { readonly firm: readonly Candidate[]; readonly weak: readonly Candidate[] };

function createRecognizer({ lexicon, tagger, without }: Resources): Recognizer {
  const joins = createJoinTables(lexicon);
  const compounds = new Set((lexicon.tables.get('compounds')?.rows ?? []).map((row) => row['form'] ?? ''));
  const compoundAt = (text: string, start: number): number =>
    [4, 3, 2].find((length) => compounds.has(text.slice(start, start + length))) ?? 0;
  const surnames = new Set((lexicon.tables.get('surnames')?.rows ?? []).map((row) => row['surname'] ?? ''));
  const isSurname = (name: string): boolean => surnames.has(name.slice(0, 1)) || surnames.has(name.slice(0, 2));
  return (viewText) => {
    if (!isChinese(viewText)) return { firm: datesAlone(viewText), weak: [] };
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
      ...values.flatMap((value) => fromValue(value, tagger === undefined ? undefined : tagged)),
      ...matches.flatMap((match) => fromMatch(match, viewText)),
      ...findRuleMarks(viewText),
    ];
    const isFirm = (candidate: Candidate): boolean =>
      candidate.confidence >= firmConfidence &&
      !isRuledOut(candidate, viewText) &&
      !lacksSupport(candidate, viewText, lexicon);
    const flat = resolveOverlaps(candidates.filter(isFirm));
    if (without?.has('forms') === true) return { firm: flat, weak: [] };
    const joined = joinMarks(
      flat
        .map((candidate) => withoutAuxiliary(candidate, viewText, lexicon))
        .flatMap((candidate) =>
          endQuantity(candidate, viewText, values, matches, (start) => compoundAt(viewText, start)),
        ),
      viewText,
      joins,
    );
    const settled = settleForms(joined, viewText, (character) => surnames.has(character));
    const listed = fillLists(settled, viewText, isSurname);
    const cued = findCuedMarks(viewText, listed, { titles: joins.titles, isSurname });
    const fields = findFields(viewText, [...listed, ...cued]);
    return {
      firm: [...listed, ...cued, ...fields].sort((a, b) => a.start - b.start),
      weak: candidates.filter((candidate) => candidate.confidence < firmConfidence),
    };
  };
}

/** Lines without Han characters, and Japanese ones, name nothing that is looked for. */
function isChinese(viewText: string): boolean {
  return han.test(viewText) && !kana.test(viewText);
}

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}][^]*[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A line that is a date and nothing else is a dateline in any language. */
function datesAlone(viewText: string): readonly Candidate[] {
  if (viewText.length > 60) return [];
  const dates = findValues(viewText).filter((value) => value.type === 'DATE');
  const covered = dates.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered * 2 >= viewText.trim().length
    ? dates.flatMap((value) => fromValue(value, undefined)).map((each) => ({ ...each, confidence: 0.8 }))
    : [];
}

/**
 * Money and percentages are certain by their form. Whether words such as 三年 or 四个方面 are a value here, and where a
 * count ends, the tagger knows better: a date or count that it does not consider at all is not shown.
 */
function fromValue(value: ValueCandidate, tagged: readonly TaggedSpan[] | undefined): readonly Candidate[] {
  const { start, end, type } = value;
  const own = tagged?.filter((span) => span.type === type && span.start < end && start < span.end);
  const byForm = type === 'MONEY' || type === 'PERCENT' || tagged === undefined;
  const support = own?.reduce((most, span) => Math.max(most, span.confidence), 0) ?? 0;
  const confidence = byForm
    ? 0.9
    : support >= 0.5
      ? type === 'DATE'
        ? 0.7
        : 0.4
      : support > 0.2
        ? type === 'DATE'
          ? 0.55
          : 0.4
        : 0.4;
  return [{ start, end, type, confidence, value, reason: { source: 'value', detail: type } }];
}

/** An event by an ambiguous name, 兩會, needs a word that tells which: 全国, 人大, 政协. */
function lacksSupport(candidate: Candidate, viewText: string, lexicon: Lexicon): boolean {
  if (candidate.type !== 'EVENT') return false;
  const forms = lexicon.formsOf(viewText.slice(candidate.start, candidate.end));
  return (
    forms.length > 0 &&
    forms.every((form) => form.standing !== 'sure' && !form.entry.near.some((word) => viewText.includes(word)))
  );
}

/** 中總會用好: 會 is a verb where the lexicon knows 中總 and not 中總會. */
function withoutAuxiliary(candidate: Candidate, viewText: string, lexicon: Lexicon): Candidate {
  if (
    candidate.type !== 'ORGANISATION' ||
    viewText.charAt(candidate.end - 1) !== '会' ||
    candidate.end - candidate.start > 5
  )
    return candidate;
  const whole = viewText.slice(candidate.start, candidate.end);
  const short = lexicon
    .formsOf(whole.slice(0, -1))
    .some((form) => form.standing !== 'trap' && form.entry.type === 'ORGANISATION');
  return short && lexicon.formsOf(whole).length === 0 ? { ...candidate, end: candidate.end - 1 } : candidate;
}

/** A sure form speaks for itself; an ambiguous one does where a word that must be near it stands in the line. */
function fromMatch(match: LexiconMatch, viewText: string): readonly Candidate[] {
  const { form, start, end } = match;
  if (form.standing === 'trap') return [];
  const supported =
    form.standing === 'sure' || form.entry.near.some((word) => !form.folded.includes(word) && viewText.includes(word));
  // A field is one only in its frame, which the tagger and the lists see to.
  const confidence = form.entry.type === 'DOMAIN' ? 0.3 : supported ? (end - start >= 3 ? 0.6 : 0.45) : 0.3;
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
