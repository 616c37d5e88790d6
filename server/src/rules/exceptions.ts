import type { Analysis } from '../analysis/types';
import type { RuleId } from './messages';
import { rememberScan } from './scan';
import type { Place } from './types';

/** A place, a file or a whole workspace in which a rule is not to speak. What is absent does not narrow it. */
export interface Exception {
  readonly rule: string;
  /** Path relative to the workspace folder, with slashes. */
  readonly file?: string;
  /** The text that the finding is about, and what stands beside it: the place is found again after edits elsewhere. */
  readonly text?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Says of a finding whether somebody has ruled it out. */
export type IsExcepted = (rule: RuleId, place: Place) => boolean;

/**
 * Reads the comments of a document, `<!-- meipi-disable-next-line RULE … -->` and `<!-- meipi-disable RULE … -->` (the whole
 * file), and joins them with exceptions that are known to apply to it. A comment without a rule means all rules.
 */
export function exceptionsOf(analysis: Analysis, known: readonly Exception[]): IsExcepted {
  const everywhere = new Set<string>();
  const byLine = new Map<number, ReadonlySet<string>>();
  for (const { line, results } of comments(analysis.lines)) {
    for (const { isNext, rules } of results) {
      if (!isNext) for (const rule of rules) everywhere.add(rule);
      else byLine.set(line + 1, new Set([...(byLine.get(line + 1) ?? []), ...rules]));
    }
  }
  const holds = (rules: ReadonlySet<string> | undefined, rule: RuleId): boolean =>
    rules !== undefined && (rules.has(rule) || rules.has(all));
  return (rule, place) =>
    holds(everywhere, rule) ||
    holds(byLine.get(place.line), rule) ||
    known.some((exception) => exception.rule === rule && standsAt(exception, quoteAt(analysis, place)));
}

/** What an exception remembers of a place: its text and a few characters on either side, within the line. */
export function quoteAt(analysis: Analysis, place: Place): Required<Pick<Exception, 'text' | 'before' | 'after'>> {
  const source = analysis.lines[place.line]?.text ?? '';
  const end = place.endLine === undefined || place.endLine === place.line ? place.end : source.length;
  return {
    text: source.slice(place.start, end),
    before: source.slice(Math.max(0, place.start - context), place.start).trimStart(),
    after: source.slice(end, end + context).trimEnd(),
  };
}

/** The comment that silences a rule in a Markdown file: on the next line, or in all of it. */
export function disableComment(rule: RuleId, scope: 'line' | 'file'): string {
  return `<!-- ${marker}${scope === 'line' ? '-next-line' : ''} ${rule} -->`;
}

/** The text must be the same; of its two sides one may have changed since. */
function standsAt({ text, before = '', after = '' }: Exception, here: ReturnType<typeof quoteAt>): boolean {
  if (text === undefined) return true;
  return text === here.text && (here.before === before || here.after === after);
}

/** Characters, in UTF-16 units, that are remembered on either side. */
const context = 12;
const all = '*';
const marker = 'meipi-disable';
/** What comments of a line rule out, on the next line or everywhere. */
const comments = rememberScan<{ readonly isNext: boolean; readonly rules: readonly string[] }>(({ text }) =>
  text.includes(marker)
    ? [...text.matchAll(comment)].map(([, next, list = '']) => {
        const names = list.split(/[\s,]+/u).filter((name) => name !== '');
        return { isNext: next !== undefined, rules: names.length === 0 ? [all] : names };
      })
    : [],
);
const comment = /<!--\s*meipi-disable(-next-line)?(?![\w-])([\w\s,-]*?)\s*-->/gu;
