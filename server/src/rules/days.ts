/** How the view text writes a year, a month and a day: in figures or in Chinese numerals. Sources of regular expressions. */
export const yearForm = '(?:19|20)\\d\\d|[一二][零〇○一二三四五六七八九]{3}|民国\\d{2,3}';
export const monthForm = '\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九]';
export const dayForm = '\\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[廿卅]?[一二三四五六七八九]|[廿卅]';
/** What stands between the two ends of a span of time. */
export const spanMark = '\\s?(?:至|到|-{1,2}|~)\\s?';

/** The days of a month; of February 29 where the year is not known. */
export function daysIn(year: number | undefined, month: number): number {
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from one month and day to another of the same year (of the next one if it lies before), both counted. */
export function daysBetween(from: readonly [number, number], to: readonly [number, number], year = 2023): number {
  const time = (fromYear: number, [month, day]: readonly [number, number]): number =>
    Date.UTC(fromYear, month - 1, day);
  const [start, end] = [time(year, from), time(year, to)];
  return Math.round(((end < start ? time(year + 1, to) : end) - start) / 86_400_000) + 1;
}

/** 2023, 二〇二三 or 民国112 as a year of the common era; undefined for anything else. */
export function yearNumber(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^\d{4}$/u.test(written)) return Number(written);
  const republic = /^民国(\d{2,3})$/u.exec(written)?.[1];
  if (republic !== undefined) return 1911 + Number(republic);
  const digits = [...written].map((character) =>
    '〇一二三四五六七八九'.indexOf(/[零○]/u.test(character) ? '〇' : character),
  );
  return digits.length !== 4 || digits.includes(-1) ? undefined : Number(digits.join(''));
}

/** 七, 十二, 二十, 廿一 or 7 as a number; undefined for anything else. Up to 99. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const match = /^(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(spelt);
  if (match === null || spelt === '') return undefined;
  const digit = (character: string | undefined): number =>
    character === undefined
      ? 0
      : ['一', '二', '三', '四', '五', '六', '七', '八', '九'].indexOf(character === '两' ? '二' : character) + 1;
  return (match[2] === undefined ? 0 : (match[1] === undefined ? 1 : digit(match[1])) * 10) + digit(match[3]);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
