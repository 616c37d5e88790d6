import type { Catalogue } from './messages';

/** Rules on script and regional forms. */
export const scriptRuleIds = ['mixed-script', 'character-variant', 'regional-wording'] as const;

export const scriptMessages: Catalogue = {
  'mixed-script.simplified': {
    en: '“{actual}” is the Simplified form in a Traditional text; here it should be “{expected}”.',
    hant: '繁體文本中出現簡體字形「{actual}」，此處應作「{expected}」。',
    hans: '繁体文本中出现简体字形“{actual}”，此处应作“{expected}”。',
  },
  'mixed-script.traditional': {
    en: '“{actual}” is the Traditional form in a Simplified text; here it should be “{expected}”.',
    hant: '簡體文本中出現繁體字形「{actual}」，此處應作「{expected}」。',
    hans: '简体文本中出现繁体字形“{actual}”，此处应作“{expected}”。',
  },
  'character-variant.found': {
    en: '“{actual}” ({count}) and “{expected}” ({other}) are two forms of one character in this text.',
    hant: '本文同時使用「{actual}」（{count} 處）與「{expected}」（{other} 處），是同一個字的兩種寫法。',
    hans: '本文同时使用“{actual}”（{count} 处）与“{expected}”（{other} 处），是同一个字的两种写法。',
  },
  'character-variant.style': {
    en: 'The house style {style} writes “{expected}”, not “{actual}” (here {count} times).',
    hant: '體例 {style} 寫作「{expected}」，不寫「{actual}」（本文 {count} 處）。',
    hans: '体例 {style} 写作“{expected}”，不写“{actual}”（本文 {count} 处）。',
  },
  'regional-wording.found': {
    en: 'The house style {style} says “{expected}” rather than “{actual}”.',
    hant: '體例 {style} 用「{expected}」，不用「{actual}」。',
    hans: '体例 {style} 用“{expected}”，不用“{actual}”。',
  },
};
