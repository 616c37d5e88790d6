import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * Parts that come to more than the whole: 总投资12亿元，其中一期5亿元、二期9亿元.
 *
 * Looks at one sentence: an amount, 其中, and amounts of the same currency behind it. Spares: bounds and ranges, parts that
 * come to less (others may be unnamed), sentences in which a second whole begins.
 */
export const partOverTotal: Rule = {
  id: 'part-over-total',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, results }) =>
      results.map(({ total, parts, sum }) => ({
        place: { line, start: total.start, end: total.end },
        message: say('part-over-total.found', {
          total: total.surface,
          parts: parts.map(({ surface }) => surface).join(' + '),
          sum,
        }),
        related: parts.map(({ start, end }) => ({ place: { line, start, end }, message: say('part-over-total.part') })),
      })),
    );
  },
};

interface Sight {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  readonly sum: string;
}

const scan = rememberScan<Sight>(({ text, mentions }) => {
  const found: Sight[] = [];
  for (const match of text.matchAll(/其中/gu)) {
    const begin = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
    const stop = /[。；;]/u.exec(text.slice(match.index));
    const end = stop === null ? text.length : match.index + stop.index;
    const amounts = mentions.filter(
      ({ type, value }) => type === 'MONEY' && value?.bound === 'eq' && /^\d+(?:\.\d+)?$/u.test(value.norm),
    );
    const total = amounts.filter((each) => each.start >= begin && each.end <= match.index).at(-1);
    const parts = amounts.filter((each) => each.start > match.index && each.end <= end);
    const unsure = mentions.some(
      (each) => each.type === 'MONEY' && each.start > match.index && each.end <= end && !parts.includes(each),
    );
    if (total === undefined || parts.length === 0 || unsure || match.index - total.end > 8) continue;
    if (parts.some(({ value }) => value?.currency !== total.value?.currency)) continue;
    if (/其中|总|合计|累计|共/u.test(text.slice(match.index + 2, end))) continue;
    const sum = parts.reduce((all, { value }) => all + Number(value?.norm), 0);
    if (sum > Number(total.value?.norm) * 1.005) found.push({ total, parts, sum: String(sum) });
  }
  return found;
});
