import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { daysBetween, smallNumber } from './days';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A number of days that is not that of the dates beside it: 一連六天（6月3至9日） → seven.
 *
 * Both ends count. Spares: durations without dates, working days, nights, dates that belong to something else.
 */
export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  group: 'dates',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map(({ start, end, claimed, real }) => {
        const place = { line, ...toSource(analyzed.view, { start, end }) };
        const actual = analyzed.text.slice(place.start, place.end);
        return { place, message: say('duration-mismatch.found', { actual, claimed, real }) };
      }),
    );
  },
};

const scan = rememberScan(({ kind, view: { text } }) => {
  if (!isRead(kind)) return [];
  const found: { start: number; end: number; claimed: number; real: number }[] = [];
  for (const match of [...text.matchAll(before), ...text.matchAll(behind)]) {
    const { count = '', month = '', from = '', last, to = '' } = match.groups ?? {};
    const claimed = smallNumber(count);
    if (claimed === undefined) continue;
    const real = daysBetween([Number(month), Number(from)], [Number(last ?? month), Number(to)]);
    if (real !== claimed && real < 100)
      found.push({ start: match.index, end: match.index + match[0].length, claimed, real });
  }
  return found;
});

const dates =
  '(?<month>\\d{1,2})月(?<from>\\d{1,2})日?\\s?(?:至|到|-|—|–|~)\\s?(?:(?<last>\\d{1,2})月)?(?<to>\\d{1,2})日';
const days = '(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3})天';
const before = new RegExp(`${days}\\(${dates}\\)`, 'gu');
const behind = new RegExp(`${dates}[,(]?\\s?(?:为期|历时|一连|合共|共|前后)${days}(?![半前后内])`, 'gu');
