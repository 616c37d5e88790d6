import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * A reference to an attachment that is not in the file: 文件內容見附件一, (附圖/短片). Each attachment is told of once, at its
 * first mention.
 *
 * Nothing can be put right here, so there is no fix: the reader is told that something is elsewhere.
 *
 * Spares: attachments that follow in the file or are listed at its end (a line that begins with 附件一 or 附件:), and 附件
 * as a plain word (填寫附件後交回).
 */
export const missingAttachment: Rule = {
  id: 'missing-attachment',
  group: 'text',
  severity: 'info',
  find({ analysis, say }) {
    const seen = scan(analysis.lines);
    const present = new Set(
      seen.flatMap(({ results }) => results.filter(({ isHere }) => isHere).map(({ key }) => key)),
    );
    const drafts: Draft[] = [];
    const told = new Set<string>();
    for (const { line, analyzed, results } of seen) {
      for (const { at, length, key, isHere } of results) {
        const kind = key.replace(/\d+$/u, '');
        if (isHere || present.has(key) || present.has(kind) || told.has(key)) continue;
        told.add(key);
        const place = { line, ...toSource(analyzed.view, { start: at, end: at + length }) };
        const actual = analyzed.text.slice(place.start, place.end);
        drafts.push({ place, message: say('missing-attachment.found', { actual }) });
      }
    }
    return drafts;
  },
};

interface Reference {
  readonly at: number;
  readonly length: number;
  /** What is referred to, its number in figures: 附件1. */
  readonly key: string;
  /** Whether the attachment itself begins here. */
  readonly isHere: boolean;
}

const scan = rememberScan<Reference>((line) =>
  line.kind === 'blank' ? [] : [...startOf(line), ...referencesIn(line)],
);

/** A line that begins with the attachment's name, alone or before its title. */
function startOf({ view }: AnalyzedLine): readonly Reference[] {
  const match = /^[\s#>*【[(]*(附[件录表图])\s?([一二三四五六七八九十]{1,3}|\d{1,2})?(?![^\s:.、)\]】《-])/u.exec(
    view.text,
  );
  if (match === null) return [];
  return [{ at: 0, length: 0, key: keyOf(match[1], match[2]), isHere: true }];
}

function referencesIn({ kind, view }: AnalyzedLine): readonly Reference[] {
  if (!isRead(kind)) return [];
  return [...view.text.matchAll(reference)].map((match) => {
    const name = match[0].slice(match[1]?.length ?? 0);
    const parts = /^(附[件录表图])\s?(.*)$/u.exec(name);
    return {
      at: match.index + match[0].length - name.length,
      length: name.length,
      key: keyOf(parts?.[1], parts?.[2]),
      isHere: false,
    };
  });
}

const number = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
/** See 附件, 附件 with a number that something is joined to, or 附圖 in brackets behind a title. */
const reference = new RegExp(
  `(?<=(?:见|载于|载列于|列于|参阅|参见|参看|详情?见|如|及|和|、|至))附[件录表图]\\s?${number}|` +
    `(?<=(?:分别|详|另|请)?见(?:本文|文末)?)附[件录表图](?!\\p{Script=Han})|` +
    `(?<=\\()附[图](?=[/)、])`,
  'gu',
);

function keyOf(kind = '', written = ''): string {
  const figure = /^\d*$/u.test(written) ? written : String(numerals.indexOf(written) + 1);
  return `${kind}${figure === '0' ? written : figure}`;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];
