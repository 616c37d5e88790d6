import { type Amount } from './amount';
import { compare, type Decimal, divide, formatDecimal, multiply, parseDecimal } from './decimal';
import type { AmountEnd } from './money';
import { scanNumeral } from './numerals';
import type { AmountReading } from './types';

/** Reads %, ‰, 个百分点, 厘, 基点, 成 and 分之 behind `amount`. */
export function readPercent(text: string, amount: Amount): AmountEnd | undefined {
  const start = text[amount.end] === ' ' ? amount.end + 1 : amount.end;
  for (const [word, unit] of units) {
    if (text.startsWith(word, start))
      return { end: start + word.length, reading: reading(amount, (value) => value, unit) };
  }
  if (text[start] === '厘' && text[start + 1] !== '米')
    return { end: start + 1, reading: reading(amount, (value) => value, undefined) };
  if (text[start] === '成') return readTenths(text, amount, start);
  return readFraction(text, amount, start);
}

const units: readonly (readonly [string, string | undefined])[] = [
  ['个百分点', 'pp'],
  ['百分点', 'pp'],
  ['个基点', 'bp'],
  ['基点', 'bp'],
  ['个点子', 'bp'],
  ['%', undefined],
  ['‰', 'permille'],
];

function reading(amount: Amount, scale: (value: Decimal) => Decimal, unit: string | undefined): AmountReading {
  return {
    kind: 'amount',
    low: formatDecimal(scale(amount.low)),
    ...(amount.high === undefined ? {} : { high: formatDecimal(scale(amount.high)) }),
    bound: amount.bound,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** 两成 is 20, 三成半 35; 成 begins many other words. */
function readTenths(text: string, amount: Amount, at: number): AmountEnd | undefined {
  if (amount.numeral.bareUnit || amount.numeral.vague || compare(amount.low, parseDecimal('10')) > 0) return undefined;
  const next = text[at + 1] ?? '';
  if ('立为功果员本都熟长品语就分套年交绩型因'.includes(next) && next !== '') return undefined;
  if ('一二'.includes(text[amount.numberStart] ?? '') && amount.end - amount.numberStart === 1 && next === '不')
    return undefined;
  const half = next === '半' || chineseFive.test(next) ? 5n : 0n;
  const more = next === '多' || next === '余';
  const scaled = (value: Decimal): Decimal => {
    const tens = multiply(value, 10n);
    return half === 0n ? tens : { units: tens.units + half * 10n ** BigInt(tens.scale), scale: tens.scale };
  };
  const found = reading(amount, scaled, undefined);
  const end = at + (half > 0n || more ? 2 : 1);
  return { end, reading: more && found.bound === 'eq' ? { ...found, bound: 'gt' } : found };
}

const chineseFive = /^五$/;

/** 百分之三点五, 三分之一, 千分之一: the amount read so far is the denominator. */
function readFraction(text: string, amount: Amount, start: number): AmountEnd | undefined {
  const fraction = text.startsWith('分之', start) ? start + 2 : undefined;
  if (fraction === undefined || amount.high !== undefined) return undefined;
  const numerator = scanNumeral(text, fraction);
  if (numerator === undefined) return undefined;
  const percent = divide(multiply(numerator.value, 100n), amount.low, 2);
  if (percent === undefined) return undefined;
  const form = isHundred(amount.low) ? {} : { form: `${formatDecimal(numerator.value)}/${formatDecimal(amount.low)}` };
  const bound = numerator.more && amount.bound === 'eq' ? 'gt' : amount.bound;
  return { end: numerator.end, reading: { kind: 'amount', low: formatDecimal(percent), bound, ...form } };
}

function isHundred(value: Decimal): boolean {
  return compare(value, parseDecimal('100')) === 0;
}

/** 1/6 between words: a fraction, unless more digits or strokes make it a date. `undefined` when there is none at `at`. */
export function readSlashFraction(text: string, at: number): AmountEnd | undefined {
  slash.lastIndex = at;
  const found = slash.exec(text);
  if (found === null || /[\d/.]/.test(text[at - 1] ?? '') || /[A-Za-z]/.test(text[at - 1] ?? '')) return undefined;
  const [whole, top = '', bottom = ''] = found;
  if (Number(top) >= Number(bottom)) return undefined;
  const percent = divide(multiply(parseDecimal(top), 100n), parseDecimal(bottom), 2);
  if (percent === undefined) return undefined;
  return {
    end: at + whole.length,
    reading: { kind: 'amount', low: formatDecimal(percent), bound: 'eq', form: `${top}/${bottom}` },
  };
}

const slash = /([1-9])\/(10|[2-9])(?![\d/.年月日])/y;
