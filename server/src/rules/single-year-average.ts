import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A rate per year on average over one year: 去年出口額達500億元，年均增長6%: the span of years is missing.
 *
 * Spares: sentences that name a span (五年來, 2018至2023年, 「十三五」期間, 以来).
 */
export const singleYearAverage: Rule = {
  id: 'single-year-average',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, results }) =>
      results.map(({ start, end, year }) => ({
        place: { line, start, end },
        message: say('single-year-average.found', { year: year.surface }),
        related: [{ place: { line, start: year.start, end: year.end }, message: say('single-year-average.year') }],
      })),
    );
  },
};

const scan = rememberScan<{ readonly start: number; readonly end: number; readonly year: Mention }>(
  ({ text, view, mentions }) => {
    if (!view.text.includes('年均')) return [];
    return [...text.matchAll(/年均(?:增长|增長|增|遞增|递增|上升|提高|下降)/gu)].flatMap((match) => {
      const begin = Math.max(...['。', '；', ';'].map((stop) => text.lastIndexOf(stop, match.index))) + 1;
      const clause = text.slice(begin, match.index);
      if (spans.test(clause)) return [];
      const dates = mentions.filter(({ type, start, end }) => type === 'DATE' && start >= begin && end <= match.index);
      const [year] = dates;
      const isOne = dates.length === 1 && year !== undefined && oneYear.test(year.folded);
      return isOne ? [{ start: match.index, end: match.index + match[0].length, year }] : [];
    });
  },
);

const oneYear = /^(?:去年|今年|前年|上年|(?:19|20)\d\d年)$/u;
const spans =
  /以來|以来|期間|期间|年來|年来|近[一二三四五六七八九十\d]+年|[至到—–-]\d{4}|五年|十年|規劃|规划|十[一二三四五]五|来[,，]/u;
