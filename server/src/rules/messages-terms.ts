import type { Catalogue } from './messages';

/** Rules on the glossary’s words. */
export const termsRuleIds = ['deprecated-term', 'forbidden-term'] as const;

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
  'forbidden-term.found': {
    en: 'The glossary does not allow “{actual}”; it is “{expected}”.',
    hant: '詞彙表禁用「{actual}」，應作「{expected}」。',
    hans: '词汇表禁用“{actual}”，应作“{expected}”。',
  },
  'forbidden-term.avoid': {
    en: 'The glossary does not allow “{actual}”.',
    hant: '詞彙表禁用「{actual}」。',
    hans: '词汇表禁用“{actual}”。',
  },
};
