import type { AnalyzedLine } from '../analysis/types';
import { rememberScan } from './scan';
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
    const clauses = scan(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.map(({ start, end, key, isName }): Clause => ({ start, end, key, isName, line, analyzed })),
    );
    /** Of the clauses before the present one: where each was said first, and how often. */
    const seen = new Map<string, { readonly first: number; count: number }>();
    let noted = 0;
    const drafts: Draft[] = [];
    for (let at = 0; at < clauses.length; at += 1) {
      for (; noted < at; noted += 1) {
        const key = clauses[noted]?.key ?? '';
        const entry = seen.get(key);
        if (entry === undefined) seen.set(key, { first: noted, count: 1 });
        else entry.count += 1;
      }
      const earlier = seen.get(clauses[at]?.key ?? '');
      if (earlier === undefined || earlier.count > 1) continue;
      const before = earlier.first;
      const length = runLength(clauses, before, at);
      if (isWorthTelling(clauses.slice(at, at + length))) {
        const here = placeOf(clauses.slice(at, at + length));
        const there = placeOf(clauses.slice(before, before + length));
        const isWhole = isWholeLine(clauses[at], here) && isWholeLine(clauses[before], there);
        drafts.push({
          place: here,
          message: say('duplicate-sentence.found', { line: there.line + 1 }),
          related: [{ place: there, message: say('duplicate-sentence.first') }],
          ...(isWhole
            ? {
                fixes: [
                  {
                    title: say('duplicate-sentence.remove'),
                    edits: [
                      { place: { ...here, start: 0, end: clauses[at]?.analyzed.text.length ?? here.end }, text: '' },
                    ],
                    safe: false,
                    preferred: false,
                  },
                ],
              }
            : {}),
        });
      }
      at += length - 1;
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

interface Clause extends ClauseInLine {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
}

/** Clauses of running text, in offsets of the source. Residue would shift them, so lines with residue are left out. */
const scan = rememberScan<ClauseInLine>(({ kind, text, view, mentions }) => {
  if (view.residue.length > 0 || !['text', 'heading', 'caption', 'list'].includes(kind)) return [];
  return [...text.matchAll(/[^，,。；;：:！!？?\s][^，,。；;：:！!？?]*/gu)]
    .map((match) => {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      const key = view.text.slice(start, end).replace(/[^\p{Script=Han}\dA-Za-z]/gu, '');
      return { start, end, key, isName: mentions.some((name) => name.start <= start + 1 && name.end >= end - 1) };
    })
    .filter(({ key }) => key.length >= 2);
});

/** How many clauses from `at` on are the same as from `before` on, within one line each. */
function runLength(clauses: readonly Clause[], before: number, at: number): number {
  let length = 1;
  while (
    before + length < at &&
    clauses[at + length]?.key === clauses[before + length]?.key &&
    clauses[at + length]?.line === clauses[at]?.line &&
    clauses[before + length]?.line === clauses[before]?.line
  )
    length += 1;
  return length;
}

function isWorthTelling(run: readonly Clause[]): boolean {
  const said = run.filter(({ isName }) => !isName);
  const length = said.reduce((sum, { key }) => sum + key.length, 0);
  return said.length === 1 ? length >= 16 : length >= 24;
}

function placeOf(run: readonly Clause[]): Place {
  const [first] = run;
  return { line: first?.line ?? 0, start: first?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

function isWholeLine(clause: Clause | undefined, { start, end }: Place): boolean {
  const text = clause?.analyzed.text ?? '';
  return !/[\p{Script=Han}\w]/u.test(text.slice(0, start) + text.slice(end));
}
