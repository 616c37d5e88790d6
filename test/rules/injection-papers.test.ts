import type { Dice } from '../support/generated-text';
import { between, describeInjections, numeral, type InjectionPairs } from './injected-pairs';

const holders = ['陈志明', '林建国', '王德荣', '周文斌', '黄国华', '吴永康', '郑家豪', '刘海涛'];
const offices = [
  '浙江省省长',
  '杭州市市长',
  '湖南省委书记',
  '宁波市市长',
  '四川省省长',
  '青岛市委书记',
  '广东省省长',
  '苏州市市长',
];
const bodies = [
  ['貿發局', '香港貿易發展局'],
  ['港交所', '香港交易及結算所有限公司'],
  ['證監會', '證券及期貨事務監察委員會'],
  ['金管局', '香港金融管理局'],
  ['積金局', '強制性公積金計劃管理局'],
  ['平機會', '平等機會委員會'],
  ['職訓局', '職業訓練局'],
  ['生產力局', '香港生產力促進局'],
  ['廉署', '廉政公署'],
  ['機管局', '香港機場管理局'],
] as const;

/** A day of 2024 as month and day, `days` behind 1 January. */
const dayOf = (days: number): readonly [number, number] => {
  const date = new Date(Date.UTC(2024, 0, 1 + days));
  return [date.getUTCMonth() + 1, date.getUTCDate()];
};

const paperOn = (dice: Dice): { readonly head: string; readonly day: number } => {
  const day = between(dice, 30, 300);
  const [month, date] = dayOf(day);
  return { day, head: dice.pick([`发布时间：2024-${month}-${date}`, `发布日期：2024年${month}月${date}日`]) };
};

const pairs: InjectionPairs = {
  'title-conflict': (dice) => {
    const [one = '', other = ''] = dice.shuffle(holders);
    const office = dice.pick(offices);
    const write = (second: string): string =>
      `${office}${one}出席会议并讲话。\n\n会前，${office}${second}会见了代表团一行。\n`;
    return { right: write(one), wrong: write(other) };
  },
  'late-full-name': (dice) => {
    const [short, full] = dice.pick(bodies);
    const right = `${full}（${short}）公布新一年的計劃。\n\n${short}表示，計劃會分階段推行。\n`;
    const wrong = `${short}公布新一年的計劃。\n\n${full}表示，計劃會分階段推行。\n`;
    return { right, wrong, script: 'hant' };
  },
  'future-dateline': (dice) => {
    const { head, day } = paperOn(dice);
    const write = dice.pick([
      ([month, date]: readonly [number, number]) =>
        `${head}\n\n新华社北京${month}月${date}日电 各地工作取得积极成效，群众的获得感不断增强。\n`,
      ([month, date]: readonly [number, number]) =>
        `${head}\n\n各地工作取得积极成效，群众的获得感不断增强。\n\n2024年${month}月${date}日\n`,
      ([month, date]: readonly [number, number]) =>
        `${head}\n\n各地工作取得积极成效，群众的获得感不断增强。\n\n二〇二四年${numeral(month)}月${numeral(date)}日\n`,
    ]);
    return { right: write(dayOf(day - between(dice, 0, 5))), wrong: write(dayOf(day + between(dice, 1, 20))) };
  },
};

describeInjections(pairs);
