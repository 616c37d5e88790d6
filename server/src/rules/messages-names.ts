import type { Catalogue } from './messages';

/** Rules on names. */
export const namesRuleIds = ['name-variant', 'title-conflict', 'late-full-name', 'list-mismatch'] as const;

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
  'title-conflict.found': {
    en: '“{actual}” is named as “{title}” here, “{other}” in another place.',
    hant: '此處的「{title}」是{actual}，另處是{other}。',
    hans: '此处的“{title}”是{actual}，另处是{other}。',
  },
  'title-conflict.other': { en: '“{other}” here', hant: '此處是{other}', hans: '此处是{other}' },
  'late-full-name.found': {
    en: '“{actual}” stands here before its full name, “{full}”, has been given.',
    hant: '此處用簡稱「{actual}」，全稱「{full}」其後才出現。',
    hans: '此处用简称“{actual}”，全称“{full}”其后才出现。',
  },
  'late-full-name.full': { en: 'the full name', hant: '全稱在此', hans: '全称在此' },
};
