import type { Analysis } from '../analysis/types';
import { checkDocument, isRuleId, loadRuleData, type RuleId } from '../rules/index';
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
  const data = loadRuleData(loaded.ruleFiles, knowledge.fold);
  const glossaryTerms = new Set(knowledge.glossary.keys());
  const checked = new WeakMap<Analysis, { readonly key: string; readonly findings: readonly Finding[] }>();
  return {
    check(analysis, { settings, locale, exceptions = [], others = [] }) {
      const key = `${locale} ${versionOf(others)} ${JSON.stringify([settings.rules, settings.houseStyle, exceptions])}`;
      const known = checked.get(analysis);
      if (known?.key === key) return known.findings;
      const findings = checkDocument({
        analysis,
        data,
        exceptions,
        glossaryTerms,
        others,
        terms: termsFor(knowledge, analysis.profile.script === 'hans' ? 'cn' : 'hk'),
        ...(loaded.tagging === undefined ? {} : { words: loaded.tagging.words }),
        settings: { severities: severitiesOf(settings), locale: scriptOfLocale(locale), ...houseStyleOf(settings) },
      });
      checked.set(analysis, { key, findings });
      return findings;
    },
  };
}

/** The forms that glossaries deprecate, with what stands instead in the script of the document. */
function termsFor({ glossary, fold }: Knowledge, region: 'hk' | 'cn'): readonly TermNotice[] {
  return glossary.concepts
    .filter(({ status }) => status === 'deprecated')
    .flatMap(({ forms, replacedBy, usage }): readonly TermNotice[] => {
      const better = replacedBy === undefined ? undefined : glossary.byId(replacedBy)?.forms;
      const preferred = better?.[region]?.[0] ?? better?.hk?.[0] ?? better?.cn?.[0];
      const reason = region === 'cn' ? usage?.hans : usage?.hant;
      const written = new Set([...(forms.hk ?? []), ...(forms.tw ?? []), ...(forms.cn ?? [])].map(fold));
      return [...written].map((form) => ({
        form,
        status: 'deprecated',
        ...(preferred === undefined ? {} : { preferred }),
        ...(reason === undefined ? {} : { reason }),
      }));
    });
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
