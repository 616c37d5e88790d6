/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[];
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
  return {
    roll,
    pick(list) {
      const picked = list[roll(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    shuffle(list) {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = roll(at + 1);
        [mixed[at], mixed[other]] = [mixed[other] as (typeof mixed)[number], mixed[at] as (typeof mixed)[number]];
      }
      return mixed;
    },
  };
}

/** A clean news text in Traditional Chinese: a title and four paragraphs, no clause twice. */
export function generateArticle(dice: Dice): string {
  const clauses = dice.shuffle(traditional);
  const paragraphs = [0, 1, 2, 3].map((number) => paragraphOf(clauses.slice(number * 6, number * 6 + 6)));
  return `# ${dice.pick(titles)}\n\n${paragraphs.join('\n\n')}\n`;
}

/** The same in Simplified Chinese. */
export function generateSimplifiedArticle(dice: Dice): string {
  const clauses = dice.shuffle(simplified);
  return `${[0, 1, 2].map((number) => paragraphOf(clauses.slice(number * 4, number * 4 + 4))).join('\n\n')}\n`;
}

function paragraphOf(clauses: readonly string[]): string {
  const half = Math.ceil(clauses.length / 2);
  return `${clauses.slice(0, half).join('，')}。${clauses.slice(half).join('，')}。`;
}

const titles = ['推動地區經濟合作', '支援中小企業措施', '改善基層醫療服務', '完善區域交通網絡'];

const traditional = [
  '當局公布新一輪就業支援措施',
  '各區服務站協助求職者登記',
  '委員會聽取各界的意見',
  '代表團訪問了沿海三個城市',
  '雙方同意擴大航空貨運合作',
  '銀行為企業提供貸款擔保',
  '新院舍預計可容納二百名長者',
  '港口去年處理的貨物有所增加',
  '培訓課程涵蓋物流和會計',
  '學校獲得更多實驗器材',
  '鐵路延線工程進展順利',
  '環保團體歡迎這項決定',
  '部門推出「一站式」服務窗口',
  '商會舉辦投資推介會',
  '診所延長晚間服務時間',
  '農戶學習新的灌溉技術',
  '遊客人次恢復至疫前水平',
  '法例修訂草案將會提交審議',
  '青年團體參觀科研設施',
  '展覽介紹當地的傳統工藝',
  '兩地專家交流防洪經驗',
  '工廠更換了節能設備',
  '社區中心增設託兒名額',
  '圖書館向公眾開放自修室',
  '主席感謝義工的付出',
  '公司計劃在內地設立分部',
  '漁民獲發休漁期津貼',
  '測量隊完成了海岸調查',
  '消防員協助居民撤離',
  '監管機構加強巡查力度',
];

const simplified = [
  '当局公布新一轮就业支援措施',
  '各区服务站协助求职者登记',
  '委员会听取各界的意见',
  '代表团访问了沿海三个城市',
  '双方同意扩大航空货运合作',
  '银行为企业提供贷款担保',
  '港口去年处理的货物有所增加',
  '培训课程涵盖物流和会计',
  '铁路延线工程进展顺利',
  '环保团体欢迎这项决定',
  '诊所延长晚间服务时间',
  '农户学习新的灌溉技术',
  '两地专家交流防洪经验',
  '工厂更换了节能设备',
];
