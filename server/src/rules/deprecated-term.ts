import { isRead } from '../analysis/structure';
import { toSource } from '../text/view';
import type { Draft, Rule, TermNotice } from './types';

/**
 * A form that the team's own glossary tells writers to avoid (`status: deprecated`), with the form to write instead
 * (`replacedBy`): 澳珠合作 → 珠澳合作.
 *
 * Spares: the form inside a longer one that the glossary also knows, lines that are not text, papers of a workspace without
 * a glossary of its own.
 */
export const deprecatedTerm: Rule = {
  id: 'deprecated-term',
  group: 'terms',
  severity: 'warning',
  find({ analysis, terms = [], say }) {
    if (terms.length === 0) return [];
    const longestFirst = [...terms].sort((a, b) => b.form.length - a.form.length);
    return analysis.lines.flatMap((line, number): readonly Draft[] => {
      if (!isRead(line.kind)) return [];
      const { text } = line.view;
      const drafts: Draft[] = [];
      const taken: { start: number; end: number }[] = [];
      for (const notice of longestFirst) {
        for (let at = text.indexOf(notice.form); at >= 0; at = text.indexOf(notice.form, at + notice.form.length)) {
          const span = { start: at, end: at + notice.form.length };
          if (taken.some((other) => other.start < span.end && span.start < other.end)) continue;
          taken.push(span);
          const place = { line: number, ...toSource(line.view, span) };
          const actual = line.text.slice(place.start, place.end);
          drafts.push({ place, message: messageOf(notice, actual, say), fixes: fixesOf(notice, actual, place, say) });
        }
      }
      return drafts;
    });
  },
};

type Say = Parameters<Rule['find']>[0]['say'];

function messageOf({ preferred, reason }: TermNotice, actual: string, say: Say): string {
  const told =
    preferred === undefined
      ? say('deprecated-term.avoid', { actual })
      : say('deprecated-term.found', { actual, expected: preferred });
  return reason === undefined ? told : `${told} ${reason}`;
}

function fixesOf(
  { preferred }: TermNotice,
  actual: string,
  place: Draft['place'],
  say: Say,
): NonNullable<Draft['fixes']> {
  if (preferred === undefined) return [];
  const title = say('fix.replace', { actual, expected: preferred });
  return [{ title, edits: [{ place, text: preferred }], safe: false, preferred: true }];
}
