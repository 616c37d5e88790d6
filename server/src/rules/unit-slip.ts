import type { Mention } from '../analysis/types';
import { toView } from '../text/view';
import { exactNumber, isAlike } from './figures';
import { rememberGroups, type Sighted } from './groups';
import type { Draft, Place, Rule } from './types';

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
    return [...amounts(analysis.lines).repeated.values()].flatMap((group) =>
      slipsOf(group).map(([odd, usual]): Draft => ({
        place: placeOf(odd),
        message: say('unit-slip.found', { actual: odd.result.mention.surface, other: usual.result.mention.surface }),
        related: [{ place: placeOf(usual), message: say('unit-slip.other') }],
      })),
    );
  },
};

const known = new WeakMap<readonly Placed[], readonly (readonly [Placed, Placed])[]>();

/** The slips among amounts of the same digits, each with the amount that it should be; worked out once while they stay. */
function slipsOf(group: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const before = known.get(group);
  if (before !== undefined) return before;
  const counts = new Map<number, number>();
  for (const { result } of group) counts.set(result.value, (counts.get(result.value) ?? 0) + 1);
  const seen = new Set<number>();
  const found = group.flatMap((later, at): readonly (readonly [Placed, Placed])[] => {
    const { value } = later.result;
    if (counts.size < 2 || seen.has(value)) return [];
    seen.add(value);
    const earlier = group.slice(0, at).find((each) => isSlip(each.result, later.result));
    if (earlier === undefined) return [];
    // The value that stands more than once is the likelier one.
    const isUsual = (counts.get(value) ?? 0) > (counts.get(earlier.result.value) ?? 0);
    return [isUsual ? [earlier, later] : [later, earlier]];
  });
  known.set(group, found);
  return found;
}

function placeOf({ line, result: { mention } }: Placed): Place {
  return { line, start: mention.start, end: mention.end };
}

interface Sight {
  readonly mention: Mention;
  readonly value: number;
  /** Significant digits: 561.1亿 → 5611. */
  readonly digits: string;
  /** The writing that leads up to the amount, without words that vary: 进出口总额. */
  readonly lead: string;
  readonly isRate: boolean;
}

type Placed = Sighted<Sight>;

function isSlip(a: Sight, b: Sight): boolean {
  const power = Math.round(Math.log10(a.value / b.value));
  if (Math.abs(power) < 2 || a.isRate !== b.isRate || !isAlike(a.mention, b.mention)) return false;
  let shared = 0;
  while (shared < a.lead.length && shared < b.lead.length && a.lead.at(-1 - shared) === b.lead.at(-1 - shared))
    shared += 1;
  const wanted = a.digits.length >= 4 ? 2 : a.digits.length === 3 ? 3 : 4;
  return shared >= wanted;
}

const amounts = rememberGroups<Sight>(
  (line) =>
    line.mentions.flatMap((mention): readonly Sight[] => {
      const value = exactNumber(mention);
      if ((mention.type !== 'MONEY' && mention.type !== 'QUANTITY') || value === undefined || value < 100) return [];
      const digits = value
        .toPrecision(12)
        .replace(/e.*$|\./gu, '')
        .replace(/^0+|0+$/gu, '');
      // Of a single digit, too many facts have the same.
      if (digits.length < 2) return [];
      const clause = /[^,。;:!?、()]*$/u.exec(line.view.text.slice(0, toView(line.view, mention.start)))?.[0] ?? '';
      const lead = clause.replace(/\P{Script=Han}|(?:达到?|超过?|约|近|为|至|到|共计?|合计|[了的])/gu, '').slice(-12);
      return [{ mention, value, digits, lead, isRate: /[每均单]/u.test(clause + mention.folded) }];
    }),
  ({ digits }) => digits,
);
