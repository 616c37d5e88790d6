import type { Locale } from './types';
import { datesMessages, datesRuleIds } from './messages-dates';
import { namesMessages, namesRuleIds } from './messages-names';
import { numbersMessages, numbersRuleIds } from './messages-numbers';
import { scriptMessages, scriptRuleIds } from './messages-script';
import { termsMessages, termsRuleIds } from './messages-terms';
import { textMessages, textRuleIds } from './messages-text';
import { typosMessages, typosRuleIds } from './messages-typos';

/** Texts with `{name}` places, in the reader's language, by `rule.case`. */
export type Catalogue = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** Every rule, by the name under which it is shown, set and switched off. */
export const ruleIds = [
  ...scriptRuleIds,
  ...namesRuleIds,
  ...numbersRuleIds,
  ...datesRuleIds,
  ...textRuleIds,
  ...typosRuleIds,
  ...termsRuleIds,
] as const;
export type RuleId = (typeof ruleIds)[number];

export const messages: Catalogue = {
  'fix.replace': {
    en: 'Change “{actual}” to “{expected}”',
    hant: '把「{actual}」改為「{expected}」',
    hans: '把“{actual}”改为“{expected}”',
  },
  'fix.replaceAll': {
    en: 'Change all {count} “{actual}” to “{expected}”',
    hant: '把全部 {count} 處「{actual}」改為「{expected}」',
    hans: '把全部 {count} 处“{actual}”改为“{expected}”',
  },
  'fold.more': {
    en: '{message} There are {count} of these in this file.',
    hant: '{message}本文件共有 {count} 處同類問題。',
    hans: '{message}本文件共有 {count} 处同类问题。',
  },
  'fold.fixAll': {
    en: 'Fix all {count} in this file',
    hant: '修正本文件全部 {count} 處',
    hans: '修正本文件全部 {count} 处',
  },
  ...scriptMessages,
  ...namesMessages,
  ...numbersMessages,
  ...datesMessages,
  ...textMessages,
  ...typosMessages,
  ...termsMessages,
};

/** Weekday names from Monday (1) to Sunday (7). */
export function weekdayName(day: number, locale: Locale): string {
  const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return locale === 'en' ? (english[day - 1] ?? '') : `星期${'一二三四五六日'.charAt(day - 1)}`;
}
