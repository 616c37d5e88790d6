import type { DocumentProfile, Value } from '../types';
import type { DateField, DatePoint, DateReading, ValueCandidate } from './types';

/** What the document tells about a value. */
export interface ValueContext {
  readonly profile: DocumentProfile;
  /** ISO date, month or year that the text spoke of last. */
  readonly lastDate?: string;
}

/** The value of a candidate in its document: plain numbers, ISO 8601 / EDTF, ISO 4217. */
export function normalizeValue(candidate: ValueCandidate, context: ValueContext): Value {
  const { reading } = candidate;
  if (reading.kind === 'duration') return { norm: join(reading.low, reading.high), bound: reading.bound };
  if (reading.kind === 'date') return normalizeDate(reading, context);
  const { low, high, bound, unit, form } = reading;
  const currency = candidate.type === 'MONEY' ? { currency: reading.currency ?? defaultCurrency(context.profile) } : {};
  const defaulted = candidate.type === 'MONEY' && reading.currency === undefined ? { basis: 'currency-defaulted' } : {};
  return {
    norm: join(low, high),
    bound,
    ...currency,
    ...defaulted,
    ...(unit === undefined ? {} : { unit }),
    ...(form === undefined ? {} : { form }),
  };
}

function join(low: string, high: string | undefined): string {
  return high === undefined || high === low ? low : `${low}/${high}`;
}

function defaultCurrency({ region, script }: DocumentProfile): string {
  if (script === 'hans') return 'CNY';
  return { hk: 'HKD', mo: 'MOP', tw: 'TWD', cn: 'CNY' }[region];
}

interface Resolved {
  readonly text: string;
  readonly based: boolean;
}

function normalizeDate(reading: DateReading, context: ValueContext): Value {
  const { from, to } = reading;
  const mod = from.mod === undefined ? {} : { mod: from.mod };
  if (from.financialYear === true && from.year !== undefined && 'value' in from.year) {
    return { norm: `${from.year.value}-04/${from.year.value + 1}-03`, bound: 'eq', basis: 'hk-financial-year' };
  }
  const first = resolve(from, context, to);
  if (first === undefined) return { norm: 'unknown', bound: 'eq', ...mod };
  const basis = first.based ? { basis: basisOf(context) } : {};
  if (to === undefined)
    return { norm: reading.open === true ? `${first.text}/..` : first.text, bound: 'eq', ...mod, ...basis };
  const filled: DatePoint = {
    ...(to.year === undefined && from.year !== undefined ? { year: from.year } : {}),
    ...(to.month === undefined && to.day !== undefined && from.month !== undefined ? { month: from.month } : {}),
    ...to,
  };
  const second = resolve(filled, context);
  return { norm: second === undefined ? first.text : `${first.text}/${second.text}`, bound: 'eq', ...mod, ...basis };
}

/** Where the part of a date that the text leaves out comes from. */
function basisOf({ profile: { date } }: ValueContext): string {
  return date === undefined ? 'heading-year' : date.line < 0 ? 'related-document' : 'document-date';
}

function resolve(point: DatePoint, { profile, lastDate }: ValueContext, to?: DatePoint): Resolved | undefined {
  if (point.decade !== undefined) return { text: point.decade, based: false };
  const today = profile.date?.iso;
  const time = point.time === undefined ? '' : `T${point.time}${point.zone ?? ''}`;
  if (point.weekday !== undefined && point.day === undefined) return weekdayDate(point, today);
  if (point.day !== undefined && 'offset' in point.day) {
    return today === undefined ? undefined : { text: addDays(today, point.day.offset) + time, based: true };
  }
  const explicit = point.year !== undefined && 'value' in point.year ? point.year.value : undefined;
  const year = explicit ?? yearOf(point, today, lastDate, to, profile.year);
  const based = explicit === undefined;
  const span = seasonOf(point, year);
  if (span !== undefined) return { text: span, based };
  if (point.month === undefined && point.day === undefined) {
    if (point.year === undefined)
      return time === '' || today === undefined ? undefined : { text: today + time, based: true };
    return year === undefined ? undefined : { text: pad(year, 4), based };
  }
  const month = monthOf(point.month, today, lastDate);
  const day = point.day !== undefined && 'value' in point.day ? `-${pad(point.day.value, 2)}` : '';
  if (month === undefined) return undefined;
  const shifted =
    point.month !== undefined && 'offset' in point.month && today !== undefined
      ? shiftMonth(today.slice(0, 7), point.month.offset)
      : undefined;
  const prefix = shifted ?? `${year === undefined ? 'XXXX' : pad(year, 4)}-${pad(month, 2)}`;
  return { text: prefix + day + time, based: based || shifted !== undefined };
}

function yearOf(
  point: DatePoint,
  today: string | undefined,
  lastDate: string | undefined,
  to: DatePoint | undefined,
  headingYear: number | undefined,
): number | undefined {
  const base = today === undefined ? undefined : Number(today.slice(0, 4));
  if (point.year !== undefined && 'offset' in point.year)
    return base === undefined && headingYear === undefined ? undefined : (base ?? headingYear ?? 0) + point.year.offset;
  if (to?.year !== undefined && 'value' in to.year) return to.year.value;
  const last = lastDate === undefined || !/^\d{4}/u.test(lastDate) ? undefined : Number(lastDate.slice(0, 4));
  return base ?? last ?? headingYear;
}

function monthOf(
  field: DateField | undefined,
  today: string | undefined,
  lastDate: string | undefined,
): number | undefined {
  if (field !== undefined && 'value' in field) return field.value;
  const base = (field === undefined ? lastDate?.slice(0, 7) : undefined) ?? today?.slice(0, 7);
  const month = Number(base?.slice(5, 7));
  if (!Number.isFinite(month) || month === 0) return today === undefined ? undefined : Number(today.slice(5, 7));
  return month;
}

/** Halves, quarters and runs from the year's start as ranges of months. */
function seasonOf(point: DatePoint, year: number | undefined): string | undefined {
  const name = year === undefined ? 'XXXX' : pad(year, 4);
  const months = (from: number, to: number): string =>
    from === to ? `${name}-${pad(from, 2)}` : `${name}-${pad(from, 2)}/${name}-${pad(to, 2)}`;
  if (point.half !== undefined) return point.half === 1 ? months(1, 6) : months(7, 12);
  if (point.quarter !== undefined && 'value' in point.quarter) return `${name}-Q${point.quarter.value}`;
  if (point.firstQuarters !== undefined) return months(1, point.firstQuarters * 3);
  if (point.firstMonths !== undefined) return months(1, point.firstMonths);
  return undefined;
}

function weekdayDate(point: DatePoint, today: string | undefined): Resolved | undefined {
  if (today === undefined) return undefined;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return { text: addDays(today, (point.weekday ?? 1) - now + 7 * (point.week ?? 0)), based: true };
}

function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
