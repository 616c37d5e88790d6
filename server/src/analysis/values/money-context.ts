/** Whether the words behind a bare number count people or things: 14亿多人, 13亿人口, 3亿用户. */
export function countsPeople(next: string): boolean {
  return /^ ?(?:多|余)?(?:人|名|位|户|家|个|件|次|辆|台|吨|条|项|只|头|亩|用户|群众|居民|农民|市民|儿女|同胞|中国|人口|网民|青年|老年|旅客|学生|观众|游客|劳动|消费者|各族|职工|员工|村民|民众|平方|立方|千瓦|度电|斤|公里|公顷|米|株|棵|粒|册|份|支|张|套|部|所|座|剂|条|股|手|票|字|天|年)/.test(
    next,
  );
}

/**
 * Whether the words around a bare 亿 or 万 speak of money: 总投资超600亿, 净利润2亿多. What stands before it in the same
 * clause decides; a noun of money may also follow, as in 超千亿产业集群.
 */
export function speaksOfMoney(before: string, next: string): boolean {
  const clause = /[^,。;!?、:]*$/.exec(before)?.[0] ?? '';
  if (
    /(?:人口|用户|人数|旅客|游客|人次|会员|网民|学生|亩|面积|产量|销量|股|保单|粉丝|点击|阅读)[^,。]{0,6}$/.test(clause)
  )
    return false;
  if (moneyWords.test(clause)) return true;
  return /^ ?(?:产业集群|级产业|产业|投资|资金|资入|项目|订单|贷款|债|基金|市值|规模|预算|元级)/.test(next);
}

const moneyWords =
  /(?:投资|投入|资金|收入|支出|产值|总值|金额|总额|额|利润|盈利|亏损|亏|赚|融资|募资|集资|拟募|贷款|存款|市值|资产|债|负债|税|费用|费|价格|价|成本|预算|拨款|拨|捐款|捐|奖金|赏金|补贴|资助|营收|营业|GDP|生产总值|盈余|赤字|储备|规模|耗资|斥资|出资|注资|涨到|涨至|降至|卖|售|花|薪|成交|进出口|出口|进口|资本|造价|经费)[^,。]{0,8}$/;
