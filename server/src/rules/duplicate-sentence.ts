import type { AnalyzedLine } from '../analysis/types';
import { byPlace, rememberGroups, type Sighted } from './groups';
import type { Draft, Place, Rule } from './types';

/**
 * A sentence, or several clauses in a row, that the document has already said in the same words: a caption that repeats
 * the text under it, a title repeated as the first line, a paragraph pasted twice.
 *
 * Clauses are compared folded and without their marks, so that 「…」 and “…” do not hide a repetition. Information only:
 * what is said twice may be meant twice. A line that repeats another one whole has a fix that removes it.
 *
 * Spares: single names and titles, repetitions shorter than sixteen characters in one clause or twenty-four in several,
 * refrains (three times and more), tables of contents and what stands around the article.
 */
export const duplicateSentence: Rule = {
  id: 'duplicate-sentence',
  group: 'text',
  severity: 'info',
  find({ analysis, say }) {
    const drafts: Draft[] = [];
    let told: Clause | undefined;
    for (const [before, at] of secondTimes(analysis.lines)) {
      // A run of clauses is looked at once.
      if (told !== undefined && byPlace(at, told) <= 0) continue;
      const length = runLength(before, at);
      const [first, second] = [run(before, length), run(at, length)];
      told = second.at(-1);
      if (!isWorthTelling(second)) continue;
      const [there, here] = [placeOf(first), placeOf(second)];
      const isWhole = isWholeLine(at, here) && isWholeLine(before, there);
      const edits = [{ place: { ...here, start: 0, end: at.analyzed.text.length }, text: '' }];
      const fixes = [{ title: say('duplicate-sentence.remove'), edits, safe: false, preferred: false }];
      drafts.push({
        place: here,
        message: say('duplicate-sentence.found', { line: there.line + 1 }),
        related: [{ place: there, message: say('duplicate-sentence.first') }],
        ...(isWhole ? { fixes } : {}),
      });
    }
    return drafts;
  },
};

interface ClauseInLine {
  readonly start: number;
  readonly end: number;
  /** The Han characters and figures of the clause, folded. */
  readonly key: string;
  readonly isName: boolean;
}

type Clause = Sighted<ClauseInLine>;

/** Clauses of running text, in offsets of the source. Residue would shift them, so lines with residue are left out. */
const clausesOf = rememberGroups<ClauseInLine>(
  ({ kind, text, view, mentions }) => {
    if (view.residue.length > 0 || !['text', 'heading', 'caption', 'list'].includes(kind)) return [];
    return [...text.matchAll(/[^，,。；;：:！!？?\s][^，,。；;：:！!？?]*/gu)]
      .map((match) => {
        const start = match.index;
        const end = start + match[0].trimEnd().length;
        const key = view.text.slice(start, end).replace(/[^\p{Script=Han}\dA-Za-z]/gu, '');
        return { start, end, key, isName: mentions.some((name) => name.start <= start + 1 && name.end >= end - 1) };
      })
      .filter(({ key }) => key.length >= 2);
  },
  ({ key }) => key,
);

/** Each clause that is said the second time, behind the one that said it first, in the order of the document. */
function secondTimes(lines: readonly AnalyzedLine[]): readonly (readonly [Clause, Clause])[] {
  return [...clausesOf(lines).repeated.values()]
    .map(([before, at]) => [before as Clause, at as Clause] as const)
    .sort(([, a], [, b]) => byPlace(a, b));
}

/** How many clauses from `at` on are the same as from `before` on, within one line each. */
function runLength(before: Clause, at: Clause): number {
  const last = before.line === at.line ? at.at : before.results.length;
  let length = 1;
  while (
    before.at + length < last &&
    at.at + length < at.results.length &&
    at.results[at.at + length]?.key === before.results[before.at + length]?.key
  )
    length += 1;
  return length;
}

/** So many clauses of the line from `first` on. */
function run({ line, analyzed, results, at }: Clause, length: number): readonly Clause[] {
  return results.slice(at, at + length).map((result, number) => ({ line, analyzed, results, at: at + number, result }));
}

function isWorthTelling(run: readonly Clause[]): boolean {
  const said = run.filter(({ result }) => !result.isName);
  const length = said.reduce((sum, { result }) => sum + result.key.length, 0);
  return said.length === 1 ? length >= 16 : length >= 24;
}

function placeOf(run: readonly Clause[]): Place {
  const [first] = run;
  return { line: first?.line ?? 0, start: first?.result.start ?? 0, end: run.at(-1)?.result.end ?? 0 };
}

function isWholeLine({ analyzed: { text } }: Clause, { start, end }: Place): boolean {
  return !/[\p{Script=Han}\w]/u.test(text.slice(0, start) + text.slice(end));
}
