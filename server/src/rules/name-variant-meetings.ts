import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import type { Span } from '../text/span';
import { toSource } from '../text/view';
import { isNumbered, standsBefore, variantDraft } from './named';
import { rememberScan } from './scan';
import type { Draft, RuleContext, SummarizedForm } from './types';

/**
 * Two meetings whose names differ by two characters alone, found by their form: one of them may not be marked. Sittings of
 * an assembly or a committee have no names but numbers, and are left out.
 */
export function meetingVariants({ analysis, say }: RuleContext, told: Set<string>): readonly Draft[] {
  // Each text where it stands first, beside those that end alike.
  const seen = new Map<string, Meeting>();
  const byEnd = new Map<string, Meeting[]>();
  for (const { line, analyzed, results } of meetings(analysis.lines)) {
    for (const span of results) {
      const text = analyzed.view.text.slice(span.start, span.end);
      if (seen.has(text)) continue;
      const meeting = { line, analyzed, span, text };
      seen.set(text, meeting);
      const group = byEnd.get(text.slice(-4));
      if (group === undefined) byEnd.set(text.slice(-4), [meeting]);
      else group.push(meeting);
    }
  }
  const drafts: Draft[] = [];
  for (const long of seen.values()) {
    for (const short of byEnd.get(long.text.slice(-4)) ?? []) {
      const names = namesOf(short.text, long.text);
      if (names === undefined || told.has(names.join(' '))) continue;
      told.add(names.join(' '));
      const form = (each: typeof long, name: string): SummarizedForm => {
        const span = { start: each.span.end - name.length, end: each.span.end };
        const place = { line: each.line, ...toSource(each.analyzed.view, span) };
        return { surface: each.analyzed.text.slice(place.start, place.end), folded: name, count: 1, place };
      };
      const [a, b] = [form(short, names[0]), form(long, names[1])];
      drafts.push(standsBefore(b, a) ? variantDraft(b, a, undefined, say) : variantDraft(a, b, undefined, say));
    }
  }
  return drafts;
}

interface Meeting {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
  readonly span: Span;
  readonly text: string;
}

const meetings = rememberScan<Span>((line) =>
  isRead(line.kind)
    ? [...line.view.text.matchAll(/\p{Script=Han}{6,16}(?:会议|论坛|大会|峰会|博览会|洽谈会|研讨会|交流会)/gu)].map(
        (match) => ({ start: match.index, end: match.index + match[0].length }),
      )
    : [],
);

/** The two names, when the second has two characters more than the first and both agree in four before and behind them. */
function namesOf(short: string, long: string): readonly [string, string] | undefined {
  let tail = 0;
  while (tail < short.length && tail < long.length && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  // What differs before a verb is no part of the name: 會見(來華)出席論壇.
  if (tail < 4 || /出席|参加|举办|举行|召开|主办/u.test(short.slice(-tail))) return undefined;
  let head = 0;
  while (
    tail + head < short.length &&
    tail + 2 + head < long.length &&
    short.at(-1 - tail - head) === long.at(-3 - tail - head)
  )
    head += 1;
  if (
    isNumbered(long.slice(-(tail + 2), -tail)) ||
    /委员会|代表大会|常委会|主席团|业主大会|决定|列入|审议|有权|应当/u.test(short.slice(-(tail + head)))
  )
    return undefined;
  const shared = short.slice(-(tail + head), short.length - tail);
  const lead = Math.max(...['的', '了', '在', '由', '行'].map((word) => shared.lastIndexOf(word))) + 1;
  head -= lead;
  return head < 4 ? undefined : [short.slice(-(tail + head)), long.slice(-(tail + 2 + head))];
}
