import type { Bound } from '../types';
import { add, compare, type Decimal, multiply, negate, zero } from './decimal';
import { type Numeral, scanNumeral } from './numerals';
import { qualifierBefore } from './qualifiers';

/** A number or a range of numbers with the qualifiers before it; the unit is for others to read at `end`. */
export interface Amount {
  /** Qualifiers included. */
  readonly start: number;
  readonly numberStart: number;
  readonly end: number;
  readonly low: Decimal;
  readonly high?: Decimal;
  readonly bound: Bound;
  readonly numeral: Numeral;
}

/**
 * Reads the amount whose number starts at `at`. Qualifiers are looked for between `floor` and `at`.
 * A range may leave the multiplier to its second number: 6-8亿 is 600000000/800000000.
 */
export function scanAmount(text: string, at: number, floor: number): Amount | undefined {
  const first = scanNumeral(text, at);
  if (first === undefined) return undefined;
  let start = at;
  let bound: Bound = first.more || first.vague ? 'gt' : 'eq';
  const qualifier = qualifierBefore(text, at, floor);
  if (qualifier !== undefined) {
    start = qualifier.start;
    bound = qualifier.bound;
  } else if (first.bareUnit && '上过超'.includes(text[at - 1] ?? ' ') && at - 1 >= floor && text[at - 2] !== '不') {
    start = at - 1;
    bound = text[at - 1] === '上' ? 'ge' : 'gt';
  }
  const second = rangeEnd(text, first);
  if (second !== undefined) {
    const low =
      first.multiplier === 1n &&
      second.multiplier > 1n &&
      compare(first.value, second.value) < 0 &&
      first.value.units < second.multiplier
        ? multiply(first.value, second.multiplier)
        : first.value;
    return { start, numberStart: at, end: second.end, low, high: second.value, bound, numeral: second };
  }
  const high = first.pair === undefined ? {} : { high: first.pair };
  return { start, numberStart: at, end: first.end, low: first.value, ...high, bound, numeral: first };
}

/** The second number behind 至, 到, - or ~ directly after the first. */
function rangeEnd(text: string, first: Numeral): Numeral | undefined {
  const mark = rangeMark(text, first.end);
  if (mark === undefined) return undefined;
  const second = scanNumeral(text, mark);
  if (second === undefined || second.vague) return undefined;
  const larger = compare(first.value, second.value) < 0;
  return larger && first.arabic === second.arabic ? second : undefined;
}

/** The position behind a range mark that starts at `at`; a blank may follow it. */
export function rangeMark(text: string, at: number): number | undefined {
  const mark = text[at];
  if (mark === undefined || !'至到-~'.includes(mark)) return undefined;
  let next = at + 1;
  if (mark === '-' && text[next] === '-') next += 1;
  if (text[next] === ' ') next += 1;
  return next;
}

/** `value` with a minus before it. */
export function negative(value: Decimal): Decimal {
  return negate(value);
}

/** Whether the amount is exactly `number`. */
export function isExactly(amount: Amount, number: number): boolean {
  return amount.high === undefined && compare(amount.low, add(zero, { units: BigInt(number), scale: 0 })) === 0;
}
