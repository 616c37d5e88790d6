import type { Catalogue } from './messages';

/** Rules on numbers. */
export const numbersRuleIds = [] as const;

export const numbersMessages: Catalogue = {};
