import { between, describeInjections, numeral, type InjectionPairs } from './injected-pairs';
const weekdays = '日一二三四五六';
const weekdayOf = (year: number, month: number, day: number): string =>
  weekdays.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
const fields = ['金融', '贸易', '教育', '航空', '旅游', '环保', '法律', '农业', '物流', '医疗'];

const pairs: InjectionPairs = {
  'impossible-date': (dice) => {
    const month = dice.pick([2, 4, 6, 9, 11]);
    const chinese = dice.roll(2) === 0;
    const sentence = (day: number): string =>
      chinese
        ? `会议将于二〇二三年${numeral(month)}月${numeral(day)}日举行，欢迎各界参加。`
        : `会议将于2023年${month}月${day}日举行，欢迎各界参加。`;
    return { right: sentence(between(dice, 1, 28)), wrong: sentence(month === 2 ? between(dice, 29, 31) : 31) };
  },
  'backwards-range': (dice) => {
    const [from, to] = [between(dice, 1, 13), between(dice, 15, 28)];
    const month = between(dice, 1, 12);
    const write = dice.pick([String, numeral]);
    const sentence = (a: number, b: number): string =>
      `展览于${write(month)}月${write(a)}日至${write(b)}日举行，免费开放。`;
    return { right: sentence(from, to), wrong: sentence(to, from) };
  },
  'duration-mismatch': (dice) => {
    const from = between(dice, 1, 15);
    const days = between(dice, 3, 12);
    const month = between(dice, 1, 12);
    const write = dice.pick([String, numeral]);
    const sentence = (count: number): string =>
      `代表团展开合共${numeral(count)}天（${write(month)}月${write(from)}日至${write(from + days - 1)}日）的行程。`;
    return {
      right: sentence(days),
      wrong: sentence(dice.pick([days - 2, days - 1, days + 1].filter((each) => each > 1 && each <= 12))),
    };
  },
  'weekday-mismatch': (dice) => {
    const [year, month, day] = [between(dice, 2020, 2025), between(dice, 1, 12), between(dice, 1, 28)];
    const real = weekdayOf(year, month, day);
    const other = dice.pick([...weekdays].filter((each) => each !== real));
    const sentence = (weekday: string): string => `会议将于${year}年${month}月${day}日（星期${weekday}）举行。`;
    return { right: sentence(real), wrong: sentence(other) };
  },
  'restated-date': (dice) => {
    const [month, day] = [between(dice, 1, 12), between(dice, 5, 25)];
    const sentence = (on: number): string => `行政长官今日（${month}月${on}日）出席典礼并致辞。`;
    const end = `\n完\n\n2023年${month}月${day}日（星期${weekdayOf(2023, month, day)}）\n`;
    return { right: sentence(day), wrong: sentence(dice.pick([day - 1, day + 1, day + 2])), end, script: 'hant' };
  },
  'count-mismatch': (dice) => {
    const count = between(dice, 3, 7);
    const list = dice.shuffle(fields).slice(0, count).join('、');
    const sentence = (claimed: number): string => `双方确定${claimed}个合作领域，包括${list}。`;
    return { right: sentence(count), wrong: sentence(dice.pick([count - 1, count + 1, count + 2])) };
  },
  'part-over-total': (dice) => {
    const [a, b] = [between(dice, 2, 30), between(dice, 2, 30)];
    const sentence = (total: number): string => `项目总投资${total}亿元，其中一期${a}亿元、二期${b}亿元。`;
    return { right: sentence(a + b), wrong: sentence(Math.max(a, b)) };
  },
  'growth-mismatch': (dice) => {
    const from = between(dice, 20, 90) * 10;
    const rate = between(dice, 2, 16) * 5;
    const to = (from * (100 + rate)) / 100;
    const sentence = (claimed: number): string => `进出口额由${from}亿元增至${to}亿元，增长${claimed}%。`;
    return { right: sentence(rate), wrong: sentence(rate + dice.pick([6, 9, 15, 30])) };
  },
  'share-over-whole': (dice) => {
    const share = between(dice, 11, 90);
    const sentence = (claimed: number): string => `该市的进出口总额占全省的${claimed}%。`;
    return { right: sentence(share), wrong: sentence(share + 100) };
  },
  'single-year-average': (dice) => {
    const sentence = (span: string): string =>
      `${span}，全市出口额达${between(dice, 200, 900)}亿元，年均增长${between(dice, 3, 9)}%。`;
    return { right: sentence('五年来'), wrong: sentence(dice.pick(['去年', '2022年', '今年'])) };
  },
};

describeInjections(pairs);
