import type { Catalogue } from './messages';

/** Rules on text as text: residue, punctuation, marks in pairs. */
export const textRuleIds = ['pinyin-residue', 'half-width-punctuation', 'unbalanced-marks', 'unpaired-bold'] as const;

export const textMessages: Catalogue = {
  'pinyin-residue.found': {
    en: '“{actual}” is pinyin left behind by a web page ({count} in this file).',
    hant: '「{actual}」是網頁抓取時殘留的拼音（本文件共 {count} 處）。',
    hans: '“{actual}”是网页抓取时残留的拼音（本文件共 {count} 处）。',
  },
  'pinyin-residue.remove': { en: 'Remove this reading', hant: '刪去此處拼音', hans: '删去此处拼音' },
  'pinyin-residue.removeAll': {
    en: 'Remove all {count} readings in this file',
    hant: '刪去本文件全部 {count} 處拼音',
    hans: '删去本文件全部 {count} 处拼音',
  },
  'pinyin-residue.repair': {
    en: 'Change “{actual}” to “{expected}”',
    hant: '把「{actual}」改為「{expected}」',
    hans: '把“{actual}”改为“{expected}”',
  },
  'half-width-punctuation.found': {
    en: 'Half-width punctuation after Chinese characters: {count} in this file, “{actual}” first here.',
    hant: '中文之後使用了半形標點：本文件共 {count} 處，首處為「{actual}」。',
    hans: '中文之后使用了半角标点：本文件共 {count} 处，首处为“{actual}”。',
  },
  'half-width-punctuation.fix': {
    en: 'Change all {count} to full width',
    hant: '全部 {count} 處改為全形',
    hans: '全部 {count} 处改为全角',
  },
  'unbalanced-marks.open': {
    en: '“{actual}” is opened but not closed in this paragraph.',
    hant: '「{actual}」在本段沒有對應的收尾符號。',
    hans: '“{actual}”在本段没有对应的收尾符号。',
  },
  'unbalanced-marks.close': {
    en: '“{actual}” closes nothing in this paragraph.',
    hant: '「{actual}」在本段沒有對應的起首符號。',
    hans: '“{actual}”在本段没有对应的起首符号。',
  },
  'unpaired-bold.found': {
    en: '“**” has no partner in this line: the Markdown bold is broken ({count} lines in this file).',
    hant: '本行的「**」不成對，Markdown 粗體標記有誤（本文件共 {count} 行）。',
    hans: '本行的“**”不成对，Markdown 粗体标记有误（本文件共 {count} 行）。',
  },
  'unpaired-bold.remove': { en: 'Remove this “**”', hant: '刪去此處「**」', hans: '删去此处“**”' },
};
