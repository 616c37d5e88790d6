import { createRequire } from 'node:module';
import { dataFilesIn } from '../../server/src/node/data-files';
import { createTagger } from '../../server/src/analysis/tagger/tagger';
import { findValues } from '../../server/src/analysis/values/index';
import { loadLexicon } from '../../server/src/lexicon/lexicon';
import { makeView } from '../../server/src/text/view';
import { buildKnowledge, loadData, type LoadedData } from '../../server/src/workspace/knowledge';
import { ms, spreadOf, timed, type Line } from './measure';
import { textOf } from './texts';

/** Of the tagger by itself: words, features and decoding, with lexicon matches and values given. */
async function decodingTimes(loaded: LoadedData): Promise<readonly number[]> {
  const lexicon = loadLexicon(loaded.lists, loaded.viewTables.fold);
  if (loaded.tagging === undefined) throw new Error('the tagger is not there');
  const tagger = createTagger({ ...loaded.tagging, lexicon });
  const lines = textOf(50_000, 60)
    .split('\n')
    .map((line) => makeView(line, loaded.viewTables).text)
    .map((view) => ({ view, matches: lexicon.match(view), values: findValues(view) }));
  return timed(
    7,
    () => {
      for (const { view, matches, values } of lines) tagger.tag(view, matches, values);
    },
    3,
  );
}

interface Jieba {
  tag(text: string): unknown;
}

/** Cold text in the same process: against `nodejieba.tag`, and ten times the text against one time. */
export async function analysisLines(): Promise<readonly Line[]> {
  const loaded = await loadData(dataFilesIn('server/data'));
  const { analyzer } = buildKnowledge(loaded);
  const jieba = createRequire(import.meta.url)('nodejieba') as Jieba;
  const text = textOf(50_000);
  const analysed = spreadOf(await timed(7, (round) => analyzer.analyze(`${round}\n${textOf(50_000, round + 10)}`), 2));
  const tagged = spreadOf(await timed(7, (round) => jieba.tag(textOf(50_000, round + 10)), 2));
  const ratio = tagged.median / analysed.median;
  const one = spreadOf(await timed(3, (round) => analyzer.analyze(textOf(200_000, round + 30)))).median;
  const ten = spreadOf(await timed(1, () => analyzer.analyze(textOf(2_000_000, 40)))).median;
  const growth = ten / one;
  const decoded = spreadOf(await decodingTimes(loaded)).median;
  return [
    {
      name: 'tagger alone, 50,000 characters',
      figure: `${ms(decoded)}, ${Math.round(text.length / decoded)} characters a ms; ${(tagged.median / decoded).toFixed(2)} × nodejieba.tag`,
    },
    {
      name: 'analysis of 50,000 characters, cold',
      figure: `${ms(analysed.median)}, ${Math.round(text.length / analysed.median)} characters a ms`,
    },
    {
      name: 'its throughput against nodejieba.tag',
      figure: `${ratio.toFixed(2)} ×`,
      ceiling: 'at least 0.4 ×',
      held: ratio >= 0.4,
    },
    {
      name: '2 M characters against 200,000',
      figure: `${growth.toFixed(1)} × the time`,
      shape: 'linear',
      ceiling: '15 ×',
      held: growth <= 15,
    },
  ];
}
