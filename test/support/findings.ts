import type { WordTable } from '../../server/src/lexicon/words';
import { dataFilesIn } from '../../server/src/node/data-files';
import { checkDocument, loadRuleData, type RuleData, type RuleId } from '../../server/src/rules/index';
import type { Finding, RuleInput, Severity } from '../../server/src/rules/types';
import { buildKnowledge, loadData, type Knowledge } from '../../server/src/workspace/knowledge';

/** A finding with the text that it is about. */
export interface Found {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly line: number;
  readonly text: string;
  readonly finding: Finding;
}

let knowledge: Knowledge | undefined;
let data: RuleData | undefined;
let words: WordTable | undefined;

// Loaded before any test of a run, so that tests can be plain functions of a text.
before(async function loadShippedData() {
  if (knowledge !== undefined) return;
  const loaded = await loadData(dataFilesIn('server/data'));
  knowledge = buildKnowledge(loaded);
  data = loadRuleData(loaded.ruleFiles, knowledge.fold);
  words = loaded.tagging?.words;
});

/** What the rules find in `text`, that of `rule` alone if given; with the shipped data. */
export function findingsOf(text: string, rule?: RuleId, more: Partial<RuleInput> = {}): readonly Found[] {
  if (knowledge === undefined || data === undefined) throw new Error('findings are asked for before the data is there');
  const analysis = knowledge.analyzer.analyze(text);
  const settings = { severities: {}, locale: 'en' as const };
  const glossaryTerms = new Set(knowledge.glossary.keys());
  return checkDocument({ analysis, data, settings, glossaryTerms, ...(words === undefined ? {} : { words }), ...more })
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      line: finding.place.line,
      text: (analysis.lines[finding.place.line]?.view.source ?? '').slice(finding.place.start, finding.place.end),
      finding,
    }));
}
