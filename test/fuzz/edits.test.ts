import { checkDocument, loadRuleData } from '../../server/src/rules/index';
import { dataFilesIn } from '../../server/src/node/data-files';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import { chosenSeed, scaled } from '../support/scale';
import type { EditSequence } from './edits';
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

/** Sequences that ended otherwise than a fresh reading once, by what was the matter. */
const regressions: Readonly<Record<string, EditSequence>> = {
  'an alias that two names are declared for, the second of them above the first': {
    start: '澳門聯合商會（下稱「港聯會」）舉辦論壇，港聯會會長陳大文致辭。',
    edits: [{ start: 0, end: 0, text: '香港聯合商會（下稱「港聯會」）舉辦論壇，港聯會會長陳大文致辭。\n' }],
  },
};

describe('random edits', function () {
  this.timeout(scaled(120_000, 7_200_000));

  for (const [matter, sequence] of Object.entries(regressions)) {
    it(`mind ${matter}`, async () => {
      replay(sequence, await shippedSubject());
    });
  }

  it('leave the marks, findings, outline and entities that opening the final text anew gives', async () => {
    const subject = await shippedSubject();
    fuzzEdits({ seed: chosenSeed(20_240_601), edits: scaled(2_000, 100_000), length: 25 }, (sequence) => {
      replay(sequence, subject);
    });
  });
});
