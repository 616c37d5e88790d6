import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { dayForm, daysIn, monthForm, smallNumber, yearForm, yearNumber } from './days';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A day that no calendar has: 2023年2月29日, 二〇二三年二月三十日, 6月31日, 2024-13-05.
 *
 * Spares: 29 February where no year is given, the lunar calendar (农历二月三十), figures that are not dates (13月 by itself,
 * version 2.30), 24:00, titles (《5月35日》).
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
  const dates = [...text.matchAll(written), ...text.matchAll(hyphened), ...text.matchAll(pointed)];
  return dates
    .filter((match) => {
      const [, year, month = '', day = ''] = match;
      const [m, d] = [smallNumber(month), smallNumber(day)];
      if (m === undefined || d === undefined || isLunar(text.slice(Math.max(0, match.index - 8), match.index)))
        return false;
      // 《5月35日》 is a title.
      if (text.charAt(match.index - 1) === '《' && text.charAt(match.index + match[0].length) === '》') return false;
      return m < 1 || m > 12 || d < 1 || d > daysIn(yearNumber(year), m);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
});

/** 农历, 旧历 or 夏历 a few characters before a date: its second month may have thirty days. */
function isLunar(before: string): boolean {
  return /[农旧夏阴]历|闰$/u.test(before);
}

const written = new RegExp(
  `(?<![\\d〇零一二三四五六七八九十])(?:(${yearForm})\\s?年\\s?)?(${monthForm})\\s?月\\s?(${dayForm})\\s?日`,
  'gu',
);
const hyphened = /(?<![\d.:/-])((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?![\d.-])/gu;
/** With points or strokes, figures are as often numbers of a version or a file: only a real month makes them a date. */
const pointed = /(?<![\d.:/-])((?:19|20)\d\d)(?:\.(?=\d+\.)|\/(?=\d+\/))(0?[1-9]|1[0-2])[./](\d{1,2})(?![\d./-])/gu;
