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
