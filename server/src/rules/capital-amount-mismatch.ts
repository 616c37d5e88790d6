import { isRead } from '../analysis/structure';
import { scanNumeral } from '../analysis/values/numerals';
import type { Span } from '../text/span';
import { toSource } from '../text/view';
import { formatFigure } from './figures';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * An amount in capital numerals beside figures of another value: 人民币壹佰万元整（¥10,000,000.00） → 壹仟万元整.
 *
 * Compares the two where brackets, 大写, 小写 or a sign of currency join them. Spares: capital numerals by themselves, rounded
 * figures (约123万元), figures of something else further on.
 */
export const capitalAmountMismatch: Rule = {
  id: 'capital-amount-mismatch',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    return scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map(({ capital, figures, spelt, shown }) => {
        const [place, other] = [capital, figures].map((span) => ({ line, ...toSource(analyzed.view, span) }));
        const text = (at: Span | undefined): string => analyzed.text.slice(at?.start ?? 0, at?.end ?? 0);
        return {
          place: place ?? { line, start: 0, end: 0 },
          message: say('capital-amount-mismatch.found', {
            capital: text(place),
            spelt: formatFigure(spelt),
            figures: text(other),
            shown: formatFigure(shown),
          }),
          related: other === undefined ? [] : [{ place: other, message: say('capital-amount-mismatch.figures') }],
        };
      }),
    );
  },
};

interface Sight {
  readonly capital: Span;
  readonly figures: Span;
  readonly spelt: number;
  readonly shown: number;
}

const scan = rememberScan<Sight>(({ kind, view: { text } }) => {
  if (!isRead(kind) || !/[壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(text)) return [];
  return [...text.matchAll(capitalAmount)].flatMap((match): readonly Sight[] => {
    const spelt = capitalValue(text, match);
    const capital = { start: match.index, end: match.index + match[0].length };
    const figures = figuresBehind(text, capital.end) ?? figuresBefore(text, capital.start);
    if (spelt === undefined || figures === undefined) return [];
    return Math.abs(figures.value - spelt) < 0.005 ? [] : [{ capital, figures, spelt, shown: figures.value }];
  });
});

const digits = '零〇壹贰叁肆伍陆柒捌玖';
const capitalAmount = new RegExp(
  `(?=[${digits}拾佰仟万亿]*[壹贰叁肆伍陆柒捌玖][${digits}]?[拾佰仟万亿元圆])(?<![${digits}拾佰仟])` +
    `(?<whole>[${digits}拾佰仟万亿]{2,})[元圆](?:(?<tenths>[${digits}])角)?(?:[零〇]?(?<hundredths>[${digits}])分)?[整正]?`,
  'gu',
);

/** In the unit of the currency; 角 and 分 as its fractions. */
function capitalValue(text: string, match: RegExpExecArray): number | undefined {
  const { whole = '', tenths, hundredths } = match.groups ?? {};
  const numeral = scanNumeral(text, match.index);
  if (numeral?.end !== match.index + whole.length || numeral.pair !== undefined || numeral.vague) return undefined;
  const digit = (written: string | undefined): number =>
    written === undefined ? 0 : Math.max(0, digits.replace('〇', '').indexOf(written.replace('〇', '零')));
  return Number(numeral.value.units) / 10 ** numeral.value.scale + digit(tenths) / 10 + digit(hundredths) / 100;
}

interface ShownFigures extends Span {
  readonly value: number;
}

const currency = '(?:人民币|港币|澳门币|新台币|HKD|RMB|CNY|MOP|HK\\$|NT\\$|US\\$|¥|\\$)';
const figure = '(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s?(?<unit>[亿万千])?';
const behind = new RegExp(
  `\\s?(?:[(/,:]\\s?|(?=小写))(?:小写|即)?[:\\s]?\\s?${currency}{0,2}\\s?(?=\\d)${figure}`,
  'uy',
);
const before = new RegExp(
  `(?<![约逾超近\\d.,])${figure}\\s?元?[整正]?\\s?(?:[(/,]\\s?(?:大写)?|大写)[:\\s]?\\s?${currency}?\\s?$`,
  'u',
);

function figuresBehind(text: string, at: number): ShownFigures | undefined {
  behind.lastIndex = at;
  const match = behind.exec(text);
  if (match === null) return undefined;
  // A comma alone may lead to another amount: only a sign or the word for figures makes it the same one.
  if (/^\s?,/u.test(match[0]) && !/小写|[¥$]/u.test(match[0])) return undefined;
  const end = match.index + match[0].length;
  const start = end - (/[\d,.]+\s?[亿万千]?$/u.exec(match[0])?.[0].length ?? 0);
  return { start, end, value: valueOf(match) };
}

function figuresBefore(text: string, at: number): ShownFigures | undefined {
  const lead = text.slice(Math.max(0, at - 40), at);
  const match = before.exec(lead);
  if (match === null || !/大写|[(/]/u.test(match[0])) return undefined;
  const start = at - lead.length + match.index;
  return { start, end: start + (/^[\d,.]+\s?[亿万千]?/u.exec(match[0])?.[0].length ?? 0), value: valueOf(match) };
}

function valueOf({ groups }: RegExpExecArray): number {
  const size = { 亿: 1e8, 万: 1e4, 千: 1e3 }[groups?.['unit'] ?? ''] ?? 1;
  return Number((groups?.['number'] ?? '').replace(/,/gu, '')) * size;
}
