import type { Catalogue } from './messages';

/** Rules on the glossary’s words. */
export const termsRuleIds = ['deprecated-term'] as const;

export const termsMessages: Catalogue = {
  'deprecated-term.found': {
    en: 'The glossary prefers “{expected}” to “{actual}”.',
    hant: '詞彙表建議用「{expected}」，不用「{actual}」。',
    hans: '词汇表建议用“{expected}”，不用“{actual}”。',
  },
  'deprecated-term.avoid': {
    en: 'The glossary tells writers to avoid “{actual}”.',
    hant: '詞彙表不建議使用「{actual}」。',
    hans: '词汇表不建议使用“{actual}”。',
  },
};
