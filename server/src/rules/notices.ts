import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import { rememberScan, type Seen } from './scan';
import type { Draft, RuleContext, TermNotice } from './types';

/** The words in which a rule tells of a form: with the one to write instead, and without one. */
export interface NoticeTexts {
  readonly found: string;
  readonly avoid: string;
}

/**
 * The forms of one status that stand in a document, with the preferred form as fix. Of forms inside one another the longest
 * counts, whatever its status: who may write 甲乙丙 is not told of 乙丙 in it.
 */
export function findNotices(context: RuleContext, status: TermNotice['status'], texts: NoticeTexts): readonly Draft[] {
  const { analysis, terms = [], say } = context;
  if (!terms.some((notice) => notice.status === status)) return [];
  return scanOf(terms)(analysis.lines).flatMap(({ line, analyzed, results }) =>
    results.flatMap(({ at, notice }): readonly Draft[] => {
      if (notice.status !== status) return [];
      const place = { line, ...toSource(analyzed.view, { start: at, end: at + notice.form.length }) };
      const actual = analyzed.text.slice(place.start, place.end);
      const { preferred: expected, reason } = notice;
      const told = expected === undefined ? say(texts.avoid, { actual }) : say(texts.found, { actual, expected });
      const message = reason === undefined ? told : `${told} ${reason}`;
      if (expected === undefined) return [{ place, message }];
      const title = say('fix.replace', { actual, expected });
      return [{ place, message, fixes: [{ title, edits: [{ place, text: expected }], safe: false, preferred: true }] }];
    }),
  );
}

interface Sight {
  readonly at: number;
  readonly notice: TermNotice;
}

type Scan = (lines: readonly AnalyzedLine[]) => readonly Seen<Sight>[];
const scans = new WeakMap<readonly TermNotice[], Scan>();

function scanOf(terms: readonly TermNotice[]): Scan {
  const known = scans.get(terms);
  if (known !== undefined) return known;
  const longestFirst = [...terms].sort((a, b) => b.form.length - a.form.length);
  const scan = rememberScan<Sight>((line) => (isRead(line.kind) ? sightsIn(line.view.text, longestFirst) : []));
  scans.set(terms, scan);
  return scan;
}

function sightsIn(text: string, notices: readonly TermNotice[]): readonly Sight[] {
  const found: Sight[] = [];
  const isTaken = (start: number, end: number): boolean =>
    found.some(({ at, notice }) => at < end && start < at + notice.form.length);
  for (const notice of notices) {
    const { length } = notice.form;
    for (let at = text.indexOf(notice.form); at >= 0; at = text.indexOf(notice.form, at + length))
      if (!isTaken(at, at + length)) found.push({ at, notice });
  }
  return found.sort((a, b) => a.at - b.at);
}
