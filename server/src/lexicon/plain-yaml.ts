/** What plain YAML holds: words, lists and mappings. */
export type PlainValue = string | readonly PlainValue[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/**
 * Reads lines `from` to `to` (not included) as YAML of the plainest kind, some thirty times as quickly as a reader of all of
 * YAML: block and flow lists and mappings of words on one line, plain or in quotes without escapes. `undefined` for
 * everything else, which is no verdict: it may be YAML still, or have a fault that only the other reader can name.
 */
export function readPlainYaml(lines: readonly string[], from: number, to: number): PlainValue | undefined {
  try {
    const reader = new PlainReader(lines, from, to);
    const value = reader.block(reader.indent());
    return reader.atEnd() ? value : undefined;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const notPlain = new Error('not plain');

class PlainReader {
  /** The line that is read next; the text of it that stands behind a list mark takes its place. */
  private line: string | undefined;
  private at: number;

  constructor(
    private readonly lines: readonly string[],
    from: number,
    private readonly to: number,
  ) {
    this.at = from - 1;
    this.advance();
  }

  atEnd(): boolean {
    return this.line === undefined;
  }

  /** Blanks before the next line's text; -1 at the end. */
  indent(): number {
    return this.line === undefined ? -1 : firstMark(this.line);
  }

  /** A list or mapping whose lines have this indent. */
  block(indent: number): PlainValue {
    if (this.line === undefined) throw notPlain;
    return this.line.startsWith('- ', indent) ? this.list(indent) : this.mapping(indent);
  }

  private list(indent: number): PlainValue {
    const items: PlainValue[] = [];
    while (this.indent() === indent && this.line?.startsWith('- ', indent) === true) {
      const rest = this.line.slice(indent + 2);
      if (keyAt(rest) > 0) {
        this.line = `${' '.repeat(indent + 2)}${rest}`;
        items.push(this.mapping(indent + 2));
      } else {
        items.push(inline(rest));
        this.advance();
      }
    }
    return items;
  }

  private mapping(indent: number): PlainMap {
    const map: Record<string, PlainValue> = {};
    while (this.line !== undefined && this.indent() === indent) {
      const text = this.line.slice(indent);
      const end = keyAt(text);
      const key = text.slice(0, end);
      if (end <= 0 || Object.hasOwn(map, key)) throw notPlain;
      const rest = text.slice(end + 1).trim();
      this.advance();
      const isMapping = rest === '';
      if (isMapping && this.indent() <= indent) throw notPlain;
      map[key] = isMapping ? this.block(this.indent()) : inline(rest);
    }
    if (this.indent() > indent) throw notPlain;
    return map;
  }

  private advance(): void {
    for (this.at += 1; this.at < this.to; this.at += 1) {
      const line = this.lines[this.at] ?? '';
      const first = firstMark(line);
      if (
        first === line.length ||
        line.charCodeAt(first) === hash ||
        (line.charCodeAt(first) === 13 && first === line.length - 1)
      )
        continue;
      this.line = line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
      return;
    }
    this.line = undefined;
  }
}

const hash = 0x23;
const colon = 0x3a;
const blank = 0x20;

/** Where the first unit stands that is no blank. */
function firstMark(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === blank) at += 1;
  return at;
}

/** Where the colon behind a key stands; -1 when the text does not begin with a plain key. */
function keyAt(text: string): number {
  let at = 0;
  for (let unit = text.charCodeAt(0); isWordUnit(unit); unit = text.charCodeAt(at)) at += 1;
  if (at === 0 || text.charCodeAt(at) !== colon || isDigit(text.charCodeAt(0))) return -1;
  return at + 1 === text.length || text.charCodeAt(at + 1) === blank ? at : -1;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isDigit(unit);
}

/** A value on one line. */
function inline(text: string): PlainValue {
  const value = text.trim();
  const first = value.charCodeAt(0);
  return first === openList || first === openMap ? new FlowReader(value).all() : word(value, false);
}

const openList = 0x5b;
const closeList = 0x5d;
const openMap = 0x7b;
const closeMap = 0x7d;
const comma = 0x2c;

/** Reads a flow collection in one pass. */
class FlowReader {
  private at = 0;

  constructor(private readonly text: string) {}

  all(): PlainValue {
    const value = this.value();
    if (this.at < this.text.length) throw notPlain;
    return value;
  }

  private value(): PlainValue {
    const unit = this.next();
    if (unit === openList) return this.list();
    return unit === openMap ? this.mapping() : this.flowWord();
  }

  private list(): PlainValue {
    const items: PlainValue[] = [];
    this.at += 1;
    if (this.next() === closeList) return this.closed(items);
    for (;;) {
      items.push(this.value());
      if (this.next() === closeList) return this.closed(items);
      this.pass(comma);
    }
  }

  private mapping(): PlainMap {
    const map: Record<string, PlainValue> = {};
    this.at += 1;
    if (this.next() === closeMap) return this.closed(map);
    for (;;) {
      this.next();
      const start = this.at;
      while (isWordUnit(this.text.charCodeAt(this.at))) this.at += 1;
      const key = this.text.slice(start, this.at);
      this.pass(colon);
      if (key === '' || isDigit(key.charCodeAt(0)) || Object.hasOwn(map, key)) throw notPlain;
      if (this.text.charCodeAt(this.at) !== blank) throw notPlain;
      map[key] = this.value();
      if (this.next() === closeMap) return this.closed(map);
      this.pass(comma);
    }
  }

  private flowWord(): string {
    const start = this.at;
    for (; this.at < this.text.length; this.at += 1) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === comma || unit === closeList || unit === closeMap || unit === openList || unit === openMap) break;
    }
    return word(this.text.slice(start, this.at).trim(), true);
  }

  /** The next unit that is no blank. */
  private next(): number {
    while (this.text.charCodeAt(this.at) === blank) this.at += 1;
    return this.text.charCodeAt(this.at);
  }

  private pass(unit: number): void {
    if (this.text.charCodeAt(this.at) !== unit) throw notPlain;
    this.at += 1;
  }

  private closed<T>(value: T): T {
    this.at += 1;
    return value;
  }
}

/** A word that every reader of YAML takes for text, or for a number that is written as it reads. */
function word(text: string, inFlow: boolean): string {
  if (simple.test(text) && !special.test(text)) return text;
  if (text === '' || /[\p{Cc}\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff]/u.test(text)) throw notPlain;
  const first = text.charAt(0);
  if (first === '"' || first === "'") {
    const inner = text.slice(1, -1);
    if (inFlow || text.length < 3 || !text.endsWith(first) || inner.includes(first) || inner.includes('\\'))
      throw notPlain;
    return inner.trim() === '' ? refuse() : inner.trim();
  }
  if (!/^[\p{L}\d《「『“（【〔]/u.test(text) || /: |:$| #/u.test(text)) throw notPlain;
  if (inFlow && /[[\]{},:]/u.test(text)) throw notPlain;
  if (isDigit(text.charCodeAt(0)) ? !plainNumber.test(text) : special.test(text)) throw notPlain;
  return text;
}

/** What nearly every word is: letters, Chinese and blanks. */
const simple =
  /^[A-Za-z\u3400-\u9fff《「『“（【〔][A-Za-z0-9 .\u3001-\u9fff\uff01-\uff5e\u2014\u2018-\u201d\u2026-]*$/u;

function refuse(): never {
  throw notPlain;
}

/** Whole numbers as they read, dates, and text that only begins with figures. */
const plainNumber = /^(?:[1-9]\d{0,14}|\d{4}-\d\d(?:-\d\d)?|\d+\p{Script=Han}.*)$/u;
const special = /^(?:null|true|false)$/iu;
