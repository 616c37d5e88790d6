import type { Amount } from './amount';
import { formatDecimal } from './decimal';
import { countsPeople, speaksOfMoney } from './money-context';
import type { AmountReading } from './types';

/** A unit or sign of money in the view text and its ISO 4217 code; `undefined` where the words leave it open. */
export interface Currency {
  readonly start: number;
  readonly end: number;
  readonly code: string | undefined;
}

/** A reading of one type that ends at `end`. */
export interface AmountEnd {
  readonly end: number;
  readonly reading: AmountReading;
}

/** Reads the unit of money behind `amount`: 元, 亿美元, 元人民币, or nothing at all in 投资120亿. */
export function readMoney(
  text: string,
  amount: Amount,
  prefix: Currency | undefined,
  floor: number,
): AmountEnd | undefined {
  const unit = currencyBehind(text, amount.end);
  if (unit !== undefined) {
    if (unit.code === undefined && isOtherWord(text, amount, unit)) return undefined;
    return { end: unit.end, reading: reading(amount, unit.code ?? prefix?.code) };
  }
  if (prefix !== undefined) return { end: amount.end, reading: reading(amount, prefix.code) };
  return isBareMoney(text, amount, floor) ? { end: amount.end, reading: reading(amount, undefined) } : undefined;
}

function reading(amount: Amount, currency: string | undefined): AmountReading {
  return {
    kind: 'amount',
    low: formatDecimal(amount.low),
    ...(amount.high === undefined ? {} : { high: formatDecimal(amount.high) }),
    bound: amount.bound,
    ...(currency === undefined ? {} : { currency }),
  };
}

/** The sign or name of a currency that ends at `end` (one blank may follow it): HK$, 人民币. */
export function currencyBefore(text: string, end: number, floor: number): Currency | undefined {
  const at = text[end - 1] === ' ' ? end - 1 : end;
  for (const [word, code] of prefixes) {
    const start = at - word.length;
    if (start < floor || !text.startsWith(word, start)) continue;
    if (/[A-Za-z]/.test(word[0] ?? '') && /[A-Za-z]/.test(text[start - 1] ?? '')) continue;
    return { start, end: at, code };
  }
  return undefined;
}

/** The unit of money that starts at `at` (one blank may part it from the number). */
export function currencyBehind(text: string, at: number): Currency | undefined {
  const start = text[at] === ' ' ? at + 1 : at;
  for (const [word, code] of units) {
    if (text.startsWith(word, start)) return { start, end: start + word.length, code };
  }
  return undefined;
}

/** 多元化, 二元结构, 三元区, 五元旦: 元 that is no money. */
function isOtherWord(text: string, amount: Amount, unit: Currency): boolean {
  const next = text.slice(unit.end, unit.end + 2);
  if (/^[旦宵朗宇勋首帅]/.test(next) && !/^首[季期年付]/.test(next)) return true;
  if (/^(?:化|素|论|性|月份)/.test(next)) return true;
  if (amount.numeral.arabic || amount.numeral.multiplier > 1n) return false;
  return /^(?:结构|体制|区|里|桥|材料|锂|次|方程|制|文化|共|治理|格局|主体|投|经济)/.test(
    text.slice(unit.end, unit.end + 2),
  );
}

/** 亿 or 万 without 元 counts as money where the words beside it speak of money and not of people. */
function isBareMoney(text: string, amount: Amount, floor: number): boolean {
  if (amount.numeral.multiplier < 10_000n || (amount.numeral.vague && amount.numeral.multiplier < 100_000_000n))
    return false;
  const next = text.slice(amount.end, amount.end + 4);
  if (countsPeople(next)) return false;
  return speaksOfMoney(text.slice(Math.max(floor, amount.start - 14), amount.start), next);
}

const units: readonly (readonly [string, string | undefined])[] = [
  ['元人民币', 'CNY'],
  ['元港币', 'HKD'],
  ['元港元', 'HKD'],
  ['元新台币', 'TWD'],
  ['元台币', 'TWD'],
  ['元美金', 'USD'],
  ['元澳门币', 'MOP'],
  ['元(人民币)', 'CNY'],
  ['元(港币)', 'HKD'],
  ['元(新台币)', 'TWD'],
  ['元(美元)', 'USD'],
  ['新加坡元', 'SGD'],
  ['澳门元', 'MOP'],
  ['澳门币', 'MOP'],
  ['葡币', 'MOP'],
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['港纸', 'HKD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['韩元', 'KRW'],
  ['韩圆', 'KRW'],
  ['韩币', 'KRW'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新元', 'SGD'],
  ['坡元', 'SGD'],
  ['纽元', 'NZD'],
  ['新西兰元', 'NZD'],
  ['瑞士法郎', 'CHF'],
  ['瑞郎', 'CHF'],
  ['卢布', 'RUB'],
  ['卢比', 'INR'],
  ['泰铢', 'THB'],
  ['越南盾', 'VND'],
  ['印尼盾', 'IDR'],
  ['林吉特', 'MYR'],
  ['比索', 'PHP'],
  ['雷亚尔', 'BRL'],
  ['兰特', 'ZAR'],
  ['迪拉姆', 'AED'],
  ['里亚尔', 'SAR'],
  ['坚戈', 'KZT'],
  ['里拉', 'TRY'],
  ['马克', 'DEM'],
  ['法郎', 'CHF'],
  ['元钱', undefined],
  ['块钱', undefined],
  ['圆', undefined],
  ['元', undefined],
  ['CNY', 'CNY'],
  ['RMB', 'CNY'],
  ['HKD', 'HKD'],
  ['USD', 'USD'],
  ['MOP', 'MOP'],
  ['EUR', 'EUR'],
];

const prefixes: readonly (readonly [string, string | undefined])[] = [
  ['HKD$', 'HKD'],
  ['HK$', 'HKD'],
  ['US$', 'USD'],
  ['NT$', 'TWD'],
  ['MOP$', 'MOP'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['RMB¥', 'CNY'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['HKD', 'HKD'],
  ['USD', 'USD'],
  ['MOP', 'MOP'],
  ['NTD', 'TWD'],
  ['TWD', 'TWD'],
  ['EUR', 'EUR'],
  ['GBP', 'GBP'],
  ['JPY', 'JPY'],
  ['人民币', 'CNY'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['澳门元', 'MOP'],
  ['澳门币', 'MOP'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
  ['$', undefined],
];
