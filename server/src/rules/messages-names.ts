import type { Catalogue } from './messages';

/** Rules on names. */
export const namesRuleIds = ['name-variant', 'list-mismatch'] as const;

export const namesMessages: Catalogue = {
  'name-variant.found': {
    en: '“{actual}” is also spelt “{other}”.',
    hant: '「{actual}」另處寫作「{other}」。',
    hans: '“{actual}”另处写作“{other}”。',
  },
  'name-variant.other': { en: 'spelt “{other}” here', hant: '此處寫作「{other}」', hans: '此处写作“{other}”' },
  'list-mismatch.found': {
    en: 'This list names {mine}, the items of the list below {theirs}.',
    hant: '此處列舉的是{mine}，下文分項則是{theirs}。',
    hans: '此处列举的是{mine}，下文分项则是{theirs}。',
  },
  'list-mismatch.other': { en: 'an item of the other list', hant: '另一份清單的項目', hans: '另一份清单的项目' },
};
