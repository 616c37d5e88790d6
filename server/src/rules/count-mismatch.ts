import type { Mention } from '../analysis/types';
import { toSource, toView } from '../text/view';
import { miscountedItems } from './count-enumeration';
import { smallNumber } from './days';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * A count that the list behind it contradicts: 三项措施：甲、乙、丙和丁 → four; 以下四点： followed by five numbered lines;
 * 八个方面工作：一是… up to 七是; 以下五个方面 and headings 一、 to 四、.
 *
 * A list counts only when it is whole: introduced by a colon, 包括 or 即 right behind the count, closed by a full stop, and
 * without 等. 和 may join items or stand inside one, so that both ways of counting are allowed. Numbered items count as far
 * as their numbers run. Spares: open lists, lists of lists, counts of what is not listed, excerpts.
 */
export const countMismatch: Rule = {
  id: 'count-mismatch',
  group: 'numbers',
  severity: 'warning',
  find({ analysis, say }) {
    const inSentences = scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map(({ mention: { start, end }, claimed, listed: [least, most] }): Draft => {
        const actual = analyzed.text.slice(start, end);
        const listed = least === most ? least : `${least}–${most}`;
        return { place: { line, start, end }, message: say('count-mismatch.found', { actual, claimed, listed }) };
      }),
    );
    const items = miscountedItems(analysis.lines).map(({ line, analyzed, span, claimed, listed }): Draft => {
      const place = { line, ...toSource(analyzed.view, span) };
      const actual = analyzed.text.slice(place.start, place.end);
      return { place, message: say('count-mismatch.found', { actual, claimed, listed }) };
    });
    return [...inSentences, ...items];
  },
};

/** At least and at most this many items. */
type Counts = readonly [number, number];

interface Sight {
  readonly mention: Mention;
  readonly claimed: number;
  readonly listed: Counts;
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
    const listed = countItems(rest);
    if (listed === undefined || isWithin(claimed, listed) || isCountOfOther(text, from, listed)) return [];
    return [{ mention, claimed, listed }];
  });
});

function isWithin(count: number, [least, most]: Counts): boolean {
  return count >= least && count <= most;
}

/** 10名代表来自三个地区，包括…: the list spells out another count of the same sentence. */
function isCountOfOther(text: string, at: number, listed: Counts): boolean {
  const sentence = /[^。;!?]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const counts = sentence.matchAll(/(\d{1,2}|[两二三四五六七八九十]{1,3})(?=[个名位家项大点条类种方份人])/gu);
  return [...counts].some(([, count = '']) => isWithin(smallNumber(count) ?? 0, listed));
}

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
