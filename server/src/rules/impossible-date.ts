import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { daysIn } from './days';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A day that no calendar has: 2023年2月29日, 6月31日, 2024-13-05.
 *
 * Spares: 29 February where no year is given, figures that are not dates (13月 by itself, version 2.30), 24:00.
 */
export const impossibleDate: Rule = {
  id: 'impossible-date',
  group: 'dates',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map((span) => {
        const place = { line, ...toSource(analyzed.view, span) };
        return {
          place,
          message: say('impossible-date.found', { actual: analyzed.text.slice(place.start, place.end) }),
        };
      }),
    );
  },
};

const scan = rememberScan(({ kind, view: { text } }) => {
  if (!isRead(kind)) return [];
  return [...text.matchAll(written), ...text.matchAll(iso)]
    .filter(([, year, month, day]) => {
      const [m, d] = [Number(month), Number(day)];
      return m < 1 || m > 12 || d < 1 || d > daysIn(year === undefined ? undefined : Number(year), m);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
});

const written = /(?<!\d)(?:((?:19|20)\d\d)\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const iso = /(?<![\d.:/-])((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?![\d.-])/gu;
