import type { Catalogue } from './messages';

/** Rules on slips of the pen. */
export const typosRuleIds = ['typo', 'missing-character'] as const;

export const typosMessages: Catalogue = {
  'typo.found': {
    en: '“{actual}” is a slip of the pen for “{expected}”.',
    hant: '「{actual}」應為「{expected}」之誤。',
    hans: '“{actual}”应为“{expected}”之误。',
  },
  'typo.mild': {
    en: '“{actual}” is better written “{expected}”.',
    hant: '「{actual}」宜寫作「{expected}」。',
    hans: '“{actual}”宜写作“{expected}”。',
  },
  'missing-character.found': {
    en: 'A character is missing from “{actual}”: the file writes “{expected}” {count} times.',
    hant: '「{actual}」疑有漏字：本文件 {count} 處作「{expected}」。',
    hans: '“{actual}”疑有漏字：本文件 {count} 处作“{expected}”。',
  },
};
