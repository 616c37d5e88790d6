import { termStatuses } from './glossary';
import { mentionTypes } from './mention-types';

/** The keys of an entry. */
export const keys = new Set([
  'id',
  'type',
  'category',
  'domain',
  'forms',
  'short',
  'ambiguous',
  'en',
  'definition',
  'since',
  'by',
  'usage',
  'related',
  'sources',
  'conversion',
  'status',
  'replacedBy',
]);
export const conceptTypes = new Set<string>([...mentionTypes.slice(0, 8), 'CONCEPT']);
export const statuses = new Set<string>(termStatuses);
