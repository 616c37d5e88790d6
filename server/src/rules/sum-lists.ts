import { isRead } from '../analysis/structure';
import type { AnalyzedLine, Mention } from '../analysis/types';
import { toView } from '../text/view';
import { exactNumber, isAlike, roundingOf } from './figures';
import { rememberScan, type Seen } from './scan';
import { addsUp, isNearSum, sumDraft, type Figure } from './sums';
import type { Draft, Say } from './types';

/**
 * Lists of lines with one figure each, and a line with their total above or below: 合计：165所. Lines of several figures
 * and figures of another unit end a list.
 */
export function listSums(lines: readonly AnalyzedLine[], say: Say): readonly Draft[] {
  const seen = scan(lines);
  return seen.flatMap((line, at): readonly Draft[] => {
    const [entry] = line.results;
    if (entry?.isTotal !== true) return [];
    const above = entry.opens ? [] : run(lines, seen, at, -1).reverse();
    const parts = above.length >= 2 ? above : run(lines, seen, at, 1);
    const total = figureOf(line.line, entry.mention);
    const figures = parts.map((part) => figureOf(part.line, part.mention));
    return figures.length < 2 || addsUp(total, figures) || !isNearSum(total, figures)
      ? []
      : [sumDraft(total, figures, say)];
  });
}

/** A mention as a figure of a sum. */
export function figureOf(line: number, mention: Mention): Figure {
  return {
    place: { line, start: mention.start, end: mention.end },
    surface: mention.surface,
    value: exactNumber(mention) ?? 0,
    rounding: roundingOf(mention),
  };
}

interface Entry {
  readonly mention: Mention;
  readonly isTotal: boolean;
  /** The line ends with a colon: its parts follow. */
  readonly opens: boolean;
}

/** The entries that follow each other in one direction, blank lines between them at most. */
function run(
  lines: readonly AnalyzedLine[],
  seen: readonly Seen<Entry>[],
  total: number,
  step: 1 | -1,
): { readonly line: number; readonly mention: Mention }[] {
  const whole = seen[total]?.results[0]?.mention;
  const found: { line: number; mention: Mention }[] = [];
  let line = seen[total]?.line ?? 0;
  for (let at = total + step; ; at += step) {
    const next = seen[at];
    const entry = next?.results[0];
    if (next === undefined || entry === undefined || whole === undefined || entry.isTotal) break;
    if (!isAlike(entry.mention, whole) || !isBlankBetween(lines, line, next.line)) break;
    found.push({ line: next.line, mention: entry.mention });
    line = next.line;
  }
  return found;
}

function isBlankBetween(lines: readonly AnalyzedLine[], a: number, b: number): boolean {
  for (let at = Math.min(a, b) + 1; at < Math.max(a, b); at += 1) {
    if (lines[at]?.kind !== 'blank') return false;
  }
  return true;
}

const scan = rememberScan<Entry>((line) => {
  const { text } = line.view;
  if (!isRead(line.kind) || text.length > 60 || text.includes('|')) return [];
  const figures = line.mentions.filter(({ type }) => type === 'MONEY' || type === 'QUANTITY' || type === 'PERCENT');
  const [mention] = figures;
  if (mention === undefined || figures.length > 1 || exactNumber(mention) === undefined) return [];
  const before = text.slice(0, toView(line.view, mention.start)).replace(/[\s*·•-]/gu, '');
  const behind = text.slice(toView(line.view, mention.end)).replace(/[\s*]/gu, '');
  const opens =
    /^[^。]{0,12}:$/u.test(behind) &&
    /(?:合计|总计|共计|合共|总共|一共|共|总额|总数)\p{Script=Han}{0,4}$/u.test(before);
  const isTotal = opens || /^(?:以上)?(?:合计|总计|共计|合共|总额|总数|总和)\p{Script=Han}{0,4}:?$/u.test(before);
  if (!isTotal && !isPart(before, behind)) return [];
  return [{ mention, isTotal, opens }];
});

/** A label and its figure, with nothing much behind it: 一期工程：5亿元； */
function isPart(before: string, behind: string): boolean {
  return (
    /^.{1,40}$/u.test(before) && /^[,.;。、]?$/u.test(behind) && !/增长|下降|同比|其中|累计|人均|平均|每/u.test(before)
  );
}
