import { checkDocument, loadRuleData } from '../../server/src/rules/index';
import { dataFilesIn } from '../../server/src/node/data-files';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import { chosenSeed, scaled } from '../support/scale';
import { fuzzEdits, replay, type Subject } from './replay';

async function shippedSubject(): Promise<Subject> {
  const loaded = await loadData(dataFilesIn('server/data'));
  const knowledge = buildKnowledge(loaded);
  const data = loadRuleData(loaded.ruleFiles, knowledge.fold);
  return {
    analyzer: knowledge.analyzer,
    stranger: buildKnowledge(loaded).analyzer,
    more: (analysis) =>
      checkDocument({
        analysis,
        data,
        settings: { severities: {}, locale: 'en' },
        glossaryTerms: new Set(knowledge.glossary.keys()),
        ...(loaded.tagging === undefined ? {} : { words: loaded.tagging.words }),
      }),
  };
}

describe('random edits', function () {
  this.timeout(scaled(120_000, 7_200_000));

  it('leave the marks, findings, outline and entities that opening the final text anew gives', async () => {
    const subject = await shippedSubject();
    fuzzEdits({ seed: chosenSeed(20_240_601), edits: scaled(2_000, 100_000), length: 25 }, (sequence) => {
      replay(sequence, subject);
    });
  });
});
