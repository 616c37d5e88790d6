import { weekdayName } from './messages';
import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * A weekday that is not that of its date: 2023年6月26日(星期二) was a Monday.
 *
 * Spares: dates whose year cannot be known, ranges, weekdays that stand by themselves.
 */
export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  group: 'dates',
  severity: 'warning',
  find({ analysis, settings, say }) {
    const drafts: Draft[] = [];
    for (const { line: number, results } of dates(analysis.lines)) {
      for (const mention of results) {
        const iso = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/u.exec(mention.value?.norm ?? '')?.[1];
        const written = /(?:星期|周|週|禮拜|礼拜)([一二三四五六日天])/u.exec(mention.surface);
        if (
          iso === undefined ||
          written === null ||
          !/\d|[〇一二三四五六七八九十]+[日號号]/u.test(mention.surface.slice(0, written.index)) ||
          // 昨午2時至周一: the weekday is that of the end.
          /[至到—–~～-]/u.test(mention.surface.slice(0, written.index).replace(/\d-\d/gu, ''))
        )
          continue;
        const real = new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
        const claimed = '一二三四五六日'.indexOf(written[1] === '天' ? '日' : (written[1] ?? '')) + 1;
        if (Number.isNaN(real) || real === claimed) continue;
        const start = mention.start + written.index;
        const end = start + written[0].length;
        const right = `${written[0].slice(0, -1)}${'一二三四五六日'.charAt(real - 1)}`;
        drafts.push({
          place: { line: number, start, end },
          message: say('weekday-mismatch.found', {
            date: iso,
            expected: weekdayName(real, settings.locale),
            actual: weekdayName(claimed, settings.locale),
          }),
          fixes: [
            {
              title: say('fix.replace', { actual: written[0], expected: right }),
              edits: [{ place: { line: number, start, end }, text: right }],
              safe: false,
              preferred: false,
            },
          ],
        });
      }
    }
    return drafts;
  },
};

const dates = rememberScan<Mention>((line) =>
  line.mentions.filter(({ type, surface }) => type === 'DATE' && /[周週拜期]/u.test(surface)),
);
