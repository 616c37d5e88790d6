import type { AnalyzedLine, Mention } from '../analysis/types';
import { smallNumber } from './days';
import { toView } from '../text/view';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * A count that the list behind it contradicts: 三项措施：甲、乙、丙和丁 → four; 以下四点： followed by five numbered lines.
 *
 * A list counts only when it is whole: introduced by a colon, 包括 or 即 right behind the count, closed by a full stop, and
 * without 等. 和 may join items or stand inside one, so that both ways of counting are allowed. Spares: open lists, lists
 * of lists, counts of what is not listed.
 */
export const countMismatch: Rule = {
  id: 'count-mismatch',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    const drafts: Draft[] = [];
    for (const { line, analyzed, results } of scan(analysis.lines)) {
      for (const { mention, claimed, listed } of results) {
        const counts = listed ?? countLines(analysis.lines, line);
        if (counts === undefined || (claimed >= counts[0] && claimed <= counts[1])) continue;
        drafts.push({
          place: { line, start: mention.start, end: mention.end },
          message: say('count-mismatch.found', {
            actual: analyzed.text.slice(mention.start, mention.end),
            claimed,
            listed: counts[0] === counts[1] ? counts[0] : `${counts[0]}–${counts[1]}`,
          }),
        });
      }
    }
    return drafts;
  },
};

/** At least and at most this many items. */
type Counts = readonly [number, number];

interface Sight {
  readonly mention: Mention;
  readonly claimed: number;
  /** Absent where the line ends with the colon and the items follow as lines. */
  readonly listed: Counts | undefined;
}

const scan = rememberScan<Sight>((line) => {
  const { text } = line.view;
  return line.mentions.flatMap((mention): readonly Sight[] => {
    const number = /^(?:以下|下列)?(\d{1,2}|[两三四五六七八九十]{1,3})(?=[个项大点条类种方份家位名])/u.exec(
      mention.folded,
    );
    const claimed = number === null ? undefined : smallNumber(number[1] ?? '');
    if (mention.type !== 'QUANTITY' || claimed === undefined || claimed < 2 || claimed > 20) return [];
    const from = toView(line.view, mention.end);
    const lead = /^(?:\p{Script=Han}{0,8}?)(?:[:：]|,?(?:包括|分别是|分别为|即|即是)[:：]?)/u.exec(
      text.slice(from, from + 24),
    );
    if (lead === null || /[的了]$/u.test(lead[0])) return [];
    const rest = text.slice(from + lead[0].length);
    if (rest.trim() === '') return lead[0].endsWith(':') ? [{ mention, claimed, listed: undefined }] : [];
    const listed = countItems(rest);
    return listed === undefined ? [] : [{ mention, claimed, listed }];
  });
});

/** Items of a list up to its full stop; undefined where it is open or no plain list. */
function countItems(rest: string): Counts | undefined {
  const end = /[。!?]/u.exec(rest);
  if (end === null) return undefined;
  const list = rest.slice(0, end.index).replace(/“[^”]*”|《[^》]*》|\([^)]*\)/gu, '某');
  if (!list.includes('、') || /[,;:]|等(?:$|\p{Script=Han}{0,6}$)|以及其他/u.test(list)) return undefined;
  const items = list.split('、');
  if (items.some((item) => item.length === 0 || item.length > 24)) return undefined;
  const joiners = items.reduce((sum, item) => sum + (item.match(/[和及与]|以及/gu)?.length ?? 0), 0);
  return [items.length, items.length + joiners];
}

/** Numbered or bulleted lines that follow, blank ones between them allowed. */
function countLines(lines: readonly AnalyzedLine[], from: number): Counts | undefined {
  let count = 0;
  let style: string | undefined;
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.view.text.trim() ?? '';
    if (text === '') continue;
    const mark =
      /^(?:(\d{1,2})[.、)]|\((\d{1,2}|[一二三四五六七八九十]{1,3})\)|([一二三四五六七八九十]{1,3})、|[-*•·])\s?/u.exec(
        text,
      );
    const own =
      mark === null
        ? undefined
        : mark[1] !== undefined
          ? '1'
          : mark[2] !== undefined
            ? '('
            : mark[3] !== undefined
              ? '一'
              : '-';
    if (own === undefined || (style !== undefined && own !== style)) break;
    style = own;
    count += 1;
  }
  return count < 2 ? undefined : [count, count];
}
