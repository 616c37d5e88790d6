import type { AnalyzedLine } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * Brackets and quotation marks without their partner in the same paragraph.
 *
 * Spares: a quotation that goes on over paragraphs (each opens anew, only the last closes), emoticons and list numbers
 * such as 1) or a), straight quotes, boilerplate other than an unclosed 【, a pair within which the line was broken.
 */
export const unbalancedMarks: Rule = {
  id: 'unbalanced-marks',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const nextText = (from: number): string => {
      for (let next = from + 1; next < analysis.lines.length; next += 1) {
        const text = analysis.lines[next]?.text.trim() ?? '';
        if (text !== '') return text;
      }
      return '';
    };
    const seen = scan(analysis.lines).flatMap(({ line: number, analyzed: line, results }) =>
      results.map((result) => ({ ...result, number, line })),
    );
    return withoutPairs(seen).flatMap(({ at, opens, number, line }): readonly Draft[] => {
      const actual = line.text.charAt(at);
      const next = opens ? nextText(number) : '';
      const goesOn = opens && next.charAt(0) === actual;
      if ((goesOn && '「“『'.includes(actual)) || (actual === '[' && next.startsWith(']('))) return [];
      const isMild = line.kind === 'links' || line.kind === 'footer' || goesOn;
      return [
        {
          place: { line: number, start: at, end: at + 1 },
          message: say(`unbalanced-marks.${opens ? 'open' : 'close'}`, { actual }),
          ...(isMild ? { severity: 'info' as const } : {}),
        },
      ];
    });
  },
};

interface Lone {
  readonly at: number;
  readonly opens: boolean;
  readonly number: number;
  readonly line: AnalyzedLine;
}

/**
 * A mark that the next lone mark closes some lines below is no slip: the quotation runs over lines, over any number of them
 * where it begins a line and ends one.
 */
function withoutPairs(seen: readonly Lone[]): readonly Lone[] {
  const paired = new Set<Lone>();
  seen.forEach((mark, order) => {
    const next = seen[order + 1];
    if (next === undefined || !mark.opens || next.opens) return;
    if (next.number - mark.number > 20 && !(beginsLine(mark) && endsLine(next))) return;
    if (pairs.get(mark.line.text.charAt(mark.at))?.includes(next.line.text.charAt(next.at)) !== true) return;
    paired.add(mark).add(next);
  });
  return seen.filter((mark) => !paired.has(mark));
}

function beginsLine({ line, at }: Lone): boolean {
  return line.text.slice(0, at).trim() === '';
}

function endsLine({ line, at }: Lone): boolean {
  return line.text.slice(at + 1).trim() === '';
}

/** The marks of a line that have no partner in it. */
const scan = rememberScan<{ readonly at: number; readonly opens: boolean }>((line) => {
  if (line.kind === 'template' || line.kind === 'rule' || line.kind === 'menu') return [];
  const found: { at: number; opens: boolean }[] = [];
  const stack: { mark: string; at: number }[] = [];
  // Square brackets of Markdown links are no marks of the text, and a quotation may end within one.
  const isLinked = line.text.includes('](');
  for (const match of line.text.matchAll(anyMark)) {
    const { index: at } = match;
    const [mark] = match;
    if (isResidue(line.view.residue, at) || (isLinked && '[]'.includes(mark))) continue;
    if (pairs.has(mark)) stack.push({ mark, at });
    else {
      // What was opened inside a pair that closes here has lost its own partner.
      const partner = stack.findLastIndex((open) => pairs.get(open.mark)?.includes(mark) === true);
      if (partner >= 0)
        found.push(
          ...stack
            .splice(partner)
            .slice(1)
            .map(({ at: lone }) => ({ at: lone, opens: true })),
        );
      else if (!isNumberOfList(line.text, at)) found.push({ at, opens: false });
    }
  }
  return [...found, ...stack.map(({ at }) => ({ at, opens: true }))].sort((a, b) => a.at - b.at);
});

/** 1) a) 一）: a bracket that closes a number and was never opened. */
function isNumberOfList(text: string, at: number): boolean {
  return (
    /[)）]/u.test(text.charAt(at)) &&
    /(?:^|[\s、;；,，。:：*])[\dA-Za-z０-９一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 5), at))
  );
}

const anyMark = /[()（）「」｢｣『』“”《》【】〔〕〈〉[\]]/gu;
const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')）'],
  ['（', '）)'],
  ['「', '」｣'],
  ['｢', '｣」'],
  ['『', '』'],
  ['“', '”'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
  ['〈', '〉'],
  ['[', ']'],
]);
function isResidue(residue: readonly { readonly start: number; readonly end: number }[], at: number): boolean {
  return residue.some((piece) => piece.start <= at && at < piece.end);
}
