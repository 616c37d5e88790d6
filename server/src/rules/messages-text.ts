import type { Catalogue } from './messages';

/** Rules on text as text: residue, punctuation, marks in pairs. */
export const textRuleIds = [
  'pinyin-residue',
  'half-width-punctuation',
  'unbalanced-marks',
  'unpaired-bold',
  'mixed-quotes',
  'broken-paragraph',
  'uneven-clauses',
  'duplicate-sentence',
  'missing-attachment',
  'invisible-character',
  'whitespace',
  'boilerplate',
] as const;

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
  'mixed-quotes.corner': {
    en: 'Quotation marks “ ” in a text that should have 「 」: {count} quotations in this file.',
    hant: '本文宜用「」，卻有 {count} 處使用“ ”引號。',
    hans: '本文宜用「」，却有 {count} 处使用“ ”引号。',
  },
  'mixed-quotes.curly': {
    en: 'Quotation marks 「 」 in a text that should have “ ”: {count} quotations in this file.',
    hant: '本文宜用“ ”，卻有 {count} 處使用「」引號。',
    hans: '本文宜用“ ”，却有 {count} 处使用「」引号。',
  },
  'mixed-quotes.fix': {
    en: 'Exchange the marks of all {count} quotations',
    hant: '統一全部 {count} 處引號',
    hans: '统一全部 {count} 处引号',
  },
  'broken-paragraph.found': {
    en: 'This sentence breaks off here and goes on in line {next}.',
    hant: '句子在此中斷，於第 {next} 行接續。',
    hans: '句子在此中断，于第 {next} 行接续。',
  },
  'broken-paragraph.join': {
    en: 'Join the two paragraphs',
    hant: '合併前後兩段',
    hans: '合并前后两段',
  },
  'broken-paragraph.goesOn': {
    en: 'It goes on here.',
    hant: '句子在此接續。',
    hans: '句子在此接续。',
  },
  'uneven-clauses.found': {
    en: '“{actual}” introduces nothing here; the paragraphs beside it set off their measures by “{expected}”.',
    hant: '此處「{actual}」並無引起下文；前後段落均以「{expected}」分隔各項。',
    hans: '此处“{actual}”并无引起下文；前后段落均以“{expected}”分隔各项。',
  },
  'uneven-clauses.sister': {
    en: 'Set off by a semicolon here.',
    hant: '此處以分號分隔。',
    hans: '此处以分号分隔。',
  },
  'duplicate-sentence.found': {
    en: 'This has been said in the same words in line {line}.',
    hant: '此處與第 {line} 行文字重複。',
    hans: '此处与第 {line} 行文字重复。',
  },
  'duplicate-sentence.first': {
    en: 'It stands here first.',
    hant: '首見於此。',
    hans: '首见于此。',
  },
  'duplicate-sentence.remove': {
    en: 'Remove this line’s text',
    hant: '刪去本行文字',
    hans: '删去本行文字',
  },
  'missing-attachment.found': {
    en: '“{actual}” is referred to but not in this file.',
    hant: '文中提及「{actual}」，但本文件未附。',
    hans: '文中提及“{actual}”，但本文件未附。',
  },
  'invisible-character.zero-width': {
    en: 'An invisible character ({code}) stands here; {count} in this file.',
    hant: '此處有不可見字元（{code}），本文件共 {count} 處。',
    hans: '此处有不可见字符（{code}），本文件共 {count} 处。',
  },
  'invisible-character.direction': {
    en: 'An invisible mark ({code}) that changes the direction of writing stands here; {count} in this file.',
    hant: '此處有改變書寫方向的不可見字元（{code}），本文件共 {count} 處。',
    hans: '此处有改变书写方向的不可见字符（{code}），本文件共 {count} 处。',
  },
  'invisible-character.double': {
    en: '{code} looks like “{plain}” but is another character, which searching will not find; {count} such in this file.',
    hant: '{code} 形似「{plain}」，實為另一字元，檢索時無法找到；本文件共 {count} 處。',
    hans: '{code} 形似“{plain}”，实为另一字符，检索时无法找到；本文件共 {count} 处。',
  },
  'invisible-character.private': {
    en: 'A private-use character ({code}) that other computers show differently or not at all; {count} in this file.',
    hant: '此處為私用區字元（{code}），在其他電腦上可能無法顯示；本文件共 {count} 處。',
    hans: '此处为私用区字符（{code}），在其他电脑上可能无法显示；本文件共 {count} 处。',
  },
  'invisible-character.lost': {
    en: 'A character was lost here ({code}); {count} in this file.',
    hant: '此處有字元遺失（{code}），本文件共 {count} 處。',
    hans: '此处有字符丢失（{code}），本文件共 {count} 处。',
  },
  'invisible-character.remove': {
    en: 'Remove all {count}',
    hant: '刪去全部 {count} 處',
    hans: '删去全部 {count} 处',
  },
  'invisible-character.replace': {
    en: 'Write the plain characters for all {count}',
    hant: '全部 {count} 處改為通用字元',
    hans: '全部 {count} 处改为通用字符',
  },
  'whitespace.found': {
    en: 'No-break spaces or spaces of odd width: {count} in this file, first here.',
    hant: '本文件有 {count} 個不換行空格或特殊寬度空格，首處在此。',
    hans: '本文件有 {count} 个不换行空格或特殊宽度空格，首处在此。',
  },
  'whitespace.fix': {
    en: 'Write plain spaces for all {count}',
    hant: '全部 {count} 個改為普通空格',
    hans: '全部 {count} 个改为普通空格',
  },
  'boilerplate.found': {
    en: 'Part of the web page around the article (lines: {count}).',
    hant: '網頁附帶內容，共 {count} 行。',
    hans: '网页附带内容，共 {count} 行。',
  },
  'boilerplate.remove': {
    en: 'Remove this part ({count})',
    hant: '刪去這 {count} 行',
    hans: '删去这 {count} 行',
  },
};
