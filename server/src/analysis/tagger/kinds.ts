/** Kinds of characters; from `comma` on they are marks, which names rarely hold. */
export const Kind = {
  none: 0,
  han: 1,
  numeral: 2,
  digit: 3,
  upper: 4,
  lower: 5,
  dot: 6,
  hyphen: 7,
  percent: 8,
  currency: 9,
  other: 10,
  comma: 11,
  enumeration: 12,
  stop: 13,
  colon: 14,
  blank: 15,
  quoteOpen: 16,
  quoteClose: 17,
  bracketOpen: 18,
  bracketClose: 19,
  titleOpen: 20,
  titleClose: 21,
  mark: 22,
} as const;

/** The kind of a folded UTF-16 unit. */
export function kindOf(unit: number): number {
  return kinds[unit] as number;
}

/** The unit as features see it: digits are all 0, Latin letters A or a. */
export function shapeOf(unit: number): number {
  const kind = kinds[unit] as number;
  if (kind === Kind.digit) return 0x30;
  if (kind === Kind.upper) return 0x41;
  return kind === Kind.lower ? 0x61 : unit;
}

const kinds = new Uint8Array(0x10000).fill(Kind.other);
const set = (units: string, kind: number): void => {
  for (let at = 0; at < units.length; at += 1) kinds[units.charCodeAt(at)] = kind;
};
kinds.fill(Kind.han, 0x3400, 0xa000);
kinds.fill(Kind.han, 0xf900, 0xfb00);
kinds.fill(Kind.digit, 0x30, 0x3a);
kinds.fill(Kind.upper, 0x41, 0x5b);
kinds.fill(Kind.lower, 0x61, 0x7b);
kinds.fill(Kind.lower, 0xc0, 0x250);
kinds.fill(Kind.mark, 0x2190, 0x2c00);
set('一二三四五六七八九十百千万亿两〇零', Kind.numeral);
set('·.', Kind.dot);
set('-~/', Kind.hyphen);
set('%‰', Kind.percent);
set('$¥€£', Kind.currency);
set(',，', Kind.comma);
set('、', Kind.enumeration);
set('。;；!！?？…', Kind.stop);
set(':：', Kind.colon);
set(' ', Kind.blank);
set('“‘', Kind.quoteOpen);
set('”’', Kind.quoteClose);
set('(（[【{', Kind.bracketOpen);
set(')）]】}', Kind.bracketClose);
set('《', Kind.titleOpen);
set('》', Kind.titleClose);
set('|#*>_=+\\&@^`"\'■□◆◇▲△▶►★☆※', Kind.mark);
