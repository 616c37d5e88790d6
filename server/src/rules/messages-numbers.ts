import type { Catalogue } from './messages';

/** Rules on numbers. */
export const numbersRuleIds = [
  'count-mismatch',
  'sum-mismatch',
  'part-over-total',
  'growth-mismatch',
  'share-over-whole',
  'single-year-average',
  'unit-slip',
  'capital-amount-mismatch',
  'missing-currency',
] as const;

export const numbersMessages: Catalogue = {
  'count-mismatch.found': {
    en: '“{actual}” says {claimed}; the list has {listed}.',
    hant: '「{actual}」說是 {claimed} 項，但其後列出 {listed} 項。',
    hans: '“{actual}”说是 {claimed} 项，但其后列出 {listed} 项。',
  },
  'sum-mismatch.found': {
    en: 'The total is given as “{total}”, but {parts} = {sum}.',
    hant: '總數寫作「{total}」，但 {parts} = {sum}。',
    hans: '总数写作“{total}”，但 {parts} = {sum}。',
  },
  'sum-mismatch.part': { en: 'a part of the sum', hant: '其中一部分', hans: '其中一部分' },
  'part-over-total.found': {
    en: 'The parts come to more than the whole “{total}”: {parts} = {sum}.',
    hant: '各部分之和超出總數「{total}」：{parts} = {sum}。',
    hans: '各部分之和超出总数“{total}”：{parts} = {sum}。',
  },
  'part-over-total.part': { en: 'a part', hant: '其中一部分', hans: '其中一部分' },
  'growth-mismatch.found': {
    en: 'From {from} to {to} is {real}, not {actual}.',
    hant: '由 {from} 變為 {to}，幅度是 {real}，不是 {actual}。',
    hans: '由 {from} 变为 {to}，幅度是 {real}，不是 {actual}。',
  },
  'share-over-whole.found': {
    en: 'A share of a whole cannot be {actual}.',
    hant: '佔整體的比例不可能是 {actual}。',
    hans: '占整体的比例不可能是 {actual}。',
  },
  'single-year-average.found': {
    en: 'An average per year needs a span of years; only “{year}” is named.',
    hant: '「年均」需要一段年期，但此處只說「{year}」。',
    hans: '“年均”需要一段年期，但此处只说“{year}”。',
  },
  'single-year-average.year': { en: 'the only year named', hant: '此處只提及這一年', hans: '此处只提及这一年' },
  'unit-slip.found': {
    en: '“{actual}” here, “{other}” in another place: one of the units must be wrong.',
    hant: '此處是「{actual}」，另處是「{other}」，其中一個單位有誤。',
    hans: '此处是“{actual}”，另处是“{other}”，其中一个单位有误。',
  },
  'unit-slip.other': { en: 'the same in another unit', hant: '同一數字，單位不同', hans: '同一数字，单位不同' },
  'capital-amount-mismatch.found': {
    en: '“{capital}” is {spelt}, but “{figures}” is {shown}.',
    hant: '大寫「{capital}」是 {spelt}，小寫「{figures}」是 {shown}。',
    hans: '大写“{capital}”是 {spelt}，小写“{figures}”是 {shown}。',
  },
  'capital-amount-mismatch.figures': { en: 'the amount in figures', hant: '小寫金額', hans: '小写金额' },
  'missing-currency.found': {
    en: '“{actual}” names no currency, and this paper speaks of several: {currencies}.',
    hant: '「{actual}」沒有寫明幣種，而本文使用多種貨幣：{currencies}。',
    hans: '“{actual}”没有写明币种，而本文使用多种货币：{currencies}。',
  },
};
