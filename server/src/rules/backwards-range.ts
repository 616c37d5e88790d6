import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * A span of time that ends before it begins: 2025年至2023年, 6月9日至3日.
 *
 * Spares: spans over the turn of a year or month (12月30日至1月2日), whose second half names its own month, and figures that
 * are not dates.
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
  const years = [...text.matchAll(yearSpan)].filter(([, from, to]) => Number(from) > Number(to));
  const days = [...text.matchAll(daySpan)].filter(([, , from, to]) => Number(from) > Number(to));
  return [...years, ...days].map((match) => ({ start: match.index, end: match.index + match[0].length }));
});

const yearSpan = /(?<!\d)((?:19|20)\d\d)年?\s?(?:至|到|-|—|–|~)\s?((?:19|20)\d\d)年(?!度)/gu;
const daySpan = /(\d{1,2})月(\d{1,2})日?\s?(?:至|到|-|—|–|~)\s?(\d{1,2})日/gu;
