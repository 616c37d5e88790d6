import type { AnalyzedLine, LineKind } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Place, Rule } from './types';

/**
 * What a web page puts around its article: menus, share buttons, lists of links, footers, pieces of its template. One hint
 * for each stretch of such lines, shown faded and removed by its fix; nothing in it is read as text.
 *
 * 首頁 / 分享到: / 版權所有 … → (removed)
 *
 * The fix is not safe: whether a line of links belongs to the document is for its reader to say.
 *
 * Spares: bylines, datelines, captions and sources, which belong to the article; documents without any text proper, where
 * there would be nothing left.
 */
export const boilerplate: Rule = {
  id: 'boilerplate',
  group: 'text',
  severity: 'hint',
  find({ analysis, say }) {
    if (!analysis.lines.some(({ kind }) => kind === 'text')) return [];
    return stretchesOf(analysis.lines).map(({ first, last }): Draft => {
      const count = last - first + 1;
      const end = analysis.lines[last]?.text.length ?? 0;
      return {
        place: { line: first, start: 0, end, ...(last === first ? {} : { endLine: last }) },
        message: say('boilerplate.found', { count }),
        fixes: [
          {
            title: say('boilerplate.remove', { count }),
            edits: [{ place: removal(analysis.lines, first, last), text: '' }],
            safe: false,
            preferred: false,
          },
        ],
        faded: true,
      };
    });
  },
};

const furniture: ReadonlySet<LineKind> = new Set(['menu', 'widget', 'links', 'footer', 'template']);

/** Runs of furniture with blank lines and rules between; a run ends with a line of furniture. */
function stretchesOf(lines: readonly AnalyzedLine[]): readonly { readonly first: number; readonly last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (const { line } of pieces(lines)) {
    const open = stretches.at(-1);
    if (open !== undefined && isBridged(lines, open.last, line)) open.last = line;
    else stretches.push({ first: line, last: line });
  }
  return stretches;
}

const pieces = rememberScan<true>(({ kind, text }) =>
  furniture.has(kind) && !text.includes('<!-- meipi-') ? [true] : [],
);

function isBridged(lines: readonly AnalyzedLine[], from: number, to: number): boolean {
  for (let line = from + 1; line < to; line += 1)
    if (lines[line]?.kind !== 'blank' && lines[line]?.kind !== 'rule') return false;
  return true;
}

/** The lines with one line end: that behind them, or at the end of the document that before them. */
function removal(lines: readonly AnalyzedLine[], first: number, last: number): Place {
  if (last + 1 < lines.length) return { line: first, start: 0, endLine: last + 1, end: 0 };
  const end = lines[last]?.text.length ?? 0;
  if (first === 0) return { line: 0, start: 0, endLine: last, end };
  return { line: first - 1, start: lines[first - 1]?.text.length ?? 0, endLine: last, end };
}
