import type { AnalyzedLine, Mention } from '../analysis/types';
import { toView } from '../text/view';
import { exactNumber, isAlike } from './figures';

/** A total of one line and the figures that the same sentence gives as its parts. */
export interface SentenceSum {
  readonly total: Mention;
  readonly parts: readonly Mention[];
}

/**
 * Totals whose parts stand beside them: 小学120所、中学45所，共计165所; 共有学校165所，包括小学120所和中学45所. Whether they add
 * up is for the caller to see. Open lists, bounds and figures of another unit give nothing.
 */
export function sentenceSums(line: AnalyzedLine): readonly SentenceSum[] {
  const { text } = line.view;
  if (!/[共合总]/u.test(text)) return [];
  const figures = line.mentions
    .filter(({ type }) => type === 'MONEY' || type === 'QUANTITY' || type === 'PERCENT')
    .map((mention) => ({ mention, start: toView(line.view, mention.start), end: toView(line.view, mention.end) }));
  return figures.flatMap((total, at): readonly SentenceSum[] => {
    if (exactNumber(total.mention) === undefined) return [];
    const begin = Math.max(...[...'。;!?'].map((stop) => text.lastIndexOf(stop, total.start - 1))) + 1;
    const lead = totalLead.exec(text.slice(begin, total.start));
    if (lead === null) return [];
    const keyword = begin + lead.index;
    const parts = partsBefore(text, figures, at, begin, keyword) ?? partsBehind(text, figures, at);
    return parts === undefined || parts.length < 2 ? [] : [{ total: total.mention, parts }];
  });
}

interface FigureAt {
  readonly mention: Mention;
  readonly start: number;
  readonly end: number;
}

/** 合计, 共计, 共 and up to four characters between it and its figure: 共计投入12亿元, 共有学校165所. */
const totalLead =
  /(?:合计|总计|共计|合共|总共|一共|总[额数量]|(?<![公中总合])共(?![同建享产和识赢用聚]))(?!.*其中)\p{Script=Han}{0,4}$/u;
/** What parts of a sum are not parted by. */
const noPart = /其中|等|增长|下降|比|占|平均|每|人均|同期|累计|另|除|以及其他/u;

function partsBefore(
  text: string,
  figures: readonly FigureAt[],
  total: number,
  begin: number,
  keyword: number,
): readonly Mention[] | undefined {
  const whole = figures[total];
  const last = figures[total - 1];
  if (whole === undefined || last === undefined || last.start < begin) return undefined;
  if (!/^[^,、。;:]{0,8}[,、(]\s?(?:以上|两项|三项|[二三四五]者)?$/u.test(text.slice(last.end, keyword)))
    return undefined;
  const parts: FigureAt[] = [];
  for (let at = total - 1; at >= 0; at -= 1) {
    const part = figures[at];
    if (part === undefined || part.start < begin) break;
    const next = parts[0];
    if (next !== undefined && !isJoined(text.slice(part.end, next.start))) break;
    if (!isAlike(part.mention, whole.mention)) break;
    if (exactNumber(part.mention) === undefined) return undefined;
    parts.unshift(part);
  }
  if (parts.length < 2 || noPart.test(text.slice(parts[0]?.start ?? begin, keyword))) return undefined;
  return tightest(parts, whole);
}

/** Of several runs that may be meant, the one that adds up, if there is one: 总投资30亿元，一期10亿元、二期20亿元，共计30亿元. */
function tightest(parts: readonly FigureAt[], whole: FigureAt): readonly Mention[] {
  const wanted = exactNumber(whole.mention) ?? 0;
  for (let from = 1; from <= parts.length - 2; from += 1) {
    const run = parts.slice(from);
    const sum = run.reduce((all, { mention }) => all + (exactNumber(mention) ?? 0), 0);
    if (Math.abs(sum - wanted) <= 1e-9 * wanted) return run.map(({ mention }) => mention);
  }
  return parts.map(({ mention }) => mention);
}

function partsBehind(text: string, figures: readonly FigureAt[], total: number): readonly Mention[] | undefined {
  const whole = figures[total];
  const first = figures[total + 1];
  if (whole === undefined || first === undefined) return undefined;
  const lead = text.slice(whole.end, first.start);
  if (!/^[^,。;:、(]{0,8}(?:[:(]|[,(]?(?:包括|分别为|分别是|分别有|即|由))[^,。;:]{0,14}$/u.test(lead))
    return undefined;
  const stop = /[。;!?)]|$/u.exec(text.slice(whole.end + lead.indexOf('(') + 1));
  const end = whole.end + lead.indexOf('(') + 1 + (stop?.index ?? 0);
  const inside = figures.slice(total + 1).filter((each) => each.start < end);
  if (inside.some(({ mention }) => !isAlike(mention, whole.mention) || exactNumber(mention) === undefined))
    return undefined;
  const last = inside.at(-1);
  if (last === undefined || text.slice(last.end, end).length > 6 || noPart.test(text.slice(whole.end, end)))
    return undefined;
  for (const [at, part] of inside.entries()) {
    const next = inside[at + 1];
    if (next !== undefined && !isJoined(text.slice(part.end, next.start))) return undefined;
  }
  return inside.map(({ mention }) => mention);
}

/** Parts stand in one list: 、 or ， or 和 between them, a few words more at most. */
function isJoined(between: string): boolean {
  return between.length <= 24 && /[、,和及与]/u.test(between) && !/[。;:!?()]/u.test(between);
}
