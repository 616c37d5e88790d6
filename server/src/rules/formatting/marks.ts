import type { Guard } from './guard';
import { exchangeQuotes, type QuoteOptions } from './quotes';

/** A replacement within a line. Changes of one `group` stand or fall together: the two halves of a pair. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly group?: number;
}

/**
 * Marks that Chinese text sets in full width, and quotation marks of one style where `quotes` says which. Marks are exchanged
 * one for one until nothing is left to do, since what one of them is can depend on its neighbour; the blank that a
 * half-width mark had beside it goes with it.
 */
export function markChanges(text: string, guard: Guard, quotes?: QuoteOptions): readonly Change[] {
  const groups = new Map<number, number>();
  let now = text;
  for (let round = 0; round < most; round += 1) {
    const before = now;
    if (quotes !== undefined) now = exchangeQuotes(now, guard, groups, quotes);
    now = widenBrackets(now, guard, groups);
    now = widenSingles(now, guard);
    if (now === before) break;
  }
  const changes: Change[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = now.charAt(at);
    if (mark === text.charAt(at)) continue;
    const takesBefore =
      opening.has(mark) && at - 1 >= free && text.charAt(at - 1) === ' ' && isWide(now.charAt(at - 2));
    const takesAfter =
      !opening.has(mark) && text.charAt(at + 1) === ' ' && /[\p{Script=Han}「『“《（]/u.test(now.charAt(at + 2));
    const start = takesBefore ? at - 1 : at;
    const end = takesAfter ? at + 2 : at + 1;
    const group = groups.get(at);
    changes.push({ start, end, text: mark, ...(group === undefined ? {} : { group }) });
    free = end;
  }
  return [...changes, ...runChanges(now, guard)];
}

/** Far more than the depth to which brackets are nested. */
const most = 20;
const opening = new Set('（「『“‘');
const closing = '\\p{Script=Han}」』”’）》〉】';
/** Behind a Chinese character, between a Latin one and a Chinese one, or a full stop at the end of a paragraph. */
const single = new RegExp(
  [
    `(?<=[${closing}])[,;?!]`,
    `(?<=[${closing}]):(?!//)`,
    '(?<=[A-Za-z\\d%])[,;?!](?=\\p{Script=Han})',
    `(?<=[${closing}])\\.(?=\\s*$)`,
  ].join('|'),
  'gu',
);
const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

function widenSingles(text: string, guard: Guard): string {
  return text.replace(single, (mark: string, at: number) => (guard.isClosed(at, at + 1) ? mark : (wide[mark] ?? mark)));
}

/** Brackets around Chinese text, or behind it: both of a pair, or none. */
function widenBrackets(text: string, guard: Guard, groups: Map<number, number>): string {
  if (!/[()]/u.test(text)) return text;
  const units = [...Array(text.length).keys()].map((at) => text.charAt(at));
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (!'()（）'.includes(mark) || guard.isClosed(at, at + 1)) continue;
    if (mark === '(' || mark === '（') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined || (text.charAt(start) === '（' && mark === '）')) continue;
    if (!/\p{Script=Han}/u.test(text.slice(start + 1, at)) && !isWide(text.charAt(start - 1))) continue;
    units[start] = '（';
    units[at] = '）';
    groups.set(start, start);
    groups.set(at, start);
  }
  return units.join('');
}

/** Points that stand for an ellipsis; not the leaders of a table of contents. */
const points = /(?<!\.)(?:\.{6}|\.{3})(?!\.)(?!\s*\d+\s*$)|。{3,}|(?<!…)…(?!…)/gu;
const dash = /(?<=\p{Script=Han})--(?=\p{Script=Han})/gu;

/** Runs of marks: an ellipsis beside Chinese text, a dash within it. */
function runChanges(text: string, guard: Guard): readonly Change[] {
  const isBeside = (start: number, end: number): boolean =>
    isWide(text.charAt(start - 1)) || isWide(text.charAt(end)) || /^。/u.test(text.slice(start, end));
  const ellipses = [...text.matchAll(points)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length, text: '……' }))
    .filter(({ start, end }) => isBeside(start, end));
  const dashes = [...text.matchAll(dash)].map(({ index }) => ({ start: index, end: index + 2, text: '——' }));
  return [...ellipses, ...dashes].filter(({ start, end }) => !guard.isClosed(start, end));
}

function isWide(character: string): boolean {
  return /^[\p{Script=Han}，。；：、！？」』”’）》〉】「『“‘（《〈【]$/u.test(character);
}
