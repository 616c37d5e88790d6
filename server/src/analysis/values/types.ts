import type { Span } from '../../text/span';
import type { Bound, ValueType } from '../types';

/** A value found in the view text of one line; offsets are view units. */
export interface ValueCandidate extends Span {
  readonly type: ValueType;
  readonly reading: ValueReading;
  /** Other places at which the span may end, in order: behind number and measure, behind each noun that could be its head. */
  readonly ends?: readonly number[];
}

/** What the words of a value say, before anything is known about the document around them. */
export type ValueReading = AmountReading | DateReading | DurationReading;

/** Money, percentages and counts. Numbers are plain decimal strings. */
export interface AmountReading {
  readonly kind: 'amount';
  readonly low: string;
  readonly high?: string;
  readonly bound: Bound;
  /** ISO 4217 when the words name it; absent for 元 alone. */
  readonly currency?: string;
  readonly unit?: string;
  readonly form?: string;
}

/** A length of time, ISO 8601: P5Y; `high` for the other end of a range. */
export interface DurationReading {
  readonly kind: 'duration';
  readonly low: string;
  readonly high?: string;
  readonly bound: Bound;
}

/** A date or a range of dates, with what is missing left open. */
export interface DateReading {
  readonly kind: 'date';
  readonly from: DatePoint;
  readonly to?: DatePoint;
  /** 以来: from that date until now. */
  readonly open?: boolean;
  readonly bound: Bound;
}

/** A field that is written (`value`) or counted from another date (`offset`: 今年 0, 去年 -1). */
export type DateField = { readonly value: number } | { readonly offset: number };

/** One point in time as written. All fields are optional; months and days count from 1. */
export interface DatePoint {
  readonly year?: DateField;
  /** A decade such as 196X, instead of a year. */
  readonly decade?: string;
  /** 2018-19年度 in Hong Kong runs from April to March. */
  readonly financialYear?: boolean;
  readonly quarter?: DateField;
  readonly half?: 1 | 2;
  /** 前三季度, 首7个月, 1至6月: the last month or quarter of a run that begins with the year. */
  readonly firstMonths?: number;
  readonly firstQuarters?: number;
  readonly month?: DateField;
  readonly day?: DateField;
  /** ISO weekday, 1 to 7, with the week counted from this one; without `week` it only accompanies a date. */
  readonly weekday?: number;
  readonly week?: number;
  readonly mod?: 'START' | 'MID' | 'END';
  /** `19:30`, `10:09:00`. */
  readonly time?: string;
  /** `+08:00` or `Z`, when the words name the zone. */
  readonly zone?: string;
}
