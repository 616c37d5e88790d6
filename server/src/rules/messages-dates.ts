import type { Catalogue } from './messages';

/** Rules on dates. */
export const datesRuleIds = ['weekday-mismatch'] as const;

export const datesMessages: Catalogue = {
  'weekday-mismatch.found': {
    en: '{date} is a {expected}, not a {actual}.',
    hant: '{date} 是{expected}，不是{actual}。',
    hans: '{date} 是{expected}，不是{actual}。',
  },
};
