import type { Catalogue } from './messages';

/** Rules on dates. */
export const datesRuleIds = [
  'weekday-mismatch',
  'impossible-date',
  'backwards-range',
  'duration-mismatch',
  'restated-date',
  'future-dateline',
] as const;

export const datesMessages: Catalogue = {
  'weekday-mismatch.found': {
    en: '{date} is a {expected}, not a {actual}.',
    hant: '{date} 是{expected}，不是{actual}。',
    hans: '{date} 是{expected}，不是{actual}。',
  },
  'impossible-date.found': {
    en: 'No calendar has the date “{actual}”.',
    hant: '曆法上沒有「{actual}」這一天。',
    hans: '历法上没有“{actual}”这一天。',
  },
  'backwards-range.found': {
    en: '“{actual}” ends before it begins.',
    hant: '「{actual}」的結束時間早於開始時間。',
    hans: '“{actual}”的结束时间早于开始时间。',
  },
  'duration-mismatch.found': {
    en: '“{actual}” says {claimed} days; the dates make {real}.',
    hant: '「{actual}」說是 {claimed} 天，但按日期計是 {real} 天。',
    hans: '“{actual}”说是 {claimed} 天，但按日期计是 {real} 天。',
  },
  'restated-date.found': {
    en: '“{day}” is {expected} by the date of this paper, not “{actual}”.',
    hant: '按本文日期，「{day}」是 {expected}，不是「{actual}」。',
    hans: '按本文日期，“{day}”是 {expected}，不是“{actual}”。',
  },
  'restated-date.dateline': { en: 'dated {date} here', hant: '此處所署日期為 {date}', hans: '此处所署日期为 {date}' },
  'future-dateline.found': {
    en: '“{actual}” is later than the publication, {published}.',
    hant: '「{actual}」晚於發布日期 {published}。',
    hans: '“{actual}”晚于发布日期 {published}。',
  },
  'future-dateline.published': { en: 'published', hant: '發布日期', hans: '发布日期' },
};
