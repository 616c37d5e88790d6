import type { Mention } from '../analysis/types';
import { linesOfFrontMatter } from './front-matter';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * 今日, 昨日 or 明日 with a date in brackets that is not that day by the paper's own date: 今日（六月二十五日） in a press
 * release of 26 June.
 *
 * Spares: papers without a date or with one in their front matter alone, which is that of the web page, days that are said several times alike, dates that differ only in the year that they leave out.
 */
export const restatedDate: Rule = {
  id: 'restated-date',
  group: 'dates',
  severity: 'warning',
  find({ analysis, say }) {
    const { date } = analysis.profile;
    const dateline = date === undefined ? undefined : analysis.lines[date.line];
    // A date that merely occurs in the text may be that of something else.
    if (date === undefined || dateline === undefined || dateline.text.trim().length > 24) return [];
    if (date.line < linesOfFrontMatter(analysis.lines)) return [];
    const seen = scan(analysis.lines);
    const told = seen.flatMap(({ results }) => results.map(({ restated }) => restated.folded));
    // Said several times alike, the day is surer than the date at the head of a page.
    if (told.length > 1 && new Set(told).size === 1) return [];
    return seen.flatMap(({ line, results }) =>
      results.flatMap(({ day, restated }) => {
        if (line === date.line || day.value === undefined || restated.value === undefined) return [];
        const [expected, actual] = [day.value.norm, restated.value.norm];
        if (!isDay(expected) || !isDay(actual) || expected.slice(5) === actual.slice(5)) return [];
        return [
          {
            place: { line, start: restated.start, end: restated.end },
            message: say('restated-date.found', { day: day.surface, expected, actual: restated.surface }),
            related: [
              {
                place: { line: date.line, start: 0, end: dateline.text.length },
                message: say('restated-date.dateline', { date: date.iso }),
              },
            ],
          },
        ];
      }),
    );
  },
};

function isDay(norm: string): boolean {
  return /^(?:\d{4}|XXXX)-\d\d-\d\d$/u.test(norm);
}

const scan = rememberScan<{ readonly day: Mention; readonly restated: Mention }>(({ mentions, text }) =>
  mentions.flatMap((day, at) => {
    const restated = mentions[at + 1];
    if (day.type !== 'DATE' || !/^[今昨明][日天]$/u.test(day.folded) || restated?.type !== 'DATE') return [];
    return /^\s?[（(]\s?$/u.test(text.slice(day.end, restated.start)) ? [{ day, restated }] : [];
  }),
);
