import { createRequire } from 'node:module';
import { dataFilesIn } from '../../server/src/node/data-files';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import { ms, spreadOf, timed, type Line } from './measure';
import { textOf } from './texts';

interface Jieba {
  tag(text: string): unknown;
}

/** Cold text in the same process: against `nodejieba.tag`, and ten times the text against one time. */
export async function analysisLines(): Promise<readonly Line[]> {
  const { analyzer } = buildKnowledge(await loadData(dataFilesIn('server/data')));
  const jieba = createRequire(import.meta.url)('nodejieba') as Jieba;
  const text = textOf(50_000);
  const analysed = spreadOf(await timed(7, (round) => analyzer.analyze(`${round}\n${textOf(50_000, round + 10)}`), 2));
  const tagged = spreadOf(await timed(7, (round) => jieba.tag(textOf(50_000, round + 10)), 2));
  const ratio = tagged.median / analysed.median;
  const one = spreadOf(await timed(3, (round) => analyzer.analyze(textOf(200_000, round + 30)))).median;
  const ten = spreadOf(await timed(1, () => analyzer.analyze(textOf(2_000_000, 40)))).median;
  const growth = ten / one;
  return [
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
