import type { Catalogue } from './messages';

/** Rules on script and regional forms. */
export const scriptRuleIds = ['mixed-script'] as const;

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
};
