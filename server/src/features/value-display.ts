import type { MentionType, Value } from '../analysis/types';
import type { Locale, MessageKey, Translate } from './messages';

/** A value as people write it. */
export interface ValueDisplay {
  /** In full, such as `more than CNY 6,000,000,000`. */
  readonly plain: string;
  /** In 億 and 萬, absent below ten thousand. */
  readonly chinese?: string;
  /** In millions and billions, absent below a million. */
  readonly english?: string;
  /** Weekday of a full date. */
  readonly weekday?: string;
}

/** Renders a normalised value in the reader's language; a norm that is no number is shown as it is. */
export function displayValue(type: MentionType, value: Value, locale: Locale, t: Translate): ValueDisplay {
  if (type === 'DATE') return displayDate(value, locale, t);
  const parts = value.norm.split('/');
  if (parts.length > 2 || !parts.every((part) => number.test(part))) {
    return { plain: value.norm === 'unknown' ? t('value.unknown') : value.norm };
  }
  const bound = (text: string): string => (value.bound === 'eq' ? text : t(boundKeys[value.bound], { value: text }));
  const joined = (render: (part: string) => string): string => parts.map(render).join('–');
  const unit =
    type === 'PERCENT'
      ? value.unit === 'pp'
        ? ` ${t('value.points')}`
        : '%'
      : value.unit === undefined || type === 'MONEY'
        ? ''
        : ` ${value.unit}`;
  const currency = value.currency === undefined ? '' : `${value.currency} `;
  const largest = Math.max(...parts.map(digitsBefore));
  return {
    plain: bound(`${currency}${joined(groupDigits)}${unit}`),
    ...(largest > 4 && type !== 'PERCENT'
      ? { chinese: bound(`${currency}${joined((part) => inMyriads(part, locale))}`) }
      : {}),
    ...(largest > 6 && type !== 'PERCENT' ? { english: bound(`${currency}${joined(inMillions)}`) } : {}),
  };
}

/** The number or range of a value, with its digits in groups; a norm that is no number is given as it is. */
export function numberOf({ norm }: Value): string {
  const parts = norm.split('/');
  return parts.length <= 2 && parts.every((part) => number.test(part)) ? parts.map(groupDigits).join('–') : norm;
}

/** A bound in words, empty where the value is exact. */
export function boundName({ bound }: Value, t: Translate): string {
  return bound === 'eq' ? '' : t(boundKeys[bound], { value: '' }).trim();
}

/** `1234567.5` → `1,234,567.5`. */
export function groupDigits(norm: string): string {
  const [whole = '', fraction] = norm.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const number = /^-?\d+(?:\.\d+)?$/u;

const boundKeys: Readonly<Record<Exclude<Value['bound'], 'eq'>, MessageKey>> = {
  gt: 'bound.gt',
  ge: 'bound.ge',
  lt: 'bound.lt',
  le: 'bound.le',
  approx: 'bound.approx',
  'approx-below': 'bound.approxBelow',
};

function displayDate(value: Value, locale: Locale, t: Translate): ValueDisplay {
  if (value.norm === 'unknown') return { plain: t('value.unknown') };
  const { norm } = value;
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:]+)?$/u.exec(norm);
  if (day === null) return { plain: norm };
  const [, year, month, date] = day;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  if (time.getUTCMonth() !== Number(month) - 1) return { plain: norm };
  const tag = locale === 'en' ? 'en' : locale === 'zh-tw' ? 'zh-Hant' : 'zh-Hans';
  return { plain: norm, weekday: new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(time) };
}

function digitsBefore(part: string): number {
  return part.replace(/^-/u, '').replace(/\..*$/u, '').replace(/^0+/u, '').length;
}

/** Moves the decimal point to the left by string, so that no digit is lost. */
function shiftPoint(part: string, places: number): string {
  const sign = part.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = part.replace(/^-/u, '').split('.');
  const padded = whole.padStart(places + 1, '0');
  const moved = `${padded.slice(0, -places)}.${padded.slice(-places)}${fraction}`
    .replace(/0+$/u, '')
    .replace(/\.$/u, '');
  return `${sign}${groupDigits(moved)}`;
}

function inMyriads(part: string, locale: Locale): string {
  const [myriad, hundredMillion] = locale === 'zh-cn' ? ['万', '亿'] : ['萬', '億'];
  const digits = digitsBefore(part);
  if (digits > 12) return `${shiftPoint(part, 12)}${myriad}${hundredMillion}`;
  return digits > 8
    ? `${shiftPoint(part, 8)}${hundredMillion}`
    : digits > 4
      ? `${shiftPoint(part, 4)}${myriad}`
      : groupDigits(part);
}

function inMillions(part: string): string {
  const digits = digitsBefore(part);
  if (digits > 12) return `${shiftPoint(part, 12)} trillion`;
  return digits > 9
    ? `${shiftPoint(part, 9)} billion`
    : digits > 6
      ? `${shiftPoint(part, 6)} million`
      : groupDigits(part);
}
