import type { Bound } from '../types';

/** A qualifier beside a number. */
export interface Qualifier {
  readonly start: number;
  readonly end: number;
  readonly bound: Bound;
}

/** Words before a number, longest first; `gt`, `ge` … as the guideline reads them. */
const before: readonly (readonly [string, Bound])[] = [
  ['最高不超过', 'le'],
  ['最多不超过', 'le'],
  ['不得低于', 'ge'],
  ['不得少于', 'ge'],
  ['不得超过', 'le'],
  ['不得高于', 'le'],
  ['不得多于', 'le'],
  ['不低于', 'ge'],
  ['不少于', 'ge'],
  ['不小于', 'ge'],
  ['不下于', 'ge'],
  ['不超过', 'le'],
  ['不高于', 'le'],
  ['不多于', 'le'],
  ['不大于', 'le'],
  ['超过', 'gt'],
  ['多于', 'gt'],
  ['高于', 'gt'],
  ['大于', 'gt'],
  ['多达', 'eq'],
  ['高达', 'eq'],
  ['低于', 'lt'],
  ['少于', 'lt'],
  ['小于', 'lt'],
  ['不足', 'lt'],
  ['不到', 'lt'],
  ['不满', 'lt'],
  ['未满', 'lt'],
  ['接近', 'approx-below'],
  ['将近', 'approx-below'],
  ['大约', 'approx'],
  ['约为', 'approx'],
  ['至少', 'ge'],
  ['最少', 'ge'],
  ['起码', 'ge'],
  ['最低', 'ge'],
  ['不下', 'ge'],
  ['最多', 'le'],
  ['最高', 'le'],
  ['至多', 'le'],
  ['最长', 'le'],
  ['最迟', 'le'],
  ['逾', 'gt'],
  ['超', 'gt'],
  ['近', 'approx-below'],
  ['约', 'approx'],
];
const attached = new Set(['多达', '高达', '约为']);

/** Words behind the unit, longest first. */
const behind: readonly (readonly [string, Bound])[] = [
  ['或以上', 'ge'],
  ['及以上', 'ge'],
  ['或以下', 'le'],
  ['及以下', 'le'],
  ['或以内', 'le'],
  ['以上', 'ge'],
  ['以下', 'le'],
  ['以内', 'le'],
  ['左右', 'approx'],
  ['上下', 'approx'],
  ['有余', 'gt'],
];

/** Verbs that bound a value from outside its span: 突破, 跨越, 约花. */
const outside: readonly (readonly [RegExp, Bound])[] = [
  [/(?:突破|跨越|跨过|迈过|冲破|超出|越过|站上)了?(?:大关)?$/, 'gt'],
  [/(?:超过|逾|超)了?$/, 'gt'],
  [/(?:约|大约)(?:花|需|为|有|占|达|合|耗资|投资|涉及|共|达到)了?$/, 'approx'],
  [/(?:接近|将近|近)(?:有|达)?$/, 'approx-below'],
  [/(?:至少|最少)(?:有|要|需|需要|达|达到|花|投入)?$/, 'ge'],
  [/(?:最多|最高|不超过)(?:可|有|为|可达|可获|可获得|获|达)?$/, 'le'],
];

/** The longest run of qualifiers that ends at `end` (one blank may part them); nothing before `floor` is read. */
export function qualifierBefore(text: string, end: number, floor: number): Qualifier | undefined {
  let found: Qualifier | undefined;
  let at = end;
  for (let round = 0; round < 2; round += 1) {
    const next = oneBefore(text, at, floor);
    if (next === undefined) break;
    found = { start: next.start, end, bound: found !== undefined && found.bound !== 'eq' ? found.bound : next.bound };
    at = next.start;
  }
  return found;
}

function oneBefore(text: string, end: number, floor: number): Qualifier | undefined {
  const at = text[end - 1] === ' ' ? end - 1 : end;
  for (const [word, bound] of before) {
    const start = at - word.length;
    if (start < floor || !text.startsWith(word, start)) continue;
    if (attached.has(word)) return undefined;
    if (isPartOfWord(text, start, word)) return undefined;
    return { start, end, bound };
  }
  return undefined;
}

/** 合约 签约 are no 约, 附近 最近 no 近, 赶超 no 超. */
function isPartOfWord(text: string, start: number, word: string): boolean {
  const previous = text[start - 1] ?? '';
  if (word === '约') return '合条公节预签契纽特违续履誓盟赴相制'.includes(previous) && previous !== '';
  if (word === '近') return '附最邻靠临亲远逼走新'.includes(previous) && previous !== '';
  if (word === '超') return '赶反高'.includes(previous) && previous !== '';
  return false;
}

/** The qualifier that starts at `start`. */
export function qualifierBehind(text: string, start: number): Qualifier | undefined {
  for (const [word, bound] of behind) {
    if (text.startsWith(word, start)) return { start, end: start + word.length, bound };
  }
  return undefined;
}

/** The bound that words outside the span put on the value that starts at `start`. */
export function outerBound(text: string, start: number): Bound | undefined {
  const context = text.slice(Math.max(0, start - 10), start).trimEnd();
  for (const [pattern, bound] of outside) if (pattern.test(context)) return bound;
  return undefined;
}
