import type { Analysis } from '../analysis/types';
import { formsOf, isToAvoid, preferredForm } from '../lexicon/glossary';
import { checkDocument, isRuleId, loadRuleData, type RuleData, type RuleId } from '../rules/index';
import type { Exception } from '../rules/exceptions';
import type { DocumentSummary, Finding, HouseStyle, RuleSettings, SeveritySetting, TermNotice } from '../rules/types';
import type { Knowledge, LoadedData } from '../workspace/knowledge';
import { scriptOfLocale, type Locale } from './messages';
import type { Settings } from './settings';

/** What a check depends on besides the document. */
export interface CheckInput {
  readonly settings: Settings;
  readonly locale: Locale;
  /** What the user ruled out in the document. */
  readonly exceptions?: readonly Exception[];
  /** What other documents call their entities. */
  readonly others?: readonly DocumentSummary[];
}

/** Runs the rules. An analysis that was checked with the same settings is not checked again. */
export interface Checker {
  check(analysis: Analysis, input: CheckInput): readonly Finding[];
}

/** Binds the rules to the shipped rule data and the settings. */
export function createChecker(loaded: LoadedData, knowledge: Knowledge): Checker {
  // The first marks need none of this.
  let made: { readonly data: RuleData; readonly glossaryTerms: ReadonlySet<string> } | undefined;
  const notices = new Map<HouseStyle, readonly TermNotice[]>();
  const terms = (region: HouseStyle): readonly TermNotice[] => {
    const found = notices.get(region) ?? termsFor(knowledge, region);
    notices.set(region, found);
    return found;
  };
  const checked = new WeakMap<Analysis, { readonly key: string; readonly findings: readonly Finding[] }>();
  return {
    check(analysis, { settings, locale, exceptions = [], others = [] }) {
      const key = `${locale} ${versionOf(others)} ${JSON.stringify([settings.rules, settings.houseStyle, exceptions])}`;
      const known = checked.get(analysis);
      if (known?.key === key) return known.findings;
      made ??= {
        data: loadRuleData(loaded.ruleFiles, knowledge.fold),
        glossaryTerms: new Set(knowledge.glossary.keys()),
      };
      const findings = checkDocument({
        ...made,
        analysis,
        exceptions,
        others,
        terms: terms(regionOf(analysis, settings)),
        ...(loaded.tagging === undefined ? {} : { words: loaded.tagging.words }),
        settings: { severities: severitiesOf(settings), locale: scriptOfLocale(locale), ...houseStyleOf(settings) },
      });
      checked.set(analysis, { key, findings });
      return findings;
    },
  };
}

/** The forms that glossaries tell writers to avoid, with what stands instead in the region's form. */
function termsFor({ glossary, fold }: Knowledge, region: HouseStyle): readonly TermNotice[] {
  return glossary.concepts.filter(isToAvoid).flatMap(({ forms, status, replacedBy, usage }): readonly TermNotice[] => {
    const better = replacedBy === undefined ? undefined : glossary.byId(replacedBy);
    const preferred = better === undefined ? replacedBy : preferredForm(better, region);
    const reason = region === 'cn' ? usage?.hans : usage?.hant;
    return [...new Set(formsOf(forms).map(fold))].map((form) => ({
      form,
      status,
      ...(preferred === undefined ? {} : { preferred }),
      ...(reason === undefined ? {} : { reason }),
    }));
  });
}

/** Whose forms a document is offered: in a Traditional one those of Hong Kong, unless the house style is Taiwan's. */
function regionOf({ profile }: Analysis, { houseStyle }: Settings): HouseStyle {
  return profile.script === 'hans' ? 'cn' : houseStyle === 'TW' ? 'tw' : 'hk';
}

const versions = new WeakMap<DocumentSummary, number>();
let lastVersion = 0;

/** Tells two sets of summaries apart by the identity of their members. */
function versionOf(others: readonly DocumentSummary[]): string {
  return others
    .map((summary) => {
      const version = versions.get(summary) ?? (lastVersion += 1);
      versions.set(summary, version);
      return version;
    })
    .join(',');
}

/** The house style in the rules' words; nothing where the document's own habits are the measure. */
export function houseStyleOf({ houseStyle }: Pick<Settings, 'houseStyle'>): { readonly houseStyle?: HouseStyle } {
  return houseStyle === 'document' ? {} : { houseStyle: houseStyle.toLowerCase() as HouseStyle };
}

/** The user's severities in the rules' words; names of rules that do not exist are left out. */
function severitiesOf({ rules }: Settings): RuleSettings['severities'] {
  const severities: Partial<Record<RuleId, SeveritySetting>> = {};
  for (const [id, setting] of Object.entries(rules)) {
    if (isRuleId(id)) severities[id] = setting === 'information' ? 'info' : setting;
  }
  return severities;
}
