import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { smallNumber } from './days';
import { rememberScan } from './scan';

/** The number before an item: 一、, （二）, 3., ④, 五是, 第六，; of a bullet, 0. */
export interface ItemMark {
  /** Marks of one list are of one style. */
  readonly style: string;
  readonly number: number;
  /** View offset in its line. */
  readonly at: number;
  /** Blanks before it where it begins its line; 0 within a line. */
  readonly indent: number;
}

/** The marks of a document's lines, in order; lines without any are left out. */
export const itemMarks = rememberScan<ItemMark>(marksIn);

/** The marks of one line. */
export function marksIn(line: AnalyzedLine): readonly ItemMark[] {
  if (!isRead(line.kind)) return [];
  const { text } = line.view;
  const found: ItemMark[] = [];
  const first = atStart.exec(text);
  if (first !== null) found.push(...markOf(first));
  if (/[是要,、(]/u.test(text)) for (const match of text.matchAll(inside)) found.push(...markOf(match));
  return found.sort((a, b) => a.at - b.at);
}

function markOf(match: RegExpMatchArray): readonly ItemMark[] {
  const groups = Object.entries(match.groups ?? {}).filter(([, written]) => written !== undefined);
  const [style, written] = groups[0] ?? [];
  if (style === undefined || written === undefined) return [];
  const number = style === 'bullet' ? 0 : style === 'ring' ? circled.indexOf(written) + 1 : smallNumber(written);
  return number === undefined
    ? []
    : [{ style, number, at: match.index ?? 0, indent: /^\s*/u.exec(match[0])?.[0].length ?? 0 }];
}

const han = '[一二三四五六七八九十]{1,3}';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const atStart = new RegExp(
  `^\\s*(?:#{1,6}\\s*)?(?:\\*\\*)?(?:(?<chapter>${han})、|\\((?<section>${han})\\)|(?<figure>\\d{1,2})(?:、|\\.(?!\\d))|` +
    `\\(?(?<bracket>\\d{1,2})\\)|(?<ring>[${circled}])|(?<bullet>[-*·•])\\s|第(?<ordinal>${han})[,、:]|(?<point>${han})[是要])`,
  'u',
);
const inside = new RegExp(
  `(?<=[。;:,])\\s?(?:(?<point>${han})[是要]|第(?<ordinal>${han})[,、]|\\((?:(?<section>${han})|(?<bracket>\\d{1,2}))\\)|(?<ring>[${circled}]))`,
  'gu',
);
