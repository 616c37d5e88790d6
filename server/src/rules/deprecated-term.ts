import { findNotices } from './notices';
import type { Rule } from './types';

/**
 * A form that the team's own glossary has given up (`status: deprecated`), with the form to write instead (`replacedBy`):
 * 澳珠合作 → 珠澳合作.
 *
 * Spares: the form inside a longer one that the glossary tells of as well, lines that are not text, papers of a workspace
 * without a glossary of its own.
 */
export const deprecatedTerm: Rule = {
  id: 'deprecated-term',
  group: 'terms',
  severity: 'warning',
  find: (context) =>
    findNotices(context, 'deprecated', { found: 'deprecated-term.found', avoid: 'deprecated-term.avoid' }),
};
