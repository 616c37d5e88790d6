import { isRead } from '../analysis/structure';
import type { AnalyzedLine, MentionType } from '../analysis/types';
import type { WordTable } from '../lexicon/words';
import { toSource, toView } from '../text/view';
import type { RuleData } from './data';
import { keptText, rememberScan, type Seen } from './scan';
import type { Draft, Fix, Place, Rule } from './types';
import { crossesWord } from './word-edges';
import type { Wording, WordingTable } from './wording-data';

/**
 * Words of another place: 軟件 or 軟體, 視頻會議 or 視像會議, 出租車 or 的士 or 計程車. Off unless switched on, and silent
 * without a house style: which word is right depends on the reader alone.
 *
 * A table of what papers of Hong Kong, Taiwan and the mainland write, compared with the folded text, so that a row serves
 * both scripts; the fix keeps the script of the document.
 *
 * Spares: names that hold such a word (工業和信息化部, 香港數碼港), titles in 《》, words that mean something else too (管道,
 * 戶口), and characters that only happen to stand together (投資|安全, 學期|權利).
 */
export const regionalWording: Rule = {
  id: 'regional-wording',
  group: 'script',
  severity: 'off',
  find({ analysis, data, words, settings: { houseStyle: style }, say }) {
    if (style === undefined) return [];
    const sights = scanOf(
      data,
      words,
    )(analysis.lines).flatMap(({ line, analyzed, results }) =>
      results.flatMap(({ at, wording }) => {
        const better = wording.better[style];
        if (better === undefined) return [];
        const end = at + wording.form.length;
        const place: Place = { line, ...toSource(analyzed.view, { start: at, end }) };
        const expected = analysis.profile.script === 'hans' ? better.simplified : better.traditional;
        return [{ wording, place, actual: keptText(analyzed).slice(at, end), expected }];
      }),
    );
    const places = new Map<Wording, readonly Place[]>();
    for (const { wording, place } of sights) places.set(wording, [...(places.get(wording) ?? []), place]);
    return sights.map(({ wording, place, actual, expected }): Draft => {
      const alike = places.get(wording) ?? [];
      const values = { actual, expected, count: alike.length, style: style.toUpperCase() };
      const replace = (chosen: readonly Place[], title: string): Fix => ({
        title,
        edits: chosen.map((each) => ({ place: each, text: expected })),
        safe: false,
        preferred: false,
      });
      const one = replace([place], say('fix.replace', values));
      const all = alike.length > 1 ? [replace(alike, say('fix.replaceAll', values))] : [];
      return { place, message: say('regional-wording.found', values), fixes: [one, ...all] };
    });
  },
};

export interface Sight {
  readonly at: number;
  readonly wording: Wording;
}

type Scan = (lines: readonly AnalyzedLine[]) => readonly Seen<Sight>[];
const scans = new WeakMap<RuleData, { readonly words: WordTable | undefined; readonly scan: Scan }>();

function scanOf(data: RuleData, words: WordTable | undefined): Scan {
  const known = scans.get(data);
  if (known !== undefined && known.words === words) return known.scan;
  const scan = rememberScan<Sight>((line) => (isRead(line.kind) ? wordingsIn(line, data.wording, words) : []));
  scans.set(data, { words, scan });
  return scan;
}

/** The words of a line that some region says differently; `at` counts in the folded text of its view. */
export function wordingsIn(line: AnalyzedLine, table: WordingTable, words?: WordTable): readonly Sight[] {
  const { text } = line.view;
  const found: Sight[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const wording = table.get(text.charCodeAt(at))?.find(({ form }) => text.startsWith(form, at));
    if (wording === undefined) continue;
    const end = at + wording.form.length;
    // A form that some style accepts still takes its place: who may write 網際網路 is not told of 網路 in it.
    if (isMeant(text, at, wording) && !isInName(line, at, end) && !isBetweenWords(text, at, end, words))
      found.push({ at, wording });
    at = end - 1;
  }
  return found;
}

function isMeant(text: string, at: number, { context, spared }: Wording): boolean {
  return (
    !spared.some(({ word, at: inner }) => text.startsWith(word, at - inner)) &&
    (context.length === 0 || context.some((word) => text.includes(word)))
  );
}

function isBetweenWords(text: string, start: number, end: number, words: WordTable | undefined): boolean {
  return end - start <= 3 && crossesWord(text, start, end, words);
}

const nameTypes = new Set<MentionType>(['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'POLICY', 'DOCUMENT']);

/** Within a longer name, or within the marks of a title. */
function isInName({ view, mentions }: AnalyzedLine, start: number, end: number): boolean {
  const before = view.text.lastIndexOf('《', start);
  if (before >= 0 && !view.text.slice(before, start).includes('》') && view.text.includes('》', end)) return true;
  return mentions.some((mention) => {
    if (!nameTypes.has(mention.type)) return false;
    const from = toView(view, mention.start);
    const to = toView(view, mention.end);
    return from < end && start < to && (from < start || to > end);
  });
}
