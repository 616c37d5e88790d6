import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * `**` without its partner in the line: Markdown would show it instead of bold text.
 *
 * Spares: lines with an even number of `**`, rules made of asterisks.
 * - 金融：**鼓勵… → the bold is closed or the mark removed.
 */
export const unpairedBold: Rule = {
  id: 'unpaired-bold',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const found = scan(analysis.lines).flatMap(({ line, results }) => results.map((at) => ({ line, at })));
    return found.map(({ line, at }): Draft => {
      const place = { line, start: at, end: at + 2 };
      return {
        place,
        message: say('unpaired-bold.found', { count: found.length }),
        fixes: [{ title: say('unpaired-bold.remove'), edits: [{ place, text: '' }], safe: false, preferred: false }],
      };
    });
  },
};

const scan = rememberScan<number>((line) => {
  if (line.kind === 'rule' || line.kind === 'template' || !line.text.includes('**')) return [];
  const marks = [...line.text.matchAll(/(?<!\*)\*\*(?!\*)/gu)];
  return marks.length % 2 === 1 ? [marks.at(-1)?.index ?? 0] : [];
});
