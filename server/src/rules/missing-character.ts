import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { wordClasses, type Words, type WordTable } from '../lexicon/words';
import { toSource } from '../text/view';
import { byPlace, rememberGroups, type Groups, type Sighted } from './groups';
import { rememberLine } from './scan';
import type { Draft, Rule } from './types';

/**
 * A term of the glossary that the file uses, once with one of its characters dropped: 萬家民營企業評商環境 where 營商環境
 * stands elsewhere.
 *
 * The terms are pairs of words, used twice and more. A dropped form counts only if it stands once in the file, if the word
 * that kept all its characters is still cut as a word there, and if both the character that is left of the other one and
 * its neighbour belong to no word: 評 and 商 do not. In 招商環境 the second does. Pairs that no glossary knows are left alone:
 * beside 創業空間, 眾創空間 is as good.
 *
 * 評商環境 → 評營商環境, with the character as the file writes it elsewhere. The fix is not safe.
 *
 * Spares: characters that stand by themselves as particles, numbers and the like; names; terms that are rare in the file.
 */
export const missingCharacter: Rule = {
  id: 'missing-character',
  group: 'typos',
  severity: 'warning',
  find({ analysis, words, glossaryTerms, say }) {
    if (words === undefined || glossaryTerms === undefined) return [];
    const { terms, rests } = scansOf(words, glossaryTerms);
    const { all } = rests(analysis.lines);
    return [...damagedForms(terms(analysis.lines).repeated)]
      .flatMap(([form, damage]) => {
        const [one, more] = all.get(form) ?? [];
        return one === undefined || more !== undefined ? [] : [{ ...one, ...one.result, damage }];
      })
      .sort(byPlace)
      .map(({ line, analyzed: { view }, at, form, damage }): Draft => {
        const place = { line, ...toSource(view, { start: at, end: at + form.length }) };
        const start = toSource(view, { start: at + damage.dropped, end: at + form.length }).start;
        const actual = view.source.slice(place.start, place.end);
        return {
          place,
          message: say('missing-character.found', { actual, expected: damage.term, count: damage.count }),
          fixes: [
            {
              title: say('fix.replace', { actual, expected: damage.term }),
              edits: [{ place: { line, start, end: start }, text: damage.term.charAt(damage.dropped) }],
              safe: false,
              preferred: false,
            },
          ],
        };
      });
  },
};

/** Two words side by side, or (`isRest`) a word beside a character that belongs to none; offsets of the view. */
interface Pair {
  readonly at: number;
  readonly form: string;
  readonly isRest: boolean;
  /** Length of the first word. */
  readonly first: number;
}

interface Damage {
  /** The term as the file writes it first. */
  readonly term: string;
  readonly dropped: number;
  readonly count: number;
}

/** What the terms that the file uses more than once look like without one character of a two-character word. */
function damagedForms(terms: Groups<Pair>['repeated']): ReadonlyMap<string, Damage> {
  const damaged = new Map<string, Damage>();
  for (const group of [...terms.values()].sort(([a], [b]) => byPlace(a, b))) {
    const { analyzed, result } = group[0] as Sighted<Pair>;
    const { form, at, first } = result;
    const { start, end } = toSource(analyzed.view, { start: at, end: at + form.length });
    const term = analyzed.text.slice(start, end);
    if (term.length !== form.length) continue;
    const second = form.length - first;
    const droppable = [...(first === 2 ? [0, 1] : []), ...(second === 2 ? [first, first + 1] : [])];
    for (const dropped of droppable)
      damaged.set(form.slice(0, dropped) + form.slice(dropped + 1), { term, dropped, count: group.length });
  }
  return damaged;
}

interface Scans {
  /** Pairs that a glossary knows. */
  readonly terms: (lines: readonly AnalyzedLine[]) => Groups<Pair>;
  readonly rests: (lines: readonly AnalyzedLine[]) => Groups<Pair>;
}

const scans = new WeakMap<ReadonlySet<string>, { readonly words: WordTable; readonly scans: Scans }>();

function scansOf(words: WordTable, glossaryTerms: ReadonlySet<string>): Scans {
  const known = scans.get(glossaryTerms);
  if (known?.words === words) return known.scans;
  const pairs = rememberLine<Pair>((line) => (isRead(line.kind) ? pairsIn(line, words) : []));
  const grouped = (wanted: (pair: Pair) => boolean): Scans['terms'] =>
    rememberGroups<Pair>(
      (line) => pairs(line).filter(wanted),
      ({ form }) => form,
    );
  const made = {
    terms: grouped(({ form, isRest }) => !isRest && glossaryTerms.has(form)),
    rests: grouped(({ isRest }) => isRest),
  };
  scans.set(glossaryTerms, { words, scans: made });
  return made;
}

function pairsIn({ view, mentions }: AnalyzedLine, table: WordTable): readonly Pair[] {
  const { text } = view;
  const words = table.segment(text);
  const pairs: Pair[] = [];
  for (let number = 0; number + 1 < words.count; number += 1) {
    const at = words.starts[number] ?? 0;
    const middle = words.starts[number + 1] ?? 0;
    const end = words.starts[number + 2] ?? text.length;
    const kinds = [kindOf(words.classes[number], middle - at), kindOf(words.classes[number + 1], end - middle)];
    if (kinds.includes('other') || (kinds[0] === 'single' && kinds[1] === 'single')) continue;
    const isRest = kinds.includes('single');
    // 企業評商環境: a character without a word beside another one; 企業債發行 is as it should be.
    const beside = kinds[0] === 'single' ? number - 1 : number + 2;
    if (isRest && !isSingleAt(words, beside)) continue;
    if (isRest && mentions.some((name) => name.type === 'PERSON' && name.folded.includes(text.slice(at, end))))
      continue;
    pairs.push({ at, form: text.slice(at, end), isRest, first: middle - at });
  }
  return pairs;
}

function isSingleAt({ count, starts, classes }: Words, number: number): boolean {
  if (number < 0 || number >= count) return false;
  return kindOf(classes[number], (starts[number + 1] ?? 0) - (starts[number] ?? 0)) === 'single';
}

/** A dictionary word of two or three characters, a character that stands alone without being a particle, or neither. */
function kindOf(wordClass: number | undefined, length: number): 'word' | 'single' | 'other' {
  const name = wordClasses[wordClass ?? 0] ?? '.';
  if (length === 1) return alone.has(name) ? 'single' : 'other';
  return length <= 3 && content.has(name) ? 'word' : 'other';
}

const content: ReadonlySet<string> = new Set(['n', 'nz', 'nt', 'v', 'vn', 'a', 'b', 'l', 'j']);
const alone: ReadonlySet<string> = new Set(['-', 'n', 'v', 'a', 'g', 'b', 'j', 'vn', 'nz']);
