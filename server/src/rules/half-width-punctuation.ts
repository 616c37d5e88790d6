import { isRead } from '../analysis/structure';
import { rememberScan } from './scan';
import type { Draft, Edit, Rule } from './types';

/**
 * Half-width , : ; ? ! ( ) beside Chinese characters: one notice a file, one fix for all.
 *
 * Spares: marks between figures or Latin letters (10:30, 2,500), the Markdown link, files with fewer than three.
 * 參觀, → 參觀，
 */
export const halfWidthPunctuation: Rule = {
  id: 'half-width-punctuation',
  group: 'text',
  severity: 'info',
  find({ analysis, say }) {
    const edits: Edit[] = [];
    let first: { place: Edit['place']; actual: string } | undefined;
    for (const { line, results } of scan(analysis.lines)) {
      for (const { start, mark } of results) {
        const place = { line, start, end: start + mark.length };
        edits.push({ place, text: fullWidth[mark] ?? mark });
        first ??= { place, actual: mark };
      }
    }
    if (first === undefined || edits.length < 3) return [];
    const draft: Draft = {
      place: first.place,
      message: say('half-width-punctuation.found', { count: edits.length, actual: first.actual }),
      fixes: [
        { title: say('half-width-punctuation.fix', { count: edits.length }), edits, safe: true, preferred: true },
      ],
    };
    return [draft];
  },
};

const behindHan = /(?<=[\p{Script=Han}」』”’）》])[,;?!]|(?<=[\p{Script=Han}」』”’）》]):(?!\/\/)/gu;
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

const scan = rememberScan<{ readonly start: number; readonly mark: string }>(({ kind, text, view }) =>
  isRead(kind)
    ? [...text.matchAll(behindHan)]
        .map((match) => ({ start: match.index, mark: match[0] }))
        .filter(({ start }) => !view.residue.some((piece) => piece.start <= start && start < piece.end))
    : [],
);
