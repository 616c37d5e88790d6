import { isRead } from '../analysis/structure';
import type { AnalyzedLine, MentionType } from '../analysis/types';
import type { WordTable } from '../lexicon/words';
import { toSource } from '../text/view';
import type { RuleData, ScriptWord } from './data';
import { keptText, rememberLine, rememberScan, type Seen } from './scan';
import type { Draft, Rule, Say } from './types';
import { crossesWord } from './word-edges';

/**
 * Characters of the other script in a text of one script.
 *
 * In a Traditional text two things count: a character that Traditional never uses (国), and a word whose right spelling
 * needs another character than the one that both scripts have (关于 left as 關于, 制造 as 製造). Beside such signs, likely
 * ones are told of too: words that some write so by choice (夥伴 as 伙伴), and 并 涌 余 by themselves. Spares: 后 里 干 制
 * 余 where they are right (皇后, 公里, 干涉, 制度, 余先生), words that only seem to stand there (歌手|表演, 考試|制度), names of
 * persons, Japanese, texts that mix scripts throughout.
 */
export const mixedScript: Rule = {
  id: 'mixed-script',
  group: 'script',
  severity: 'warning',
  find({ analysis, data, words, say }) {
    const { script } = analysis.profile;
    const scans = scansOf(data, words);
    if (script === 'hans') return draftsOf(scans.hans(analysis.lines), 'traditional', say);
    if (script !== 'hant') return [];
    const sure = scans.sure(analysis.lines);
    if (sure.length === 0 || isMixedThroughout(sure, analysis.lines)) return [];
    return draftsOf(scans.hant(analysis.lines), 'simplified', say);
  },
};

/** A sign in every fourth line or more: two texts in one, or a script that is neither. */
function isMixedThroughout(sure: readonly Seen<Sight>[], lines: readonly AnalyzedLine[]): boolean {
  return sure.length > 20 && sure.length * 4 > lines.filter(({ kind }) => isRead(kind)).length;
}

/** A stretch of the text without residue that should be `expected`. */
interface Sight {
  readonly at: number;
  readonly length: number;
  readonly expected: string;
  /** Told of only beside surer signs. */
  readonly likely: boolean;
}

type Scan = (lines: readonly AnalyzedLine[]) => readonly Seen<Sight>[];

interface Scans {
  /** Sure signs in a Traditional text. */
  readonly sure: Scan;
  /** These and, where text is read, the likely ones. */
  readonly hant: Scan;
  readonly hans: Scan;
}

const scansByData = new WeakMap<RuleData, Scans & { readonly words: WordTable | undefined }>();

function scansOf(data: RuleData, words: WordTable | undefined): Scans {
  let scans = scansByData.get(data);
  if (scans?.words !== words || scans === undefined) {
    const sights = rememberLine<Sight>((line) => (isWritten(line) ? inTraditional(line, data, words) : []));
    scans = {
      words,
      sure: rememberScan((line) => sights(line).filter(({ likely }) => !likely)),
      hant: rememberScan((line) => sights(line).filter(({ likely }) => !likely || isRead(line.kind))),
      hans: rememberScan((line) => (isRead(line.kind) ? inSimplified(line, data) : [])),
    };
    scansByData.set(data, scans);
  }
  return scans;
}

/** Text proper, and sentences outside it such as a note on copyright. */
function isWritten(line: AnalyzedLine): boolean {
  return isRead(line.kind) || /[。！]\s*$/u.test(line.view.text);
}

function inTraditional(line: AnalyzedLine, data: RuleData, words: WordTable | undefined): readonly Sight[] {
  const found: Sight[] = [];
  const kept = keptText(line);
  for (let at = 0; at < kept.length; at += 1) {
    const word = wordAt(kept, at, data);
    if (word !== undefined) {
      const { standing, wrong } = word;
      const isWord =
        !crossesWord(line.view.text, at, at + wrong.length, words) &&
        !isInName(line, at + wrong.length - 1, ['PERSON']);
      if (isWord && (standing === 'certain' || standing === 'variant'))
        found.push({ at, length: wrong.length, expected: word.word, likely: standing === 'variant' });
      at += wrong.length - 1;
      continue;
    }
    const character = kept.charAt(at);
    const other = data.simplifiedOnly.get(character);
    if (other !== undefined) {
      if (!isInName(line, at, ['PERSON']) && !isJapanese(kept, at))
        found.push({ at, length: 1, expected: other, likely: false });
      continue;
    }
    const single = data.scriptSingles.get(character);
    if (single === undefined || isInName(line, at, ['PERSON', 'PLACE'])) continue;
    const before = kept.charAt(at - 1);
    const after = kept.charAt(at + 1);
    const isRight =
      (single.behind !== '' && (before === '' || !single.behind.includes(before))) ||
      (before !== '' && single.notBehind.includes(before)) ||
      (after !== '' && single.notBefore.includes(after));
    if (!isRight) found.push({ at, length: 1, expected: single.right, likely: true });
  }
  return found;
}

function wordAt(kept: string, at: number, data: RuleData): ScriptWord | undefined {
  if (!data.scriptWordStarts.has(kept.charCodeAt(at))) return undefined;
  return data.scriptWords.get(kept.slice(at, at + 2))?.find(({ wrong }) => kept.startsWith(wrong, at));
}

function inSimplified(line: AnalyzedLine, data: RuleData): readonly Sight[] {
  const found: Sight[] = [];
  const kept = keptText(line);
  for (let at = 0; at < kept.length; at += 1) {
    const other = data.traditionalOnly.get(kept.charAt(at));
    if (other !== undefined && !isInName(line, at, ['PERSON']))
      found.push({ at, length: 1, expected: other, likely: false });
  }
  return found;
}

/** 乱世の: kana a few characters away. */
function isJapanese(kept: string, at: number): boolean {
  return /[\u3041-\u3096\u30a1-\u30fa]/u.test(kept.slice(Math.max(0, at - 8), at + 9));
}

/** Persons write their names as they please. */
function isInName(line: AnalyzedLine, at: number, types: readonly MentionType[]): boolean {
  const source = toSource(line.view, { start: at, end: at + 1 });
  return line.mentions.some(
    (mention) => types.includes(mention.type) && mention.start <= source.start && source.end <= mention.end,
  );
}

function draftsOf(seen: readonly Seen<Sight>[], kind: 'simplified' | 'traditional', say: Say): readonly Draft[] {
  return seen.flatMap(({ line, analyzed, results }) =>
    results.map(({ at, length, expected }): Draft => {
      const place = { line, ...toSource(analyzed.view, { start: at, end: at + length }) };
      const actual = keptText(analyzed).slice(at, at + length);
      // 发 may be 發 or 髮: each is offered, none preferred.
      const choices = length === 1 ? [...expected] : [expected];
      return {
        place,
        message: say(`mixed-script.${kind}`, { actual, expected: choices.join(' / ') }),
        fixes: choices.map((choice) => ({
          title: say('fix.replace', { actual, expected: choice }),
          edits: [{ place, text: choice }],
          safe: false,
          preferred: choices.length === 1,
        })),
      };
    }),
  );
}
