import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { rememberScan } from './scan';
import type { Edit, HouseStyle, Place, Rule, RuleContext } from './types';

/**
 * Quotation marks of the other style: “一國兩制” in a Traditional text, 「一国两制」 in a Simplified one. One notice a file,
 * at the first of them, with a fix that exchanges them all, inner marks included.
 *
 * “一國兩制” → 「一國兩制」, ‘浙江’ within them → 『浙江』
 *
 * The measure is the house style where one is set, else the script of the document. The fix is not safe: a quotation may
 * keep its source's marks.
 *
 * Spares: quotations without a Chinese character (“Robotaxi”), straight quotes, marks without a partner (another rule
 * tells of those), documents that mix scripts.
 */
export const mixedQuotes: Rule = {
  id: 'mixed-quotes',
  group: 'text',
  severity: 'info',
  find(context) {
    const style = styleOf(context);
    if (style === undefined) return [];
    const edits: Edit[] = [];
    let first: Place | undefined;
    let count = 0;
    for (const { line, analyzed, results } of scan(context.analysis.lines)) {
      for (const { start, end, isCorner } of results) {
        if (isCorner === (style === 'corner')) continue;
        const place = { line, start, end };
        first ??= place;
        count += 1;
        edits.push(...exchange(analyzed, line, start, end, style));
      }
    }
    if (first === undefined) return [];
    const { say } = context;
    const fix = { title: say('mixed-quotes.fix', { count }), edits, safe: false, preferred: false };
    return [{ place: first, message: say(`mixed-quotes.${style}`, { count }), fixes: [fix] }];
  },
};

type Style = 'corner' | 'curly';

function styleOf({ settings, analysis }: RuleContext): Style | undefined {
  if (settings.houseStyle !== undefined) return byHouse[settings.houseStyle];
  const { script } = analysis.profile;
  return script === 'hant' ? 'corner' : script === 'hans' ? 'curly' : undefined;
}

const byHouse: Readonly<Record<HouseStyle, Style>> = { hk: 'corner', tw: 'corner', cn: 'curly' };

interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly isCorner: boolean;
}

/** Outer quotations of a line with something Chinese in them. */
const scan = rememberScan<Quotation>(({ kind, text }) =>
  isRead(kind)
    ? [...text.matchAll(/“[^“”]*”|「[^「」]*」/gu)]
        .filter(([quotation]) => /\p{Script=Han}/u.test(quotation))
        .map(({ 0: quotation, index }) => ({
          start: index,
          end: index + quotation.length,
          isCorner: quotation.startsWith('「'),
        }))
    : [],
);

function exchange({ text }: AnalyzedLine, line: number, start: number, end: number, style: Style): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end; at += 1) {
    const other = marks[style][text.charAt(at)];
    // ’ is an apostrophe as well: exchanged only with its partner in the same quotation.
    if (other === undefined || ('‘’'.includes(text.charAt(at)) && !/‘[^‘’]*’/u.test(text.slice(start, end)))) continue;
    edits.push({ place: { line, start: at, end: at + 1 }, text: other });
  }
  return edits;
}

const marks: Readonly<Record<Style, Readonly<Record<string, string>>>> = {
  corner: { '“': '「', '”': '」', '‘': '『', '’': '』' },
  curly: { '「': '“', '」': '”', '『': '‘', '』': '’' },
};
