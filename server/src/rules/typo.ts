import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import type { WordTable } from '../lexicon/words';
import { toSource } from '../text/view';
import type { RuleData } from './data';
import { keptText, rememberScan, type Seen } from './scan';
import type { Typo } from './typo-data';
import type { Draft, Rule } from './types';
import { crossesWord } from './word-edges';

/**
 * Slips of the pen: a character that sounds or looks like the right one (幅射 → 輻射, 拼購重組 → 併購重組, 再接再励 →
 * 再接再厉), and as information forms that the dictionaries do not put first (充份 → 充分, 生产型服务业 → 生产性服务业).
 *
 * A table of pairs, compared with the folded text, so that a row serves both scripts; the fix exchanges only the
 * characters that differ and keeps the script. It is not safe: a quotation may be meant as it stands.
 *
 * Spares: words that hold the wrong form by chance (补充份额, 大幅射门, 警察課提供), forms that are wrong only in some context
 * (拼购 is a way to shop, but wrong beside 重组), names of persons, and forms that a text quotes to speak of them
 * (“充份”应写作“充分”).
 */
export const typo: Rule = {
  id: 'typo',
  group: 'typos',
  severity: 'warning',
  find({ analysis, data, words, say }) {
    const { script } = analysis.profile;
    const drafts: Draft[] = [];
    for (const { line, analyzed, results } of scanOf(data, words)(analysis.lines)) {
      for (const { at, typo: entry } of results) {
        if (entry.level === 'info-hans' && script === 'hant') continue;
        const place = { line, ...toSource(analyzed.view, { start: at, end: at + entry.wrong.length }) };
        const actual = keptText(analyzed).slice(at, at + entry.wrong.length);
        const expected = correct(
          actual,
          entry,
          script === 'hant' || (script !== 'hans' && isTraditional(analyzed, data)),
        );
        const fix = { title: say('fix.replace', { actual, expected }), edits: [{ place, text: expected }] };
        const isMild = entry.level !== 'warning';
        drafts.push({
          place,
          message: say(isMild ? 'typo.mild' : 'typo.found', { actual, expected }),
          fixes: [{ ...fix, safe: false, preferred: !isMild }],
          ...(isMild ? { severity: 'info' as const } : {}),
        });
      }
    }
    return drafts;
  },
};

interface Sight {
  readonly at: number;
  readonly typo: Typo;
}

type Scan = (lines: readonly AnalyzedLine[]) => readonly Seen<Sight>[];
const scans = new WeakMap<RuleData, { readonly words: WordTable | undefined; readonly scan: Scan }>();

function scanOf(data: RuleData, words: WordTable | undefined): Scan {
  const known = scans.get(data);
  if (known !== undefined && known.words === words) return known.scan;
  const scan = rememberScan<Sight>((line) => (isRead(line.kind) ? sightsIn(line, data, words) : []));
  scans.set(data, { words, scan });
  return scan;
}

function sightsIn(line: AnalyzedLine, { typos }: RuleData, words: WordTable | undefined): readonly Sight[] {
  const { text } = line.view;
  const found: Sight[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const entry = typos.get(text.charCodeAt(at))?.find((candidate) => isWrongAt(text, at, candidate));
    if (entry === undefined) continue;
    const isMeant = !isQuoted(text, at, entry) && !isInPerson(line, at) && !isAcrossWords(text, at, entry, words);
    if (isMeant) found.push({ at, typo: entry });
    at += entry.wrong.length - 1;
  }
  return found;
}

function isWrongAt(text: string, at: number, { wrong, context, spared }: Typo): boolean {
  return (
    text.startsWith(wrong, at) &&
    !spared.some((right) => text.startsWith(right.word, at - right.at)) &&
    (context.length === 0 || context.some((word) => text.includes(word)))
  );
}

/**
 * Only forms of two or three characters meet by chance so often that it matters; milder forms stand in dictionaries
 * themselves (大部份).
 */
function isAcrossWords(text: string, at: number, { wrong, level }: Typo, table: WordTable | undefined): boolean {
  return wrong.length <= 3 && level === 'warning' && crossesWord(text, at, at + wrong.length, table);
}

/** A form that stands in quotation marks by itself is spoken of, not used. */
function isQuoted(text: string, at: number, { wrong }: Typo): boolean {
  return /[“‘]/u.test(text.charAt(at - 1)) && /[”’]/u.test(text.charAt(at + wrong.length));
}

function isInPerson({ view, mentions }: AnalyzedLine, at: number): boolean {
  const { start, end } = toSource(view, { start: at, end: at + 1 });
  return mentions.some((mention) => mention.type === 'PERSON' && mention.start <= start && end <= mention.end);
}

/** The right form: characters that were right stay as the author wrote them. */
function correct(actual: string, { wrong, right, simplified, traditional }: Typo, isHant: boolean): string {
  const target = isHant ? traditional : simplified;
  if (wrong.length !== right.length || target.length !== right.length) return target;
  return Array.from(right, (character, at) =>
    character === wrong.charAt(at) ? actual.charAt(at) : target.charAt(at),
  ).join('');
}

function isTraditional({ text }: AnalyzedLine, { traditionalOnly, simplifiedOnly }: RuleData): boolean {
  let balance = 0;
  for (const character of text) {
    if (traditionalOnly.has(character)) balance += 1;
    else if (simplifiedOnly.has(character)) balance -= 1;
  }
  return balance > 0;
}
