import type { Mention } from '../analysis/types';
import { toView } from '../text/view';
import { exactNumber, isAlike } from './figures';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * One fact with the same figures in two units: 进出口总额561.1亿元 here, 进出口总额561.1万元 there; 补贴3,500元 and 补贴3,500万元.
 *
 * Two amounts are one fact when their digits agree, one is a hundred, a thousand, ten thousand … times the other, and the
 * words that lead up to them agree: the fewer the digits, the more words. Spares: 人均 and 每 beside a total, amounts of
 * different currencies or measures, one unit of ten.
 */
export const unitSlip: Rule = {
  id: 'unit-slip',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    const byDigits = new Map<string, Placed[]>();
    for (const { line, results } of scan(analysis.lines))
      for (const sight of results) {
        const group = byDigits.get(sight.digits);
        if (group === undefined) byDigits.set(sight.digits, [{ line, ...sight }]);
        else group.push({ line, ...sight });
      }
    return [...byDigits.values()].flatMap((group) =>
      group.flatMap((later, at) => {
        const earlier = group.slice(0, at).find((each) => isSlip(each, later));
        // The value that stands more than once is the likelier one.
        if (earlier === undefined || group.slice(0, at).some((each) => each.value === later.value)) return [];
        const count = (value: number): number => group.filter((each) => each.value === value).length;
        const [odd, usual] = count(later.value) > count(earlier.value) ? [earlier, later] : [later, earlier];
        return [
          {
            place: { line: odd.line, start: odd.mention.start, end: odd.mention.end },
            message: say('unit-slip.found', { actual: odd.mention.surface, other: usual.mention.surface }),
            related: [
              {
                place: { line: usual.line, start: usual.mention.start, end: usual.mention.end },
                message: say('unit-slip.other'),
              },
            ],
          },
        ];
      }),
    );
  },
};

interface Sight {
  readonly mention: Mention;
  readonly value: number;
  /** Significant digits: 561.1亿 → 5611. */
  readonly digits: string;
  /** The writing that leads up to the amount, without words that vary: 进出口总额. */
  readonly lead: string;
  readonly isRate: boolean;
}

type Placed = Sight & { readonly line: number };

function isSlip(a: Placed, b: Placed): boolean {
  const power = Math.round(Math.log10(a.value / b.value));
  if (Math.abs(power) < 2 || a.isRate !== b.isRate || !isAlike(a.mention, b.mention)) return false;
  // Of a single digit, too many facts have the same.
  if (a.digits.length < 2) return false;
  let shared = 0;
  while (shared < a.lead.length && shared < b.lead.length && a.lead.at(-1 - shared) === b.lead.at(-1 - shared))
    shared += 1;
  const wanted = a.digits.length >= 4 ? 2 : a.digits.length === 3 ? 3 : 4;
  return shared >= wanted;
}

const scan = rememberScan<Sight>((line) =>
  line.mentions.flatMap((mention): readonly Sight[] => {
    const value = exactNumber(mention);
    if ((mention.type !== 'MONEY' && mention.type !== 'QUANTITY') || value === undefined || value < 100) return [];
    const digits = value
      .toPrecision(12)
      .replace(/e.*$|\./gu, '')
      .replace(/^0+|0+$/gu, '');
    const clause = /[^,。;:!?、()]*$/u.exec(line.view.text.slice(0, toView(line.view, mention.start)))?.[0] ?? '';
    const lead = clause.replace(/\P{Script=Han}|(?:达到?|超过?|约|近|为|至|到|共计?|合计|[了的])/gu, '').slice(-12);
    return [{ mention, value, digits, lead, isRate: /[每均单]/u.test(clause + mention.folded) }];
  }),
);
