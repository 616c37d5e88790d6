import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { dayForm, monthForm, smallNumber, spanMark, yearForm, yearNumber } from './days';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A span of time that ends before it begins: 2025年至2023年, 6月9日至3日, 二〇二三年六月九日至五月三日.
 *
 * Spares: spans over the turn of a year or month (12月30日至1月2日, 9月至6月), whose second half may lie in the next year, and
 * figures that are not dates.
 */
export const backwardsRange: Rule = {
  id: 'backwards-range',
  group: 'dates',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map((span) => {
        const place = { line, ...toSource(analyzed.view, span) };
        return {
          place,
          message: say('backwards-range.found', { actual: analyzed.text.slice(place.start, place.end) }),
        };
      }),
    );
  },
};

const scan = rememberScan(({ kind, view: { text } }) => {
  if (!isRead(kind)) return [];
  const years = [...text.matchAll(yearSpan)].filter(([, from, to]) => isAfter([yearNumber(from)], [yearNumber(to)]));
  const days = [...text.matchAll(daySpan)].filter(([, month = '', from = '', to = '']) =>
    isAfter([smallNumber(month), smallNumber(from)], [smallNumber(month), smallNumber(to)]),
  );
  const full = [...text.matchAll(fullSpan)].filter(({ groups = {} }) => {
    const [year, last] = [yearNumber(groups['year']), yearNumber(groups['last'])];
    const [month, lastMonth] = [smallNumber(groups['month'] ?? ''), smallNumber(groups['lastMonth'] ?? '')];
    if (last === undefined && endsNextYear(month, lastMonth)) return false;
    const from = [year, month, smallNumber(groups['from'] ?? '')];
    return isAfter(from, [last ?? year, lastMonth, smallNumber(groups['to'] ?? '')]);
  });
  return [...years, ...days, ...full].map((match) => ({ start: match.index, end: match.index + match[0].length }));
});

/** From the last months of a year to the first ones, the next year is meant without being named. */
function endsNextYear(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && from >= 9 && to <= 6;
}

/** Compares field by field; false as soon as one is not known. */
function isAfter(from: readonly (number | undefined)[], to: readonly (number | undefined)[]): boolean {
  for (const [at, field] of from.entries()) {
    const other = to[at];
    if (field === undefined || other === undefined) return false;
    if (field !== other) return field > other;
  }
  return false;
}

const edge = '(?<![\\d〇零一二三四五六七八九十])';
const yearSpan = new RegExp(`${edge}(${yearForm})年?${spanMark}(${yearForm})年(?!度)`, 'gu');
const daySpan = new RegExp(`${edge}(${monthForm})月(${dayForm})日?${spanMark}(${dayForm})日`, 'gu');
const fullSpan = new RegExp(
  `${edge}(?<year>${yearForm})年(?<month>${monthForm})月(?<from>${dayForm})日${spanMark}` +
    `(?:(?<last>${yearForm})年)?(?<lastMonth>${monthForm})月(?<to>${dayForm})日`,
  'gu',
);
