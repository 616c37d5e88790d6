import { add, compare, type Decimal, multiply, parseDecimal, shiftDown, zero } from './decimal';

/** One numeral in a view text, with its exact value. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  /** The other end of a loose pair, 六七千 → 6000 and 7000. */
  readonly pair?: Decimal;
  /** 余, 多 or 几 within or behind the digits: more than the value. */
  readonly more: boolean;
  /** Vague from the start, 数千 or 几十: the value is only the order of magnitude. */
  readonly vague: boolean;
  /** Begins with a bare unit, 万人 or 千亿. */
  readonly bareUnit: boolean;
  readonly arabic: boolean;
  /** The value of the multipliers at its end, 万 or 亿, for ranges such as 5至10万; 1 when there are none. */
  readonly multiplier: bigint;
}

/**
 * Reads the longest numeral that starts at `start`: 1,350 · 4万5千 · 2.3万亿 · 二千九百七十 · 百余 · 三千多 · 十几万 · 廿.
 * `undefined` when none starts there or when it is longer than any written amount.
 */
export function scanNumeral(text: string, start: number): Numeral | undefined {
  const reader = new NumeralReader(text, start);
  return reader.read();
}

/** Whether a numeral may begin with this character of a view text. */
export function startsNumeral(character: string): boolean {
  return (
    (character >= '0' && character <= '9') ||
    chineseDigits.has(character) ||
    smallUnits.has(character) ||
    largeUnits.has(character) ||
    character === '数' ||
    character === '几'
  );
}

export const chineseDigits: ReadonlyMap<string, number> = new Map([
  ['零', 0],
  ['〇', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
]);
const smallUnits: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
  ['廿', 20],
  ['卅', 30],
]);
const largeUnits: ReadonlyMap<string, bigint> = new Map([
  ['万', 10_000n],
  ['亿', 100_000_000n],
  ['兆', 1_000_000_000_000n],
]);
const longestDigits = 24;
const longestNumeral = 48;

/** Sections below 万, between 万 and 亿, and above, kept apart so that 10万3000亿 is (10万 + 3000) × 亿. */
class NumeralReader {
  private at: number;
  private high = zero;
  private middle = zero;
  private section = zero;
  private current: Decimal | undefined;
  /** What the second digit of a loose pair adds: 1, then times each unit that follows. */
  private pairStep: bigint | undefined;
  private lastUnit = 1n;
  private multiplier = 1n;
  private more = false;
  private vague = false;
  private arabic = false;
  private tooLong = false;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.at = start;
  }

  read(): Numeral | undefined {
    const first = this.text[this.start] ?? '';
    const bareUnit = (smallUnits.has(first) && !'十廿卅拾'.includes(first)) || largeUnits.has(first);
    if (first === '数' || first === '几') {
      if (!this.unitAt(this.start + 1)) return undefined;
      this.vague = true;
      this.current = parseDecimal('1');
      this.at += 1;
    }
    while (!this.tooLong && this.at - this.start < longestNumeral && this.step());
    if (this.tooLong || this.at === this.start) return undefined;
    this.tail();
    const value = this.total(this.current);
    const pair = this.pairStep === undefined ? {} : { pair: add(value, { units: this.pairStep, scale: 0 }) };
    return {
      start: this.start,
      end: this.at,
      value,
      ...pair,
      more: this.more,
      vague: this.vague,
      bareUnit,
      arabic: this.arabic,
      multiplier: this.multiplier,
    };
  }

  private step(): boolean {
    const character = this.text[this.at] ?? '';
    if (character >= '0' && character <= '9') return this.current === undefined && this.readArabic();
    if (chineseDigits.has(character)) return this.readChineseDigit(chineseDigits.get(character) ?? 0);
    const small = smallUnits.get(character);
    if (small !== undefined) return this.readSmallUnit(character, small);
    const large = largeUnits.get(character);
    if (large !== undefined) return this.readLargeUnit(large);
    if ((character === '多' || character === '余' || character === '几') && this.at > this.start && !this.more) {
      const followed = this.unitAt(this.at + 1);
      if (character === '几' && !followed && !/[十百0]/.test(this.text[this.at - 1] ?? '')) return false;
      if (!followed && character !== '几') return false;
      this.more = true;
      this.at += 1;
      return true;
    }
    return false;
  }

  private readArabic(): boolean {
    digitsAt.lastIndex = this.at;
    const found = digitsAt.exec(this.text)?.[0] ?? '';
    if (found.length > longestDigits) {
      this.tooLong = true;
      return false;
    }
    this.current = parseDecimal(found.replace(/[, ]/g, ''));
    this.arabic = true;
    this.at += found.length;
    return true;
  }

  private readChineseDigit(digit: number): boolean {
    if (this.arabic && this.multiplier === 1n && this.lastUnit === 1n) return false;
    if (this.current !== undefined) {
      const previous = chineseDigits.get(this.text[this.at - 1] ?? '');
      if (previous === undefined) return false;
      if (previous !== 0 && digit === previous + 1 && this.pairStep === undefined && !this.vague) {
        this.pairStep = 1n;
        this.at += 1;
        return true;
      }
      if (previous !== 0) return false;
    }
    this.current = parseDecimal(String(digit));
    this.at += 1;
    if (this.text[this.at] === '点') this.readSpokenFraction(digit);
    return true;
  }

  /** 三点五: only when digits follow, so that 三点 stays a point or an hour. */
  private readSpokenFraction(whole: number): void {
    let fraction = '';
    let at = this.at + 1;
    while (fraction.length < 4 && chineseDigits.has(this.text[at] ?? '')) {
      fraction += String(chineseDigits.get(this.text[at] ?? ''));
      at += 1;
    }
    if (fraction === '') return;
    this.current = parseDecimal(`${String(whole)}.${fraction}`);
    this.at = at;
  }

  private readSmallUnit(character: string, unit: number): boolean {
    if ('廿卅'.includes(character)) {
      if (this.current !== undefined) return false;
      this.section = add(this.section, parseDecimal(String(unit)));
      this.lastUnit = 10n;
      this.at += 1;
      return true;
    }
    const factor = BigInt(unit);
    if (this.pairStep !== undefined) this.pairStep *= factor;
    this.section = add(this.section, multiply(this.current ?? parseDecimal('1'), factor));
    this.current = undefined;
    this.lastUnit = factor;
    this.at += 1;
    return true;
  }

  private readLargeUnit(unit: bigint): boolean {
    if (this.pairStep !== undefined) this.pairStep *= unit;
    const below = add(this.section, this.current ?? (this.isBlank() ? parseDecimal('1') : zero));
    this.section = zero;
    this.current = undefined;
    if (unit === 10_000n) this.middle = multiply(add(this.middle, below), unit);
    else {
      this.high = multiply(add(add(this.high, this.middle), below), unit);
      this.middle = zero;
    }
    this.multiplier = this.lastUnit === 10_000n && unit > 10_000n ? unit * 10_000n : unit;
    this.lastUnit = unit;
    this.at += 1;
    return true;
  }

  private isBlank(): boolean {
    return compare(this.high, zero) === 0 && compare(this.middle, zero) === 0 && compare(this.section, zero) === 0;
  }

  /** 一万五 is fifteen thousand; 余 or 多 behind the last unit belongs to the numeral. */
  private tail(): void {
    if (
      this.current !== undefined &&
      this.lastUnit >= 100n &&
      !this.arabic &&
      this.pairStep === undefined &&
      this.text[this.at - 2] !== '零' &&
      this.text[this.at - 2] !== '〇' &&
      this.current.scale === 0
    ) {
      this.current = shiftDown(multiply(this.current, this.lastUnit), 1);
    }
    const character = this.text[this.at];
    if (!this.more && (character === '余' || character === '多') && this.at > this.start) {
      this.more = true;
      this.at += 1;
    }
  }

  private total(current: Decimal | undefined): Decimal {
    return add(add(this.high, this.middle), add(this.section, current ?? zero));
  }

  private unitAt(at: number): boolean {
    const character = this.text[at] ?? '';
    return character !== '' && (smallUnits.has(character) || largeUnits.has(character));
  }
}

const digitsAt = /(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+(?![\d年月日])|\d+)(?:\.\d+)?/y;
