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
  find({ prose, say }) {
    const edits: Edit[] = [];
    let first: { place: Edit['place']; actual: string } | undefined;
    for (const { line, analyzed } of prose) {
      const residue = analyzed.view.residue;
      for (const match of analyzed.text.matchAll(behindHan)) {
        const [mark] = match;
        const place = { line, start: match.index, end: match.index + mark.length };
        if (residue.some((piece) => piece.start < place.end && place.start < piece.end)) continue;
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
