/** The days of a month; of February 29 where the year is not known. */
export function daysIn(year: number | undefined, month: number): number {
  if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from one month and day to another of the same year (of the next one if it lies before), both counted. */
export function daysBetween(from: readonly [number, number], to: readonly [number, number], year = 2023): number {
  const time = (fromYear: number, [month, day]: readonly [number, number]): number =>
    Date.UTC(fromYear, month - 1, day);
  const [start, end] = [time(year, from), time(year, to)];
  return Math.round(((end < start ? time(year + 1, to) : end) - start) / 86_400_000) + 1;
}

/** 七, 十二, 二十 or 7 as a number; undefined for anything else. Up to 99. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  const match = /^(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(text);
  if (match === null || text === '') return undefined;
  const digit = (character: string | undefined): number =>
    character === undefined
      ? 0
      : ['一', '二', '三', '四', '五', '六', '七', '八', '九'].indexOf(character === '两' ? '二' : character) + 1;
  return (match[2] === undefined ? 0 : (match[1] === undefined ? 1 : digit(match[1])) * 10) + digit(match[3]);
}
