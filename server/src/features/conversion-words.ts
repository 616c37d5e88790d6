/** Simplified words that are converted by themselves, so that no longer match runs over their ends: 龙头|发展, 分配|制度. */
export const wholeWords: readonly string[] = [
  ...'展布放力票掘电挥起行送生射现言动出达明改文表货酵车证还育扬包亮往向声令病热烧愿家迹散薪债函奖股给泄怒问觉端源祥号作'
    .split('')
    .map((next) => `发${next}`),
  ...'头发生长 毛发生长 华发股份 制度 若干 骨干 主干 饼干 干预 干扰 干涉 干部 干旱 干净 干燥'.split(' '),
];

/** Simplified words whose Traditional form is fixed: `word hk tw`, or `word both`. */
export const fixedWords = `
华发股份 華發股份
发霉 發霉
了解 了解
扎实 扎實
扎根 扎根
家具 家具
胡同 胡同
借助 借助
复式 複式
巨制 巨製
点赞 點讚
签批 簽批
干散货 乾散貨
厘米 厘米 公分
昆山 昆山 崑山
于洪 于洪
于都 于都
东涌 東涌
大涌 大涌
鲗鱼涌 鰂魚涌
复核 覆核 複核
复审 覆審 複審
复议 覆議 複議
机构编制 機構編制
人员编制 人員編制
行政编制 行政編制
事业编制 事業編制
编制部门 編制部門
编制内 編制內
编制外 編制外
`;

/** What a region's papers write where opencc-js has a rarer variant: `opencc usual`. */
export const usualForms = {
  hk: `羣 群|啓 啟|峯 峰|説 說|脱 脫|户 戶|税 稅|鋭 銳|閲 閱|悦 悅|麪 麵|牀 床|粧 妝|蔘 參|鍛鍊 鍛煉|週 周
    |公佈 公布|發佈 發布|宣佈 宣布|分佈 分布|頒佈 頒布|佈局 布局|佈置 布置
    |儘快 盡快|儘早 盡早|儘量 盡量|儘可能 盡可能|彙報 匯報|彙總 匯總|總彙 總匯|彙集 匯集|彙算 匯算`,
  tw: `蔘 參|公佈 公布|發佈 發布|宣佈 宣布|分佈 分布|頒佈 頒布|佈局 布局|佈置 布置`,
  cn: `衞 卫|粧 妆|値 值|汚 污|砲 炮|甦 苏|燿 耀|妳 你|牠 它|祂 他|衹 只|祇 只
    |计画 计划|规画 规划|企画 企划|连络 联络|甚么 什么|身分 身份|部份 部分|水份 水分|过份 过分|想像 想象
    |覆核 复核|覆检 复检|覆审 复审|覆议 复议|覆函 复函`,
} as const;

/** Simplified characters that stand for several Traditional ones. */
export const oneToMany: ReadonlyMap<string, string> = new Map(
  `干乾幹榦 后後 里裏裡 只隻祇 面麵 系係繫 台臺颱檯 并並併 布佈 制製 余餘 征徵 准準 谷穀 斗鬥 松鬆 云雲 表錶 出齣 范範 丰豐
  向嚮 志誌 致緻 周週 游遊 于於 采採 折摺 卷捲 克剋 升昇 占佔 岳嶽 岩巖 咨諮 注註 借藉 杰傑 郁鬱 涂塗 姜薑 朴樸 仆僕 冲沖衝
  家傢 回迴 伙夥 曲麴 沈瀋 淀澱 涌湧 雇僱 咸鹹 丑醜 扎紮 托託 挽輓 舍捨 辟闢 御禦 欲慾 困睏 秋鞦 千韆 累纍 向嚮 术朮 党黨
  万萬 几幾 价價 胜勝 种種`
    .split(/\s+/u)
    .map((group): [string, string] => [group.charAt(0), group])
    .concat([
      ['发', '發髮'],
      ['复', '復複覆'],
      ['历', '歷曆'],
      ['钟', '鍾鐘'],
      ['签', '簽籤'],
      ['当', '當噹'],
      ['尽', '盡儘'],
      ['获', '獲穫'],
      ['汇', '匯彙'],
      ['坛', '壇罈'],
      ['团', '團糰'],
      ['须', '須鬚'],
      ['脏', '臟髒'],
      ['参', '參蔘'],
      ['极', '極'],
      ['赞', '贊讚'],
      ['弥', '彌瀰'],
      ['蒙', '蒙濛矇'],
      ['恶', '惡噁'],
      ['饥', '飢饑'],
      ['迹', '跡蹟'],
      ['纤', '纖縴'],
      ['愿', '願愿'],
    ]),
);

/** Characters that a personal name shares with Simplified but that hardly any bearer writes so in Traditional. */
export const convertedInNames: ReadonlyMap<string, string> = new Map(
  '云雲 丰豐 万萬 胜勝 几幾 党黨 冲沖 钟鍾 发發 种種 价價'.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
