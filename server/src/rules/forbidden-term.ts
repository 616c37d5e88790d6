import { findNotices } from './notices';
import type { Rule } from './types';

/**
 * A form that the team's own glossary does not allow (`status: forbidden`), with the form to write instead (`replacedBy`)
 * where there is one: 殘廢人士 → 殘疾人士.
 *
 * Apart from `deprecated-term`, so that an office can make it an error and leave the other a hint. Spares what that rule
 * spares.
 */
export const forbiddenTerm: Rule = {
  id: 'forbidden-term',
  group: 'terms',
  severity: 'warning',
  find: (context) =>
    findNotices(context, 'forbidden', { found: 'forbidden-term.found', avoid: 'forbidden-term.avoid' }),
};
