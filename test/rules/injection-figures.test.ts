import { between, describeInjections, numeral, type InjectionPairs } from './injected-pairs';
import type { Dice } from '../support/generated-text';

const kinds = [
  ['小学', '中学', '所'],
  ['男生', '女生', '名'],
  ['新建项目', '续建项目', '个'],
] as const;

/** A total that is off by a slip: a digit changed, two exchanged. */
const slip = (dice: Dice, total: number): number => {
  const exchanged = Number([...String(total)].reverse().join(''));
  return exchanged !== total && exchanged > total / 2 && exchanged < total * 2 && dice.roll(2) === 0
    ? exchanged
    : total + dice.pick([-10, -2, -1, 1, 3, 10]);
};

const capital = (digit: number): string => '零壹贰叁肆伍陆柒捌玖'.charAt(digit);
const tasks = ['稳定就业', '扩大投资', '保障供应', '防范风险', '改善民生', '培养人才', '节约能源', '修复生态'];

const pairs: InjectionPairs = {
  'count-mismatch': (dice) => {
    const items = dice.shuffle(tasks).slice(0, between(dice, 3, 7));
    const [before, mark, behind] = dice.pick([
      ['要从以下', '、', '\n\n各地落实责任，确保完成。\n\n'],
      ['今年重点抓好', '、', '\n\n各地落实责任，确保完成。\n\n'],
      ['会议提出', '是', '；'],
    ] as const);
    const list = items.map((item, at) => `${numeral(at + 1)}${mark}${item}${behind}`).join('');
    const write = (count: number): string =>
      `${before}${numeral(count)}个方面工作：${mark === '是' ? '' : '\n\n'}${list.replace(/；$/u, '。')}\n`;
    return { right: write(items.length), wrong: write(items.length + dice.pick([-1, 1, 2])) };
  },
  'capital-amount-mismatch': (dice) => {
    const [thousands, hundreds] = [between(dice, 1, 9), between(dice, 1, 9)];
    const write = dice.pick([
      (figures: number, spelt: string) => `合同总价为人民币${spelt}元整（¥${figures.toLocaleString('en')}.00）。`,
      (figures: number, spelt: string) => `保证金${figures}元（大写：${spelt}元整）应于签约前缴纳。`,
      (figures: number, spelt: string) => `中标价为${spelt}元（${figures / 10_000}万元）。`,
    ]);
    const spelt = `${capital(thousands)}仟${capital(hundreds)}佰万`;
    const figures = (thousands * 10 + hundreds) * 1_000_000;
    const wrong = dice.pick([figures * 10, figures / 10, figures + 1_000_000, figures - 100_000]);
    return { right: write(figures, spelt), wrong: write(wrong, spelt) };
  },
  'unit-slip': (dice) => {
    const figure = `${between(dice, 101, 989)}.${between(dice, 1, 9)}`;
    const fact = dice.pick(['进出口总额', '固定资产投资', '财政收入', '社会消费品零售总额']);
    const write = (unit: string): string =>
      `去年全市${fact}${figure}亿元，保持平稳。\n\n会议要求巩固成果，在${fact}达${figure}${unit}的基础上再创佳绩。`;
    return { right: write('亿元'), wrong: write(dice.pick(['万元', '元', '万亿元'])) };
  },
  'missing-currency': (dice) => {
    const [a, b, c] = [between(dice, 2, 30), between(dice, 2, 30), between(dice, 2, 30)];
    const other = dice.pick(['美元', '歐元', '元人民幣']);
    const write = (unit: string): string =>
      `當局向銀行借款${a}億港元，另獲資助${b}億${other}。\n\n工程首年的開支為${c}億${unit}。\n\n餘款${b}億港元會撥入基金。`;
    return { right: write('港元'), wrong: write('元'), script: 'hant' };
  },
  'sum-mismatch': (dice) => {
    const [a, b] = [between(dice, 21, 90), between(dice, 21, 90)];
    const [one, two, unit] = dice.pick(kinds);
    const write = dice.pick([
      (total: number) => `全市有${one}${a}${unit}、${two}${b}${unit}，共计${total}${unit}。`,
      (total: number) => `全市共有${total}${unit}，包括${one}${a}${unit}和${two}${b}${unit}。`,
      (total: number) => `工程分两期，一期投资${a}亿元、二期投资${b}亿元，合计${total}亿元。`,
      (total: number) => `资金安排如下：\n\n- 一期工程：${a}亿元\n- 二期工程：${b}亿元\n\n合计：${total}亿元\n`,
      (total: number) => `| 地区 | 数量 |\n|---|---|\n| 东区 | ${a} |\n| 西区 | ${b} |\n| 合计 | ${total} |\n`,
    ]);
    return { right: write(a + b), wrong: write(slip(dice, a + b)) };
  },
};

describeInjections(pairs);
