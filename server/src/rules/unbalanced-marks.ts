import type { Draft, Rule } from './types';

/**
 * Brackets and quotation marks without their partner in the same paragraph.
 *
 * Spares: a quotation that goes on over paragraphs (each opens anew, only the last closes), emoticons and list numbers
 * such as 1) or a), straight quotes, boilerplate other than an unclosed 【.
 */
export const unbalancedMarks: Rule = {
  id: 'unbalanced-marks',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const drafts: Draft[] = [];
    const opensNext = (from: number): string | undefined => {
      for (let next = from + 1; next < analysis.lines.length; next += 1) {
        const text = analysis.lines[next]?.text.trim() ?? '';
        if (text !== '') return text.charAt(0);
      }
      return undefined;
    };
    analysis.lines.forEach((line, number) => {
      if (line.kind === 'template' || line.kind === 'rule' || line.kind === 'menu') return;
      const stack: { mark: string; at: number }[] = [];
      const report = (at: number, kind: 'open' | 'close'): void => {
        const actual = line.text.charAt(at);
        const mild =
          line.kind === 'links' || line.kind === 'footer' || (kind === 'open' && opensNext(number) === actual);
        drafts.push({
          place: { line: number, start: at, end: at + 1 },
          message: say(`unbalanced-marks.${kind}`, { actual }),
          ...(mild ? { severity: 'info' as const } : {}),
        });
      };
      for (let at = 0; at < line.text.length; at += 1) {
        const mark = line.text.charAt(at);
        if (isResidue(line.view.residue, at)) continue;
        if (pairs.has(mark)) stack.push({ mark, at });
        else if (closers.has(mark)) {
          const top = stack.at(-1);
          if (top !== undefined && pairs.get(top.mark)?.includes(mark) === true) stack.pop();
          else if (!(
            mark === ')' &&
            /(?:^|[\s、;；,，。])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(line.text.slice(Math.max(0, at - 5), at))
          ))
            report(at, 'close');
        }
      }
      for (const { mark, at } of stack) {
        if (!('「“『'.includes(mark) && opensNext(number) === mark)) report(at, 'open');
      }
    });
    return drafts;
  },
};

const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')）'],
  ['（', '）)'],
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
  ['〈', '〉'],
  ['[', ']'],
]);
const closers = new Set([...')）」』”》】〕〉]']);

function isResidue(residue: readonly { readonly start: number; readonly end: number }[], at: number): boolean {
  return residue.some((piece) => piece.start <= at && at < piece.end);
}
