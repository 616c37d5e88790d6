import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import type { Span } from '../text/span';
import { smallNumber } from './days';
import { itemMarks, marksIn, type ItemMark } from './item-marks';
import { rememberScan } from './scan';

/** A count and the number of numbered items or headings that follow it. */
export interface CountedItems {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
  /** Of the count, view units. */
  readonly span: Span;
  readonly claimed: number;
  readonly listed: number;
}

/**
 * Counts that announce numbered items, 以下五个方面：, 八个方面工作：一是…, 重点做好三项工作。, where the items that follow, in the
 * same line, in lines of their own or as headings with text between them, are more or fewer.
 */
export function miscountedItems(lines: readonly AnalyzedLine[]): readonly CountedItems[] {
  const announced = claims(lines);
  if (announced.length === 0) return [];
  const marks = itemMarks(lines).flatMap(({ line, results }) => results.map((mark) => ({ ...mark, line })));
  const isExcerpt = excerpts(lines).length > 0;
  return announced.flatMap(({ line, analyzed, results }): readonly CountedItems[] => {
    const [claim] = results;
    const from = claim === undefined ? undefined : firstMark(lines, marks, line, claim);
    if (claim === undefined || from === undefined) return [];
    const { listed, others, toEnd } = countItems(lines, marks, from);
    if (listed < 2 || listed === claim.claimed || others.includes(claim.claimed)) return [];
    if (results.some((other) => other.claimed === listed)) return [];
    if (toEnd && listed <= claim.claimed / 2) return [];
    if (claim.claimed > listed && (isExcerpt || addsOneMore(lines, marks, from, listed))) return [];
    return [{ line, analyzed, span: claim, claimed: claim.claimed, listed }];
  });
}

/** Headings that say that the document is a part of one. */
const excerpts = rememberScan<true>(({ view, kind }) =>
  kind === 'heading' && /节选|摘要|摘编|摘登/u.test(view.text) ? [true] : [],
);

interface Claim extends Span {
  readonly claimed: number;
  /** 以下, 下列: the items may stand a few words further on. */
  readonly points: boolean;
}

type PlacedMark = ItemMark & { readonly line: number };

/** The counts of a line, the last first; none where no items can follow the last. */
const claims = rememberScan<Claim>((line) => {
  if (!isRead(line.kind)) return [];
  const found = [...line.view.text.matchAll(claimForm)].flatMap((match): readonly Claim[] => {
    const claimed = smallNumber(match.groups?.['count'] ?? '');
    if (claimed === undefined || claimed < 2 || claimed > 30) return [];
    // 第五百零四条 is a number of order.
    if (/第[\d零〇一二三四五六七八九十百千]*$/u.test(line.view.text.slice(Math.max(0, match.index - 8), match.index)))
      return [];
    const lead = match.groups?.['lead'] ?? '';
    const start = match.index + lead.length;
    return [{ start, end: match.index + match[0].length, claimed, points: lead !== '' }];
  });
  const last = found.at(-1);
  return last !== undefined && mayLead(line, last) ? found.reverse() : [];
});

/** Whether items may follow a claim: in its line, or in the next ones if nothing else stands behind it. */
function mayLead(line: AnalyzedLine, claim: Claim): boolean {
  const { text } = line.view;
  const mark = marksIn(line).find(({ at }) => at >= claim.end);
  return isNear(claim, text.slice(claim.end, mark?.at ?? text.length));
}

/** Whether what stands between a claim and a mark leads over from one to the other. */
function isNear(claim: Claim, between: string): boolean {
  return claim.points
    ? /^[^。;]{0,40}[。:,]?\s*$/u.test(between)
    : /^(?:的?\p{Script=Han}{0,8}(?:如下)?:|[。,])\s*$/u.test(between);
}

const claimForm =
  /(?<lead>以下|下列|下面|如下|下述)?(?<![第其每前后头首这那另\d零〇一二三四五六七八九十百千.])(?<count>\d{1,2}|[两二三四五六七八九十]{1,3})(?:个方面|方面|个|项|大|点|条|种|类|步)(?!月|年|小时|工作日|星期|交易日|百分点|百分|钟)(?:(?:重点|主要|具体)?(?:方面|工作|任务|措施|举措|建议|意见|主张|要求|希望|看法|问题|倡议|原则|特点|行动|内容|事项|条件|步骤|领域|部分|情况|特征|重点|抓手|关系|关键|变化|优势|要点|体会|启示|经验|目标|工程|机制|制度|政策))?/gu;

/** The first mark behind a claim, if it is that of a first item and nothing stands between them. */
function firstMark(
  lines: readonly AnalyzedLine[],
  marks: readonly PlacedMark[],
  line: number,
  claim: Claim,
): number | undefined {
  const at = marks.findIndex((mark) => mark.line > line || (mark.line === line && mark.at >= claim.end));
  const mark = marks[at];
  if (mark === undefined || mark.number > 1) return undefined;
  const text = lines[line]?.view.text ?? '';
  const between = text.slice(claim.end, mark.line === line ? mark.at : text.length);
  // On a line of its own, the first item begins the line.
  if (
    !isNear(claim, between) ||
    (mark.line !== line && /[^\s#*]/u.test((lines[mark.line]?.view.text ?? '').slice(0, mark.at)))
  )
    return undefined;
  for (let next = line + 1; next < mark.line; next += 1) if (lines[next]?.kind !== 'blank') return undefined;
  return at;
}

interface ItemCount {
  /** How far the numbers run from the first mark on. */
  readonly listed: number;
  /** How far those of lists inside the items do, and how many there are of these. */
  readonly others: readonly number[];
  /** Nothing stops the list but the end of the document, which may be an excerpt. */
  readonly toEnd: boolean;
}

function countItems(lines: readonly AnalyzedLine[], marks: readonly PlacedMark[], from: number): ItemCount {
  const first = marks[from];
  let last = first;
  let listed = 1;
  const inner = new Map<string, { last: number; all: number }>();
  let at = from + 1;
  for (; at < marks.length && first !== undefined && last !== undefined; at += 1) {
    const mark = marks[at];
    if (mark === undefined) break;
    if (mark.style === first.style && mark.indent <= first.indent) {
      const follows = first.style === 'bullet' ? isNextBullet(lines, last, mark) : mark.number === listed + 1;
      if (!follows) break;
      listed += 1;
      last = mark;
      continue;
    }
    const style = mark.style === first.style ? `inner ${mark.style}` : mark.style;
    const known = inner.get(style);
    // The list around this one goes on: 二、 behind （一）（二）（三）.
    if (known === undefined && mark.number > 1) break;
    inner.set(style, { last: Math.max(known?.last ?? 0, mark.number), all: (known?.all ?? 0) + 1 });
  }
  const toEnd = at >= marks.length;
  return { listed, toEnd, others: [...inner.values()].flatMap(({ last: most, all }) => [most, all]) };
}

/** Bullets carry no numbers: nothing but blank lines and lines further in may stand between two of one list. */
function isNextBullet(lines: readonly AnalyzedLine[], last: PlacedMark, next: PlacedMark): boolean {
  for (let line = last.line + 1; line < next.line; line += 1) {
    const text = lines[line]?.view.text ?? '';
    if (text.trim() !== '' && /^\s*/u.exec(text)?.[0].length === last.indent) return false;
  }
  return true;
}

/** Whether a last item may stand without a number: 此外…, 最后…. */
function addsOneMore(
  lines: readonly AnalyzedLine[],
  marks: readonly PlacedMark[],
  from: number,
  listed: number,
): boolean {
  const last = marks.slice(from).filter(({ style }) => style === marks[from]?.style)[listed - 1];
  if (last === undefined) return false;
  const rest = (lines[last.line]?.view.text ?? '').slice(last.at);
  return /最后|此外|另外|同时|还[将要有需]/u.test(rest + (lines[last.line + 1]?.view.text ?? ''));
}
