import type { Residue } from '../text/residue';
import { rememberScan } from './scan';
import type { Draft, Edit, Rule } from './types';

/**
 * Readings in brackets that a page's script left behind its characters, and the broken form in which the character is lost.
 *
 * Spares: English in brackets, 委員會(committee); abbreviations, 人工智能(AI).
 * 當(dāng)前 → 當前. The lost character of 日?qǐng)?bào) is only guessed at from its reading, so that fix is not safe.
 */
export const pinyinResidue: Rule = {
  id: 'pinyin-residue',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const pieces = scan(analysis.lines).flatMap(({ line: number, analyzed: line, results }) =>
      results.map((piece) => ({ piece, line, number })),
    );
    const all: readonly Edit[] = pieces
      .filter(({ piece }) => piece.kind === 'pinyin')
      .map(({ piece, number }) => ({ place: { line: number, start: piece.start, end: piece.end }, text: '' }));
    // A lost character asks for a decision of its own, so it is shown even where the readings fold into one.
    const shown = pieces.length > 20 ? [...pieces.slice(0, 1), ...pieces.slice(1).filter(isBroken)] : pieces;
    const allFix = {
      title: say('pinyin-residue.removeAll', { count: all.length }),
      edits: all,
      safe: true,
      preferred: pieces.length > 20,
    };
    return shown.map(({ piece, line, number }): Draft => {
      const place = { line: number, start: piece.start, end: piece.end };
      const actual = line.text.slice(piece.start, piece.end);
      const broken = piece.kind === 'broken';
      const one = broken
        ? {
            title: say('pinyin-residue.repair', { actual, expected: piece.replacement }),
            edits: [{ place, text: piece.replacement }],
            safe: false,
            preferred: false,
          }
        : {
            title: say('pinyin-residue.remove'),
            edits: [{ place, text: '' }],
            safe: true,
            preferred: pieces.length <= 20,
          };
      return {
        place,
        message: say('pinyin-residue.found', { actual, count: pieces.length }),
        fixes: all.length > 1 ? [one, allFix] : [one],
      };
    });
  },
};

function isBroken({ piece }: { readonly piece: Residue }): boolean {
  return piece.kind === 'broken';
}

const scan = rememberScan((line) => line.view.residue);
