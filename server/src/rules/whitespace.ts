import { rememberScan } from './scan';
import type { Edit, Rule } from './types';

/**
 * Blanks that look like others: no-break spaces and spaces of odd widths, as web pages leave them in indents and between
 * words. One notice a file, at the first of them; its fix writes plain spaces, and nothing at the ends of lines.
 *
 * Spares: a no-break space between letters or figures (10 kg, Mr Chan), which is good typography; tabs and ideographic
 * spaces, with which paragraphs are indented on purpose; files with fewer than three.
 *
 * The fix is safe unless it would indent a line by four plain spaces and more, which Markdown takes for code.
 */
export const whitespace: Rule = {
  id: 'whitespace',
  group: 'text',
  severity: 'info',
  find({ analysis, say }) {
    const edits: Edit[] = [];
    let count = 0;
    let isSafe = true;
    for (const { line, analyzed, results } of scan(analysis.lines)) {
      for (const { start, end, odd } of results) {
        const isEnd = end === analyzed.text.length;
        const text = isEnd ? '' : analyzed.text.slice(start, end).replace(eachOdd, ' ');
        if (start === 0 && !isEnd && text.replace(/[^ ]/gu, '').length >= 4) isSafe = false;
        edits.push({ place: { line, start, end }, text });
        count += odd;
      }
    }
    const [first] = edits;
    if (first === undefined || count < 3) return [];
    const fix = { title: say('whitespace.fix', { count }), edits, safe: isSafe, preferred: isSafe };
    return [{ place: first.place, message: say('whitespace.found', { count }), fixes: [fix] }];
  },
};

const odd = '\\u00a0\\u2000-\\u200a\\u202f\\u205f';
const eachOdd = new RegExp(`[${odd}]`, 'gu');
const run = new RegExp(`[\\s${odd}]*[${odd}][\\s${odd}]*`, 'gu');

/** Runs of blanks with an odd one among them. */
const scan = rememberScan<{ readonly start: number; readonly end: number; readonly odd: number }>(({ text }) =>
  [...text.matchAll(run)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      odd: match[0].match(eachOdd)?.length ?? 0,
    }))
    .filter(({ start, end }) => !(end - start === 1 && isLatin(text.charAt(start - 1)) && isLatin(text.charAt(end)))),
);

function isLatin(character: string): boolean {
  return /^[\p{Script=Latin}\d.%$€£]$/u.test(character);
}
