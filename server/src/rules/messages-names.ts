import type { Catalogue } from './messages';

/** Rules on names. */
export const namesRuleIds = [] as const;

export const namesMessages: Catalogue = {};
