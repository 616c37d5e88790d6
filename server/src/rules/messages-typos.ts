import type { Catalogue } from './messages';

/** Rules on slips of the pen. */
export const typosRuleIds = [] as const;

export const typosMessages: Catalogue = {};
