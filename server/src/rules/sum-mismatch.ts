import { rememberScan } from './scan';
import { figureOf, listSums } from './sum-lists';
import { sentenceSums, type SentenceSum } from './sum-sentences';
import { tableSums } from './sum-tables';
import { addsUp, isNearSum, sumDraft } from './sums';
import type { Draft, Rule } from './types';

/**
 * A total that its parts do not come to: 小学120所、中学45所，共计160所 → 165; the line 合计 under a list; the row or column
 * 合计 of a table.
 *
 * Spares: rounding of decimals, bounds and ranges, parts of different units, open lists (等), totals over something else
 * (累计, 平均), tables in which rows are parts of rows. Parts behind 其中 may be incomplete: see `part-over-total`.
 */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    const inSentences = scan(analysis.lines).flatMap(({ line, results }): readonly Draft[] =>
      results.flatMap(({ total, parts }): readonly Draft[] => {
        const [whole, figures] = [figureOf(line, total), parts.map((part) => figureOf(line, part))];
        return addsUp(whole, figures) || !isNearSum(whole, figures) ? [] : [sumDraft(whole, figures, say)];
      }),
    );
    return [...inSentences, ...listSums(analysis.lines, say), ...tableSums(analysis.lines, say)];
  },
};

const scan = rememberScan<SentenceSum>(sentenceSums);
