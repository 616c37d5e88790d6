import { chineseDigits, scanNumeral } from './numerals';
import type { DateField, DatePoint, DateReading, DurationReading } from './types';

/** A date or a length of time found in a view text. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly reading: DateReading | DurationReading;
}

/**
 * Reads the date or duration that starts at `at` (view units): full and partial dates, relative ones, ranges, quarters,
 * decades, financial years, clock times beside dates, and lengths of time. `undefined` where none starts there.
 */
export function scanDate(text: string, at: number): DateSpan | undefined {
  return scanEnglish(text, at) ?? scanDecade(text, at) ?? scanRange(text, at) ?? scanDuration(text, at);
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const english =
  /(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?(?:(\d{1,2})\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s(\d{4})|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s(\d{1,2}),\s?(\d{4}))(?:\s(\d{2}:\d{2}(?::\d{2})?)(?:\s(GMT|UTC|Z))?)?/uy;

/** Dates as servers print them: Tue, 16 Aug 2022 00:43:46 GMT. */
function scanEnglish(text: string, at: number): DateSpan | undefined {
  if (!/[A-Z\d]/u.test(text.charAt(at)) || /[A-Za-z\d]/u.test(text.charAt(at - 1))) return undefined;
  english.lastIndex = at;
  const match = english.exec(text);
  if (match === null) return undefined;
  const month = months.indexOf(match[2] ?? match[4] ?? '') / 3 + 1;
  const point: DatePoint = {
    year: { value: Number(match[3] ?? match[6]) },
    month: { value: month },
    day: { value: Number(match[1] ?? match[5]) },
    ...(match[7] === undefined ? {} : { time: match[7] }),
    ...(match[8] === undefined ? {} : { zone: 'Z' }),
  };
  return { start: at, end: at + match[0].length, reading: { kind: 'date', from: point, bound: 'eq' } };
}

/** One point with the words that belong to it. */
interface PointSpan {
  readonly end: number;
  readonly point: DatePoint;
}

const digit = '[0-9〇零一二三四五六七八九十廿]';
const yearWord = '今年|去年|明年|前年|后年|本年度|本年|上年|同年|今(?=明|[早晚])';
const pointPattern = new RegExp(
  [
    '(?:(?<iso>(?:19|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9]))(?!\\d)',
    `|(?<zone>当地时间|北京时间|香港时间)?\\s?(?:(?<year>(?:19|20)\\s?\\d\\d|[一二][〇零一二三四五六七八九0-9]{3}|(?<!\\d)(?:8\\d|9\\d|1[0-3]\\d)(?=年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\\d|0?[1-9])日)|民国\\s?${digit}{1,4})\\s?年(?!代|级|期(?!间)|均|龄|货|薪)|(?<yearword>${yearWord})(?:\\s?\\((?:19|20)\\d\\d年?\\))?)?的?\\s?`,
    `(?:(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月(?:份)?(?!饼|球|亮|薪|票|租|台|嫂)|(?<monthword>本月|上个?月|下个?月|这个月)(?:\\s?\\((?:1[0-2]|[1-9])月\\))?)?\\s?`,
    `(?:(?<day>3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])\\s?[日号](?!元|本|報|报|内瓦|线|楼|干线|码|公路|馆|院|门)|(?<dayword>今[日天]|昨[日天]|前[日天]|明[日天]|后天|翌日|即日|今(?=[早晚])|昨(?=[早晚])|明(?=[早晚])))?)`,
  ].join(''),
  'uy',
);
const weekdayPattern = /\s?(?:\((?:星期|周|礼拜)([一二三四五六日天])\)|(?:星期|周|礼拜)([一二三四五六日天]))/uy;
const looseWeekday =
  /(?<week>本|这|上|下)?(?:个)?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])(?!年|期|线|[至到]周)/uy;
const timePattern =
  /[\sT]?(?<part>上午|下午|早上|晚上|中午|凌晨|清晨|早晨|傍晚|夜间|晚间|上昼|晚|早|晨)?(?:约)?\s?(?:(?<hour>[01]?\d|2[0-4]|十[一二]?|[一二两三四五六七八九])(?:[时点]|(?=:\d\d))(?:(?<half>半)|:?(?<minute>[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?)(?:分(?!钟)|(?=:\d\d)|(?!\d))?(?::?(?<second>[0-5]\d)秒?)?)?(?:许)?)?/uy;
const seasonPattern =
  /的?(?:(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度?|(?<first>首|前)(?:(?<firstquarters>[两二三23]|一)?(?:个)?季度?|(?<firstmonths>\d{1,2}|[一二两三四五六七八九十]{1,2})\s?个?月)|(?<mod>年?[初底末]|年中|年末|中期|[上中下]旬|中下旬|内)|(?<whole>全年))/uy;

/** Reads a point of time; at least one field must be written. */
function scanPoint(text: string, at: number, bare: boolean): PointSpan | undefined {
  pointPattern.lastIndex = at;
  const match = pointPattern.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  let end = match.index + match[0].length;
  let point: DatePoint = {};
  if (groups['iso'] !== undefined) {
    const [year, month, day] = groups['iso'].split(/[-/.]/u).map(Number);
    point = { year: { value: year ?? 0 }, month: { value: month ?? 0 }, day: { value: day ?? 0 } };
  } else {
    point = readFields(groups);
  }
  if (Object.keys(point).length === 0) {
    const loose = bare ? undefined : scanLoose(text, at);
    if (loose === undefined) return undefined;
    end = loose.end;
    point = loose.point;
  } else {
    while (text[end - 1] === ' ' || (text[end - 1] === '的' && end > at)) end -= 1;
    if (point.day === undefined) [end, point] = readSeason(text, end, point);
  }
  if (point.day !== undefined || point.weekday !== undefined) [end, point] = readWeekday(text, end, point);
  [end, point] = readTime(text, end, point);
  return { end, point };
}

function readFields(groups: Readonly<Record<string, string | undefined>>): DatePoint {
  const { year, yearword, month, monthword, day, dayword } = groups;
  return {
    ...(year !== undefined
      ? { year: { value: readYear(year) } }
      : yearword !== undefined
        ? { year: { offset: yearOffset(yearword) } }
        : {}),
    ...(month !== undefined
      ? { month: { value: smallNumber(month) } }
      : monthword !== undefined
        ? { month: { offset: monthword.startsWith('上') ? -1 : monthword.startsWith('下') ? 1 : 0 } }
        : {}),
    ...(day !== undefined
      ? { day: { value: smallNumber(day) } }
      : dayword !== undefined
        ? { day: { offset: dayOffset(dayword) } }
        : {}),
    ...(groups['zone'] !== undefined && (day !== undefined || month !== undefined) ? {} : {}),
  };
}

/** Points without any date field of their own: a weekday, a quarter, the first months, a clock time. */
function scanLoose(text: string, at: number): PointSpan | undefined {
  looseWeekday.lastIndex = at;
  const weekday = looseWeekday.exec(text);
  if (weekday !== null) {
    const week = weekday.groups?.['week'];
    const dated = dayInBrackets(text, at + weekday[0].length);
    if (dated !== undefined) return dated;
    return {
      end: at + weekday[0].length,
      point: {
        weekday: weekdayNumber(weekday.groups?.['weekday'] ?? ''),
        week: week === '上' ? -1 : week === '下' ? 1 : 0,
      },
    };
  }
  if (/[上下第一二三四首前]/u.test(text[at] ?? '')) {
    const [end, point] = readSeason(text, at, {});
    if (end > at && point.mod === undefined) return { end, point };
  }
  const years = /年[初底末中](?!二)|年内/uy;
  years.lastIndex = at;
  const bare = years.exec(text);
  if (bare !== null && !/[\d年中今去明每一二三四五六七八九十]/u.test(text[at - 1] ?? '')) {
    const mod = bare[0].endsWith('初') ? 'START' : bare[0].endsWith('中') ? 'MID' : 'END';
    return { end: at + 2, point: { year: { offset: 0 }, ...(bare[0].endsWith('内') ? {} : { mod }) } };
  }
  const zone = /(?:当地时间|北京时间|香港时间)?/uy;
  zone.lastIndex = at;
  const named = zone.exec(text)?.[0] ?? '';
  const start = at + named.length;
  const [end, read] = readTime(text, start, {});
  const point = /北京|香港/u.test(named) ? { ...read, zone: '+08:00' } : read;
  return end > start &&
    point.time !== undefined &&
    !/[\d:.]/u.test(text[at - 1] ?? '') &&
    (text.slice(start, end).includes(':') || /[时点]/u.test(text.slice(start, end))) &&
    !/^(?:[一二两三四五六七八九十]|\d{1,2})点$/u.test(text.slice(start, end))
    ? { end, point }
    : undefined;
}

/** 周二(13日): the day in brackets is what the weekday means. */
function dayInBrackets(text: string, at: number): PointSpan | undefined {
  const match = /^\s?\((?:(\d{1,2})月)?(\d{1,2})日\)/u.exec(text.slice(at, at + 10));
  if (match === null) return undefined;
  const month = match[1] === undefined ? {} : { month: { value: Number(match[1]) } };
  return { end: at + match[0].length, point: { ...month, day: { value: Number(match[2]) } } };
}

function readSeason(text: string, at: number, point: DatePoint): [number, DatePoint] {
  seasonPattern.lastIndex = at;
  const match = seasonPattern.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return [at, point];
  const end = at + match[0].length;
  if (groups['half'] !== undefined)
    return point.month ? [at, point] : [end, { ...point, half: groups['half'] === '上' ? 1 : 2 }];
  if (groups['quarter'] !== undefined)
    return point.month ? [at, point] : [end, { ...point, quarter: { value: smallNumber(groups['quarter']) } }];
  if (groups['firstmonths'] !== undefined)
    return point.month ? [at, point] : [end, { ...point, firstMonths: smallNumber(groups['firstmonths']) }];
  if (groups['first'] !== undefined) {
    if (point.month || !/季/u.test(match[0])) return [at, point];
    const count = groups['firstquarters'];
    return [
      end,
      count === undefined
        ? groups['first'] === '首'
          ? { ...point, quarter: { value: 1 } }
          : { ...point, quarter: { offset: -1 } }
        : { ...point, firstQuarters: smallNumber(count) },
    ];
  }
  const mod = groups['mod'];
  if (mod === undefined) return point.year !== undefined && point.month === undefined ? [end, point] : [at, point];
  if (mod === '内')
    return point.year !== undefined && point.month === undefined && 'offset' in point.year ? [at, point] : [at, point];
  if (point.year === undefined && point.month === undefined) return [at, point];
  if (/旬/u.test(mod) && point.month === undefined) return [at, point];
  if (mod.endsWith('初') && /^[一二三四五六七八九十步始期级衷试中]/u.test(text.slice(end))) return [at, point];
  if (mod === '末' || mod === '底' || mod === '初' || mod.length > 1) {
    const value = /初|上旬/u.test(mod) ? 'START' : /中/u.test(mod) ? 'MID' : 'END';
    return [end, { ...point, mod: value }];
  }
  return [at, point];
}

function readWeekday(text: string, at: number, point: DatePoint): [number, DatePoint] {
  weekdayPattern.lastIndex = at;
  const match = weekdayPattern.exec(text);
  if (match === null || point.weekday !== undefined) return [at, point];
  if (match[1] === undefined && match[0].startsWith(' ')) return [at, point];
  return [at + match[0].length, { ...point, weekday: weekdayNumber(match[1] ?? match[2] ?? '') }];
}

function readTime(text: string, at: number, point: DatePoint): [number, DatePoint] {
  timePattern.lastIndex = at;
  const match = timePattern.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined || match[0].trim() === '') return [at, point];
  const { part, hour, minute, second, half } = groups;
  const hasDay = point.day !== undefined || point.weekday !== undefined;
  if (hour === undefined) {
    if (part === undefined || !hasDay || (part.length === 1 && /[报会点安]/u.test(text[at + match[0].length] ?? '')))
      return [at, point];
    return [at + match[0].trimEnd().length, point];
  }
  if (!hasDay && Object.keys(point).length > 0) return [at, point];
  const clock = match[0].slice((part ?? '').length);
  if (/^[T\s]?\s?\d{1,2}点$/u.test(clock) && part === undefined && !hasDay) return [at, point];
  let value = smallNumber(hour);
  if (part !== undefined && /下午|晚|傍晚|夜/u.test(part) && value < 12) value += 12;
  const minutes = half !== undefined ? 30 : minute === undefined ? 0 : smallNumber(minute);
  const time = `${pad(value)}:${pad(minutes)}${second === undefined ? '' : `:${second}`}`;
  return [at + match[0].length, { ...point, time }];
}

/** A point, or a range of two: 6月3至9日, 2011-2015年, 29日至30日, 4月至6月. */
function scanRange(text: string, at: number): DateSpan | undefined {
  const short = scanShortRange(text, at);
  if (short !== undefined) return short;
  const first = scanPoint(text, at, false);
  if (first === undefined || first.end <= at || !isPlausible(text, at, first)) return undefined;
  let end = first.end;
  const mark = /\s?(?:至|到|-{1,2}|~)\s?/uy;
  mark.lastIndex = end;
  const joined = mark.exec(text);
  if (joined !== null) {
    const second = scanPoint(text, end + joined[0].length, first.point.time === undefined);
    const isNow = text.startsWith('今', end + joined[0].length) || text.startsWith('现在', end + joined[0].length);
    if (second !== undefined && second.end > end + joined[0].length && !isNow && agrees(first.point, second.point)) {
      return {
        start: at,
        end: second.end,
        reading: { kind: 'date', from: first.point, to: second.point, bound: 'eq' },
      };
    }
  }
  let open = false;
  const since = /\s?(?:以来|至今)/uy;
  since.lastIndex = end;
  const tail = since.exec(text);
  if (tail !== null) {
    end += tail[0].length;
    open = true;
  } else if (text.startsWith('同期', end) && first.point.year !== undefined) end += 2;
  return { start: at, end, reading: { kind: 'date', from: first.point, ...(open ? { open } : {}), bound: 'eq' } };
}

/** Ranges that share a unit: 3至9日 behind a month, 1至10月 behind a year, 2011-2015年, 2020-21年度. */
function scanShortRange(text: string, at: number): DateSpan | undefined {
  financial.lastIndex = at;
  const year = financial.exec(text);
  if (year !== null && !/\d/u.test(text[at - 1] ?? '')) {
    const start = Number(year[1]);
    const isFinancial = year[3] !== undefined;
    const stop = Number(year[2]) < 100 ? Math.floor(start / 100) * 100 + Number(year[2]) : Number(year[2]);
    const from: DatePoint = isFinancial ? { year: { value: start }, financialYear: true } : { year: { value: start } };
    return {
      start: at,
      end: at + year[0].length,
      reading: { kind: 'date', from, to: { year: { value: stop } }, bound: 'eq' },
    };
  }
  parts.lastIndex = at;
  const match = parts.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined || /\d/u.test(text[at - 1] ?? '')) return undefined;
  const { year: named, yearword, month, monthword, from = '', to = '', unit } = groups;
  const base: DatePoint = readFields({ year: named, yearword, month, monthword });
  if (unit !== '月' && base.month === undefined && !/[至到-]/u.test(match[0])) return undefined;
  const field = unit === '月' ? 'month' : 'day';
  if (field === 'month' && base.month !== undefined) return undefined;
  const low: DateField = { value: smallNumber(from) };
  const high: DateField = { value: smallNumber(to) };
  if (low.value >= high.value) return undefined;
  const limit = field === 'month' ? 12 : 31;
  if (high.value > limit || low.value < 1) return undefined;
  return {
    start: at,
    end: at + match[0].length,
    reading: { kind: 'date', from: { ...base, [field]: low }, to: { ...base, [field]: high }, bound: 'eq' },
  };
}

const financial = /((?:19|20)\d\d)年?\s?(?:[至到/]|-{1,2})\s?((?:19|20)?\d\d)\s?(?:年(?!代|级)(度)?|(财政年度))/uy;
const parts = new RegExp(
  `(?:(?:(?<year>(?:19|20)\\d\\d)\\s?年|(?<yearword>今年|去年|明年|前年)(?:\\s?\\((?:19|20)\\d\\d年?\\))?)\\s?)?(?:(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月|(?<monthword>本月|上月|下月))?\\s?(?<from>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:至|到|-{1,2}|~|、)(?<to>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?(?<unit>日|月(?:份)?)(?!元|本)`,
  'uy',
);

/** 上个世纪60年代初, 20世纪80年代, 九十年代; 21世纪. */
function scanDecade(text: string, at: number): DateSpan | undefined {
  decade.lastIndex = at;
  const match = decade.exec(text);
  if (match === null || /\d/u.test(text[at - 1] ?? '')) return undefined;
  const century =
    match[1] !== undefined
      ? match[1].startsWith('上')
        ? 20
        : match[1].startsWith('本')
          ? 21
          : smallNumber(match[1].replace(/世纪.*$/u, ''))
      : 20;
  if (match[2] === undefined) {
    if (match[1] === undefined) return undefined;
    return undefined;
  }
  const tens = Math.floor(smallNumber(match[2]) / 10) % 10;
  const mod = match[3];
  const point: DatePoint = {
    decade: `${century - 1}${tens}X`,
    ...(mod === undefined ? {} : { mod: /初/u.test(mod) ? 'START' : /中/u.test(mod) ? 'MID' : 'END' }),
  };
  let end = at + match[0].length;
  const open = text.startsWith('以来', end);
  if (open) end += 2;
  return { start: at, end, reading: { kind: 'date', from: point, ...(open ? { open } : {}), bound: 'eq' } };
}

const decade =
  /((?:上个?|本|\d\d|[一二]?十[一二三四五六七八九]?)世纪)?(?:的)?(?:(\d0|[一二三四五六七八九]十)年代)(初期?|中期|中叶|末期?|后期|中后期)?/uy;

const durationUnits: readonly (readonly [string, string])[] = [
  ['个多月', 'PnM'],
  ['个月', 'PnM'],
  ['个星期', 'PnW'],
  ['个礼拜', 'PnW'],
  ['个小时', 'PTnH'],
  ['个半小时', 'PThH'],
  ['小时', 'PTnH'],
  ['个钟头', 'PTnH'],
  ['分钟', 'PTnM'],
  ['秒钟', 'PTnS'],
  ['周年', 'PnY'],
  ['个年头', 'PnY'],
  ['个年度', 'PnY'],
  ['个季度', 'PnQ'],
  ['年多', 'PnY'],
  ['年半', 'PhY'],
  ['年', 'PnY'],
  ['天', 'PnD'],
  ['周', 'PnW'],
  ['星期', 'PnW'],
];

/** 近40年來, 未來5年, 7天, 三個月, 過去一年: qualifiers and frames inside. */
function scanDuration(text: string, at: number): DateSpan | undefined {
  frame.lastIndex = at;
  const before = frame.exec(text);
  const numberAt = at + (before?.[0].length ?? 0);
  if (text[numberAt] === '半' && /^半(?:年(?!报)|个月|天|日(?!元)|小时)/u.test(text.slice(numberAt)))
    return halfDuration(text, at, numberAt, before?.[0] ?? '');
  const first = scanNumeral(text, numberAt);
  if (first === undefined || (first.vague && first.bareUnit)) return undefined;
  let end = first.end;
  let high: string | undefined = first.pair === undefined ? undefined : plain(first.pair);
  const range = /\s?(?:至|到|-{1,2}|~)\s?/uy;
  range.lastIndex = end;
  const mark = range.exec(text);
  if (mark !== null) {
    const second = scanNumeral(text, end + mark[0].length);
    if (second !== undefined) {
      high = plain(second.value);
      end = second.end;
    }
  }
  if (text[end] === ' ') end += 1;
  const unit = durationUnits.find(([word]) => text.startsWith(word, end));
  if (unit === undefined) return undefined;
  const [word, shape] = unit;
  const low = plain(first.value);
  if (low === undefined || !isDuration(text, at, numberAt, end, word, low, before?.[0] ?? '')) return undefined;
  let stop = end + word.length;
  const tail =
    /期?(?:多|余|以上|左右|以来|间(?!断)|来(?!自|到|临|说|看|港|华|访|源|往))?(?:来(?!自|到|临|说|看|港|华|访|源|往))?/uy;
  tail.lastIndex = stop;
  const behind = tail.exec(text)?.[0] ?? '';
  if (!(behind === '间' && before?.[0] === '')) stop += behind.length;
  const bound =
    /[近]/u.test(before?.[0] ?? '') && !/最近/u.test(before?.[0] ?? '') && !/来/u.test(behind)
      ? 'approx-below'
      : first.more || /多|余/u.test(behind + word) || /超|逾|多于/u.test(before?.[0] ?? '')
        ? 'gt'
        : 'eq';
  const format = (value: string): string =>
    shape.includes('h')
      ? shape.replace('h', `${value}.5`)
      : shape === 'PnQ'
        ? `P${Number(value) * 3}M`
        : shape.replace('n', value);
  return {
    start: at,
    end: stop,
    reading: { kind: 'duration', low: format(low), ...(high === undefined ? {} : { high: format(high) }), bound },
  };
}

function halfDuration(text: string, at: number, numberAt: number, before: string): DateSpan | undefined {
  const unit = /^半(年|个月|天|日|小时|个小时)/u.exec(text.slice(numberAt, numberAt + 5));
  if (unit === null || (before === '' && /[一两二三四五六七八九十年\d上下]/u.test(text[at - 1] ?? '')))
    return undefined;
  const low =
    unit[1] === '年' ? 'P6M' : unit[1] === '个月' ? 'P15D' : unit[1]?.includes('小时') === true ? 'PT30M' : 'PT12H';
  let end = numberAt + unit[0].length;
  if (/^[多来]/u.test(text.slice(end)) && !/^来[自到临]/u.test(text.slice(end))) end += 1;
  return { start: at, end, reading: { kind: 'duration', low, bound: 'eq' } };
}

const frame =
  /(?:(?:过去|未来|今后|此后|最近|连续|一连|接连|这|近|首|头)(?:的)?\s?)?(?:(?:超过|逾|超|近|约|大约|至少|不超过|不少于|最长|最多|多于|少于|不足|不到)\s?)?/uy;

/** Whether number and unit measure time here: 2015年 is a year, 三年级 a class, 一天 often no measure. */
function isDuration(
  text: string,
  at: number,
  numberAt: number,
  end: number,
  unit: string,
  low: string,
  before: string,
): boolean {
  const next = text.slice(end + unit.length, end + unit.length + 3);
  if (unit === '年' && /^(?:级|代|期间|度|均|轻|龄|会|月|[0-9]|初|底|末)/u.test(next)) return false;
  if (unit === '年' && Number(low) > 200) return false;
  if (unit === '天' && /^(?:然|气|下|津|空|赋|鹅|河|府|山|地|宫|坛|才|堂)/u.test(next)) return false;
  if (unit === '周' && /^(?:[一二三四五六日末年报刊边围转期密到])/u.test(next)) return false;
  if (/[第每\d.两三几数]/u.test(text[at - 1] ?? '') && before === '') return false;
  if (
    before === '' &&
    low === '1' &&
    numberAt === at &&
    unit !== '周年' &&
    unit !== '个月' &&
    !/^(?:[来多半前内后]|之内|以来|时间)/u.test(next)
  )
    return false;
  if (/[全当同某]$/u.test(text.slice(0, at))) return false;
  return true;
}

function plain(value: { readonly units: bigint; readonly scale: number }): string | undefined {
  return value.scale === 0 ? value.units.toString() : (Number(value.units) / 10 ** value.scale).toString();
}

/** What the fields rule out: a lone 日 without day, 2月30日 is left to the checks; numbers that go on are no dates. */
function isPlausible(text: string, at: number, span: PointSpan): boolean {
  const before = text[at - 1] ?? '';
  const { point } = span;
  if (/[\d.第]/u.test(before) && /\d/u.test(text[at] ?? '')) return false;
  if (before === ':' && /\d/u.test(text[at - 2] ?? '') && /\d/u.test(text[at] ?? '')) return false;
  if (before === '第' || (/[〇一二三四五六七八九十]/u.test(before) && /[〇一二三四五六七八九十]/u.test(text[at] ?? '')))
    return false;
  const only = Object.keys(point);
  if (only.length === 1 && point.day !== undefined && 'value' in point.day) {
    const first = text[at] ?? '';
    if (!/\d/u.test(first) && !/^(?:十|二十|三十|廿)/u.test(text.slice(at, at + 2)) && text[span.end - 1] === '日')
      return false;
    if (text[span.end - 1] === '号') return false;
  }
  if (
    only.length === 1 &&
    point.month !== undefined &&
    /^[一二三四五六七八九十]/u.test(text[at] ?? '') &&
    /[个多]/u.test(before)
  )
    return false;
  if (only.length === 1 && point.time !== undefined && !/[:时点]/u.test(text.slice(at, span.end))) return false;
  return true;
}

/** The second point of a range must not be coarser than the first. */
function agrees(from: DatePoint, to: DatePoint): boolean {
  if (from.day !== undefined) return to.day !== undefined || to.time !== undefined;
  if (from.month !== undefined) return to.month !== undefined;
  if (from.year !== undefined) return to.year !== undefined;
  if (from.time !== undefined && from.day === undefined) return to.time !== undefined;
  if (from.weekday !== undefined) return to.weekday !== undefined;
  return from.time !== undefined && to.time !== undefined;
}

function readYear(written: string): number {
  if (written.startsWith('民国')) return 1911 + smallNumber(written.slice(2).trim());
  return Number(
    [...written.replace(/\s/gu, '')]
      .map((char) => (/\d/u.test(char) ? char : String(chineseDigits.get(char) ?? 0)))
      .join(''),
  );
}

function yearOffset(word: string): number {
  return word === '去年' || word === '上年' ? -1 : word === '前年' ? -2 : word === '明年' ? 1 : word === '后年' ? 2 : 0;
}

function dayOffset(word: string): number {
  switch (word.charAt(0)) {
    case '昨':
      return -1;
    case '前':
      return -2;
    case '明':
    case '翌':
      return 1;
    case '后':
      return 2;
    default:
      return 0;
  }
}

function weekdayNumber(char: string): number {
  return '一二三四五六日'.indexOf(char === '天' ? '日' : char) + 1;
}

function smallNumber(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const [tens, ones] = written.replace('廿', '二十').split('十');
  if (ones === undefined) return chineseDigits.get(written) ?? 0;
  return (
    (tens === '' ? 1 : (chineseDigits.get(tens ?? '') ?? 1)) * 10 + (ones === '' ? 0 : (chineseDigits.get(ones) ?? 0))
  );
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
