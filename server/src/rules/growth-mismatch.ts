import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A rise or fall that the two figures beside it do not give: 由100億元增至150億元，增長56% → 50%.
 *
 * Spares: rounding (a point, or a twentieth of the rate), bounds and ranges, figures of different units, rates per year over
 * several years, rates of something else further on.
 */
export const growthMismatch: Rule = {
  id: 'growth-mismatch',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, results }) =>
      results.map(({ rate, from, to, real }) => ({
        place: { line, start: rate.start, end: rate.end },
        message: say('growth-mismatch.found', {
          actual: rate.surface,
          from: from.surface,
          to: to.surface,
          real: `${real.toFixed(1)}%`,
        }),
      })),
    );
  },
};

interface Sight {
  readonly from: Mention;
  readonly to: Mention;
  readonly rate: Mention;
  /** Per cent. */
  readonly real: number;
}

const scan = rememberScan<Sight>(({ text, view, mentions }) => {
  if (!/[至到]/u.test(view.text)) return [];
  const found: Sight[] = [];
  mentions.forEach((from, at) => {
    const to = mentions[at + 1];
    const rate = mentions[at + 2];
    if (to === undefined || rate?.type !== 'PERCENT' || from.type !== to.type) return;
    if (from.type !== 'MONEY' && from.type !== 'QUANTITY') return;
    const [a, b, p] = [plain(from), plain(to), plain(rate)];
    if (a === undefined || b === undefined || p === undefined || a <= 0) return;
    if (from.value?.currency !== to.value?.currency || from.value?.unit !== to.value?.unit) return;
    if (
      !rises.test(text.slice(from.end, to.start)) ||
      !/[由从從]/u.test(text.slice(Math.max(0, from.start - 12), from.start))
    )
      return;
    const between = text.slice(to.end, rate.start);
    if (
      !/^[，,（(]?(?:同比|按年|累计|累計|大幅|共)?(?:增长|增長|上升|升幅|增幅|升|增加|提高|下降|下跌|减少|減少|跌|降幅|跌幅)(?:达|達|为|為|了)?$/u.test(
        between,
      )
    )
      return;
    const real = Math.abs((100 * (b - a)) / a);
    if (Math.abs(real - p) > Math.max(1, p / 20)) found.push({ from, to, rate, real });
  });
  return found;
});

const rises =
  /^[的]?(?:\S{0,6}?)(?:增至|增加至|增加到|增长至|增長至|增长到|增長到|升至|上升至|上升到|提高至|提高到|扩大至|擴大至|降至|下降至|下降到|减至|減至|跌至)$/u;

/** An exact plain number; undefined for anything else. */
function plain({ value }: Mention): number | undefined {
  return value?.bound === 'eq' && /^\d+(?:\.\d+)?$/u.test(value.norm) ? Number(value.norm) : undefined;
}
