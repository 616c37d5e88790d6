import type { Catalogue } from './messages';

/** Rules on the glossary’s words. */
export const termsRuleIds = [] as const;

export const termsMessages: Catalogue = {};
