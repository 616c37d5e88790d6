import type { Span } from '../../text/span';
import type { ValueType } from '../types';
import { scanAmount, type Amount } from './amount';
import { scanDate } from './dates';
import { currencyBefore, readMoney } from './money';
import { startsNumeral } from './numerals';
import { readPercent, readSlashFraction } from './percent';
import { outerBound, qualifierBefore, qualifierBehind } from './qualifiers';
import { readQuantity } from './quantity';
import type { AmountReading, ValueCandidate, ValueReading } from './types';

export { normalizeValue, type ValueContext } from './normalize';
export type { ValueCandidate, ValueReading } from './types';

/**
 * Finds dates, money, percentages and counts in the view text of one line: from left to right, of readings that begin at
 * one place the most specific. Spans are view units, in order, without overlap. Linear in length.
 */
export function findValues(viewText: string): readonly ValueCandidate[] {
  const found: ValueCandidate[] = [];
  let floor = 0;
  for (let at = 0; at < viewText.length; at += 1) {
    const char = viewText[at] ?? '';
    if (!startsNumeral(char) && !startsDate.has(char)) continue;
    const candidate = readAt(viewText, at, floor);
    if (candidate === undefined) {
      at = skipNumber(viewText, at);
      continue;
    }
    found.push(candidate);
    floor = candidate.end;
    at = candidate.end - 1;
  }
  return found;
}

/** Reads the value of a span that somebody else marked as `type`; undefined where the words cannot be read so. */
export function readValue(viewText: string, span: Span, type: ValueType): ValueReading | undefined {
  const text = viewText.slice(0, span.end);
  for (let at = span.start; at < span.end; at += 1) {
    if (type === 'DATE') {
      const date = scanDate(text, at);
      if (date !== undefined) return date.reading;
      continue;
    }
    if (!startsNumeral(text[at] ?? '')) continue;
    const slash = type === 'PERCENT' ? readSlashFraction(text, at) : undefined;
    if (slash !== undefined) return slash.reading;
    const amount = scanAmount(text, at, span.start);
    if (amount === undefined) continue;
    const exact = { ...amount, bound: boundOf(viewText, amount, span) };
    const prefix = currencyBefore(text, amount.numberStart, span.start);
    const reading =
      type === 'MONEY'
        ? readMoney(text, exact, prefix, span.start)?.reading
        : type === 'PERCENT'
          ? readPercent(text, exact)?.reading
          : readQuantity(text, exact)?.reading;
    return reading ?? plainReading(exact);
  }
  return undefined;
}

function plainReading(amount: Amount): AmountReading {
  const format = (value: Amount['low']): string =>
    value.scale === 0 ? value.units.toString() : (Number(value.units) / 10 ** value.scale).toString();
  return {
    kind: 'amount',
    low: format(amount.low),
    ...(amount.high === undefined ? {} : { high: format(amount.high) }),
    bound: amount.bound,
  };
}

/** The bound that words in the span, or verbs before it, give the value. */
function boundOf(text: string, amount: Amount, span: Span): Amount['bound'] {
  if (amount.bound !== 'eq') return amount.bound;
  for (let at = amount.end; at < span.end; at += 1) {
    const behind = qualifierBehind(text, at);
    if (behind !== undefined && behind.end <= span.end) return behind.bound;
  }
  return outerBound(text, span.start) ?? 'eq';
}

/** Characters besides numerals that a date may begin with. */
const startsDate = new Set('MTWFSJAOND今去明前昨后本上下同民当北香首第初年近过未这连一早晚中凌周星在最半此接为');

function readAt(text: string, at: number, floor: number): ValueCandidate | undefined {
  const amount = startsNumeral(text[at] ?? '') ? scanAmount(text, at, floor) : undefined;
  const value = amount === undefined ? undefined : readAmount(text, at, amount, floor);
  const date = scanDate(text, at);
  if (
    date !== undefined &&
    (value === undefined || date.end > value.end || (date.end === value.end && value.type === 'QUANTITY'))
  ) {
    const qualifier = date.reading.kind === 'duration' ? qualifierBefore(text, at, floor) : undefined;
    if (qualifier === undefined) return { start: at, end: date.end, type: 'DATE', reading: date.reading };
    return { start: qualifier.start, end: date.end, type: 'DATE', reading: date.reading };
  }
  return value;
}

function readAmount(text: string, at: number, amount: Amount, floor: number): ValueCandidate | undefined {
  const slash = readSlashFraction(text, at);
  if (slash !== undefined) {
    const qualifier = qualifierBefore(text, at, floor);
    return finish(text, {
      start: qualifier?.start ?? at,
      end: slash.end,
      type: 'PERCENT',
      reading: { ...slash.reading, bound: qualifier?.bound ?? 'eq' },
    });
  }
  if (/[A-Za-z第]/u.test(text[at - 1] ?? '')) {
    if (
      text[at - 1] === '第' ||
      (!/[$]$/u.test(text.slice(0, at)) && !/(?:HKD|USD|RMB|CNY|MOP|EUR)$/u.test(text.slice(Math.max(0, at - 4), at)))
    )
      return undefined;
  }
  const percent = readPercent(text, amount);
  if (percent !== undefined)
    return finish(text, { start: amount.start, end: percent.end, type: 'PERCENT', reading: percent.reading });
  const prefix = currencyBefore(text, amount.numberStart, floor);
  const money = readMoney(text, amount, prefix, floor);
  if (money !== undefined) {
    const qualifier = prefix === undefined ? undefined : qualifierBefore(text, prefix.start, floor);
    const start = qualifier?.start ?? prefix?.start ?? amount.start;
    return finish(text, {
      start,
      end: money.end,
      type: 'MONEY',
      reading: qualifier === undefined ? money.reading : { ...money.reading, bound: qualifier.bound },
    });
  }
  const quantity = readQuantity(text, amount);
  if (quantity === undefined) return undefined;
  return finish(text, {
    start: amount.start,
    end: quantity.end,
    type: 'QUANTITY',
    reading: quantity.reading,
    ends: quantity.ends,
  });
}

/** Takes a qualifier behind the span in, and the bound that a verb before it gives. */
function finish(text: string, candidate: ValueCandidate & { readonly reading: AmountReading }): ValueCandidate {
  const behind = qualifierBehind(text, candidate.end);
  const end = behind?.end ?? candidate.end;
  const bound =
    candidate.reading.bound !== 'eq'
      ? candidate.reading.bound
      : (behind?.bound ?? outerBound(text, candidate.start) ?? 'eq');
  return { ...candidate, end, reading: { ...candidate.reading, bound } };
}

/** A number that is no value is passed over whole, so that 12345号 is not read again from its middle. */
function skipNumber(text: string, at: number): number {
  let end = at;
  while (/[0-9]/u.test(text[end + 1] ?? '') && /[0-9]/u.test(text[end] ?? '')) end += 1;
  return end;
}
