import { backwardsRange } from './backwards-range';
import { boilerplate } from './boilerplate';
import { brokenParagraph } from './broken-paragraph';
import { capitalAmountMismatch } from './capital-amount-mismatch';
import { characterVariant } from './character-variant';
import { countMismatch } from './count-mismatch';
import { lateFullName } from './late-full-name';
import { listMismatch } from './list-mismatch';
import { nameVariant } from './name-variant';
import { futureDateline } from './future-dateline';
import { growthMismatch } from './growth-mismatch';
import { partOverTotal } from './part-over-total';
import { shareOverWhole } from './share-over-whole';
import { singleYearAverage } from './single-year-average';
import { sumMismatch } from './sum-mismatch';
import { deprecatedTerm } from './deprecated-term';
import { forbiddenTerm } from './forbidden-term';
import { durationMismatch } from './duration-mismatch';
import { duplicateSentence } from './duplicate-sentence';
import { impossibleDate } from './impossible-date';
import { invisibleCharacter } from './invisible-character';
import { missingAttachment } from './missing-attachment';
import { missingCharacter } from './missing-character';
import { missingCurrency } from './missing-currency';
import { mixedQuotes } from './mixed-quotes';
import { unevenClauses } from './uneven-clauses';
import { whitespace } from './whitespace';
import { exceptionsOf } from './exceptions';
import { linesOfFrontMatter } from './front-matter';
import { foldMany } from './fold';
import { halfWidthPunctuation } from './half-width-punctuation';
import { messages, ruleIds, type RuleId } from './messages';
import { mixedScript } from './mixed-script';
import { regionalWording } from './regional-wording';
import { pinyinResidue } from './pinyin-residue';
import { restatedDate } from './restated-date';
import type { Draft, Finding, Locale, Rule, RuleInput, Say } from './types';
import { titleConflict } from './title-conflict';
import { typo } from './typo';
import { unbalancedMarks } from './unbalanced-marks';
import { unitSlip } from './unit-slip';
import { unpairedBold } from './unpaired-bold';
import { weekdayMismatch } from './weekday-mismatch';

export { loadRuleData, type RuleData } from './data';
export { ruleIds, type RuleId } from './messages';

/** All rules, in the order in which they win a place that several of them want. */
export const rules: readonly Rule[] = [
  pinyinResidue,
  weekdayMismatch,
  impossibleDate,
  backwardsRange,
  durationMismatch,
  restatedDate,
  futureDateline,
  forbiddenTerm,
  deprecatedTerm,
  nameVariant,
  titleConflict,
  lateFullName,
  listMismatch,
  characterVariant,
  countMismatch,
  sumMismatch,
  partOverTotal,
  growthMismatch,
  shareOverWhole,
  singleYearAverage,
  capitalAmountMismatch,
  unitSlip,
  missingCurrency,
  unbalancedMarks,
  typo,
  missingCharacter,
  mixedScript,
  regionalWording,
  unpairedBold,
  halfWidthPunctuation,
  unevenClauses,
  brokenParagraph,
  invisibleCharacter,
  missingAttachment,
  duplicateSentence,
  mixedQuotes,
  whitespace,
  boilerplate,
];

/**
 * Runs every rule that is on over a document. Findings are sorted by place, at most one begins at any place. Deterministic;
 * never throws for any text. Front matter is data, and nothing is told of it.
 */
export function checkDocument(input: RuleInput): readonly Finding[] {
  const context = { ...input, say: createSay(input.settings.locale) };
  const isExcepted = exceptionsOf(input.analysis, input.exceptions ?? []);
  const taken = new Set<string>();
  const firstLine = linesOfFrontMatter(input.analysis.lines);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = input.settings.severities[rule.id] ?? rule.severity;
    if (setting === 'off') continue;
    const drafts = rule.find(context).filter(({ place }) => place.line >= firstLine && !isExcepted(rule.id, place));
    for (const draft of foldMany(drafts, context.say)) {
      const key = `${draft.place.line}:${draft.place.start}`;
      if (taken.has(key)) continue;
      taken.add(key);
      findings.push(
        finish(
          rule.id,
          draft,
          input.settings.severities[rule.id] === undefined ? (draft.severity ?? setting) : setting,
        ),
      );
    }
  }
  return findings.sort((a, b) => a.place.line - b.place.line || a.place.start - b.place.start);
}

function finish(rule: RuleId, draft: Draft, severity: Finding['severity']): Finding {
  const { place, message, fixes = [], related = [], faded } = draft;
  return { rule, place, severity, message, fixes, related, ...(faded === undefined ? {} : { faded }) };
}

/** Looks a text up and fills its `{places}`. */
function createSay(locale: Locale): Say {
  return (text, values = {}) => {
    const parts = partsOf(messages[text]?.[locale] ?? text);
    let said = parts[0] ?? '';
    for (let at = 1; at < parts.length; at += 2) said += `${values[parts[at] ?? ''] ?? ''}${parts[at + 1] ?? ''}`;
    return said;
  };
}

const knownParts = new Map<string, readonly string[]>();

/** A text cut at its places: what stands before, the name of the place, what stands behind it and so on. */
function partsOf(text: string): readonly string[] {
  let parts = knownParts.get(text);
  if (parts === undefined) {
    parts = text.split(/\{(\w+)\}/u);
    knownParts.set(text, parts);
  }
  return parts;
}

/** Whether `id` names a rule. */
export function isRuleId(id: string): id is RuleId {
  return (ruleIds as readonly string[]).includes(id);
}
