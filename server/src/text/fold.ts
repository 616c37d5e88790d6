/**
 * Folding for comparing: a many-to-one key over characters, never text for people.
 *
 * Every entry maps one BMP character to one BMP character, so a folded string has the UTF-16 length of its source.
 */
export interface FoldTable {
  /** Indexed by UTF-16 code unit. */
  readonly units: Uint16Array;
}

/** Builds the table from the two lines of `server/data/fold.txt`; throws `RangeError` when their lengths differ. */
export function parseFoldTable(content: string): FoldTable {
  const [sources = '', folded = ''] = content.split('\n');
  if (sources.length !== folded.length) throw new RangeError('fold.txt: the two lines differ in length');
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  foldWidths(units);
  for (const [from, to] of punctuation) units[from.charCodeAt(0)] = to.charCodeAt(0);
  for (let at = 0; at < sources.length; at += 1) units[sources.charCodeAt(at)] = folded.charCodeAt(at);
  return { units };
}

/** The folded key of `text`, unit by unit: Traditional and variant forms to Simplified, full width to half width. */
export function foldText(table: FoldTable, text: string): string {
  if (text.length <= shortest) return foldShort(table.units, text);
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = table.units[text.charCodeAt(at)] ?? 0;
  return decodeUnits(units, text.length);
}

/** Texts up to here are folded quicker by joining than through an array. */
const shortest = 40;

function foldShort(units: Uint16Array, text: string): string {
  let folded = '';
  let isSame = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const key = units[unit] ?? 0;
    isSame &&= key === unit;
    folded += String.fromCharCode(key);
  }
  return isSame ? text : folded;
}

/** Turns code units into a string, in blocks small enough for the argument list. */
export function decodeUnits(units: Uint16Array, length: number): string {
  const block = 8192;
  if (length <= block) return String.fromCharCode(...units.subarray(0, length));
  const parts: string[] = [];
  for (let at = 0; at < length; at += block) {
    parts.push(String.fromCharCode(...units.subarray(at, Math.min(length, at + block))));
  }
  return parts.join('');
}

/** Marks that stand for one another: corner brackets for curly quotes, dots, dashes, blanks. Title marks 《》 stay. */
const punctuation: readonly (readonly [string, string])[] = [
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['﹃', '‘'],
  ['﹄', '’'],
  ['•', '·'],
  ['‧', '·'],
  ['・', '·'],
  ['∙', '·'],
  ['⋅', '·'],
  ['●', '·'],
  ['．', '.'],
  ['—', '-'],
  ['–', '-'],
  ['―', '-'],
  ['－', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['−', '-'],
  ['〜', '~'],
  ['～', '~'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['\t', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
  ['〈', '《'],
  ['〉', '》'],
  ['＜', '<'],
  ['＞', '>'],
  ['○', '〇'],
  ['◯', '〇'],
  ['﹝', '('],
  ['﹞', ')'],
  ['〔', '['],
  ['〕', ']'],
  ['﹪', '%'],
  ['﹐', ','],
  ['﹑', '、'],
  ['﹔', ';'],
  ['﹕', ':'],
  ['﹖', '?'],
  ['﹗', '!'],
  ['﹩', '$'],
  ['￥', '¥'],
  ['｡', '。'],
];

function foldWidths(units: Uint16Array): void {
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) units[unit] = unit - 0xfee0;
}
