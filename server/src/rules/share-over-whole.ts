import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A share of a whole above a hundred per cent: 占全省的120%, 覆蓋率達103%.
 *
 * Spares: what may exceed its base (完成率, 佔用率, 增长, 为…的), percentage points, ranges.
 */
export const shareOverWhole: Rule = {
  id: 'share-over-whole',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, results }) =>
      results.map(({ start, end, surface }) => ({
        place: { line, start, end },
        message: say('share-over-whole.found', { actual: surface }),
      })),
    );
  },
};

const scan = rememberScan<Mention>(({ text, mentions }) =>
  mentions.filter(({ type, value, start, surface }) => {
    if (type !== 'PERCENT' || !/^\d+(?:\.\d+)?$/u.test(value?.norm ?? '') || Number(value?.norm) <= 100) return false;
    return !/点|點/u.test(surface) && share.test(text.slice(Math.max(0, start - 14), start));
  }),
);

const share =
  /(?:[占佔](?!领|領|用)[^，,。；;增升长長]{0,10}|(?:覆盖率|覆蓋率|占比|佔比|普及率|合格率|及格率|出席率|识字率|失业率|失業率)(?:达|達|为|為|升至|到|达到|達到)?)$/u;
