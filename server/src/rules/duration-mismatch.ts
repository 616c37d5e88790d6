import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { dayForm, daysBetween, monthForm, smallNumber, spanMark, yearForm, yearNumber } from './days';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A number of days that is not that of the dates beside it: 一連六天（6月3至9日） → seven; 二月二十七日至三月一日，为期三天 in
 * a leap year → four.
 *
 * Both ends count. Spares: durations without dates, working days, nights, dates that belong to something else; where the
 * year is not known, both counts over the end of February.
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

/** A year with and one without a 29th of February, for dates that name none. */
const eitherYear = [2023, 2024] as const;

const scan = rememberScan(({ kind, view: { text } }) => {
  if (!isRead(kind) || !/[天日]/u.test(text)) return [];
  const found: { start: number; end: number; claimed: number; real: number }[] = [];
  for (const match of [...text.matchAll(before), ...text.matchAll(behind)]) {
    const { count, lasted, year, month = '', from = '', last, to = '' } = match.groups ?? {};
    const claimed = smallNumber(count ?? lasted ?? '');
    const start = [smallNumber(month), smallNumber(from)] as const;
    const end = [last === undefined ? start[0] : smallNumber(last), smallNumber(to)] as const;
    if (claimed === undefined || !isDay(start) || !isDay(end)) continue;
    const named = yearNumber(year);
    const counts = (named === undefined ? eitherYear : [named]).map((each) => daysBetween(start, end, each));
    const [real = claimed] = counts;
    if (!counts.includes(claimed) && real < 100)
      found.push({ start: match.index, end: match.index + match[0].length, claimed, real });
  }
  return found;
});

function isDay(fields: readonly [number | undefined, number | undefined]): fields is readonly [number, number] {
  return fields[0] !== undefined && fields[1] !== undefined;
}

const dates =
  `(?<![\\d〇零一二三四五六七八九十])(?:(?<year>${yearForm})年)?` +
  `(?<month>${monthForm})月(?<from>${dayForm})日?${spanMark}(?:(?<last>${monthForm})月)?(?<to>${dayForm})日`;
const number = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';
/** 日 counts days only behind a word that says so: 一连七日, but not 二月七日. */
const lasting = '为期|历时|一连|连续|前后';
const before = new RegExp(`(?:(?<count>${number})天|(?<=${lasting})(?<lasted>${number})日)\\(${dates}\\)`, 'gu');
const behind = new RegExp(`${dates}[,(]?\\s?(?:${lasting}|合共|共)(?<count>${number})[天日](?![半前后内间元])`, 'gu');
