import { type Amount, isExactly } from './amount';
import { formatDecimal } from './decimal';
import type { AmountReading } from './types';

/** A count or a measurement behind an amount. */
export interface QuantityEnd {
  readonly end: number;
  readonly reading: AmountReading;
  /** Other places at which the span may end: behind the measure word alone. */
  readonly ends: readonly number[];
}

/** Reads the measure word or unit behind `amount`, and after a measure word the noun that it counts. */
export function readQuantity(text: string, amount: Amount): QuantityEnd | undefined {
  const at = text[amount.end] === ' ' ? amount.end + 1 : amount.end;
  const measured = units.find(([word]) => text.startsWith(word, at));
  if (measured !== undefined) {
    const [word, unit] = measured;
    if (/[A-Za-z]$/u.test(word) && /[A-Za-z]/u.test(text[at + word.length] ?? '')) return undefined;
    const end = at + word.length;
    return { end, reading: readingOf(amount, unit), ends: [] };
  }
  if (text[at] === '倍') return { end: at + 1, reading: readingOf(amount, 'times'), ends: [] };
  const measure = measures.find((word) => text.startsWith(word, at));
  if (measure === undefined) return bareCount(text, amount, at);
  const end = at + measure.length;
  if (!isCount(text, amount, measure, end)) return undefined;
  const noun = nounEnd(text, end);
  if (loose.has(measure) && !amount.numeral.arabic && noun === end) return undefined;
  return { end: noun, reading: readingOf(amount, undefined), ends: noun === end ? [] : [end] };
}

function readingOf(amount: Amount, unit: string | undefined): AmountReading {
  return {
    kind: 'amount',
    low: formatDecimal(amount.low),
    ...(amount.high === undefined ? {} : { high: formatDecimal(amount.high) }),
    bound: amount.bound,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** 12 領域, 三範疇, 40.8万青年: a noun directly behind the number. */
function bareCount(text: string, amount: Amount, at: number): QuantityEnd | undefined {
  const large = amount.numeral.multiplier >= 10_000n;
  nounsBehind.lastIndex = at;
  const match = nounsBehind.exec(text);
  if (match === null || !(large || text[amount.end] === ' ' || amount.numeral.arabic)) return undefined;
  return { end: at + match[0].length, reading: readingOf(amount, undefined), ends: [] };
}

const nounsBehind =
  /(?:(?:重点|主要|共同|合作|新增|核心){0,3}(?:领域|项目|范畴|任务|目标|企业|单位|地区|国家)|青年|农民工|居民|市民|群众|学生|毕业生|用户|村民|游客|旅客|劳动力|劳动者|人口|职工|员工|会员|党员|干部|儿童|老年人|老人|患者|观众|网民|市民|长者|家庭|贫困户|贫困人口|专业人才|人才|科技人员)/uy;

/** One of a kind is often only an article: 一个, 一家; ordinals and names of slogans are no counts. */
function isCount(text: string, amount: Amount, measure: string, end: number): boolean {
  const before = text[amount.start - 1] ?? '';
  if (/[第每]/u.test(before)) return false;
  if (amount.numeral.vague && amount.numeral.multiplier === 1n && !amount.numeral.bareUnit) return false;
  if (isExactly(amount, 1) && !amount.numeral.arabic) return false;
  if (measure === '级' || measure === '号') return false;
  if (/^[者民权才]/u.test(text.slice(end)) && measure === '人') return false;
  return true;
}

/** The end of the first noun behind a measure word: bare modifiers and a head that such papers count. */
function nounEnd(text: string, at: number): number {
  const start = text[at] === ' ' ? at + 1 : at;
  noun.lastIndex = start;
  const match = noun.exec(text);
  return match === null ? at : start + match[0].length;
}

const heads =
  '项目|企业|单位|部门|领域|方面|国家|地区|城市|省份|省区市|县|镇|乡|村|社区|街道|园区|平台|中心|基地|机构|团体|组织|协会|商会|公司|集团|工厂|银行|学校|高校|院校|大学|医院|诊所|' +
  '岗位|职位|名额|学位|床位|单位|住宅单位|建议|措施|意见|方案|计划|规划|政策|文件|协议|备忘录|合同|法案|条例|法律|报告|议案|提案|申请|个案|宗|案件|投诉|查询|' +
  '任务|目标|工程|行动|活动|会议|论坛|展览|比赛|课程|讲座|场次|航班|航线|线路|铁路|公路|桥梁|隧道|口岸|港口|机场|车站|车位|站点|水库|电站|机组|风机|汽车|车辆|船只|飞机|' +
  '代表|委员|议员|人员|员工|职工|干部|党员|学生|教师|老师|医生|护士|专家|学者|记者|居民|市民|村民|农民|农户|家庭|住户|用户|客户|会员|志愿者|义工|青年|儿童|长者|老人|患者|病人|死者|伤者|运动员|选手|游客|旅客|嘉宾|客商|商家|客商代表|' +
  '作品|产品|品种|品牌|标准|专利|指标|数据|问题|条件|环节|阶段|步骤|类别|行业|产业|产业链|产业集群|实验室|研究所|研究院|创新平台|小组|委员会|工作组|试点|示范区|景区|景点|博物馆|图书馆|公园|商场|店铺|门店|摊位|展位|楼宇|大厦|屋苑|房屋|住房|公营房屋|席位|议席|奖项|奖牌|金牌|奖';
const noun = new RegExp(`(?:(?!的|和|与|及|在|是|为|将|已|有|共|等)\\p{Script=Han}){0,6}?(?:${heads})(?!业|者)`, 'uy');

const loose = new Set(['大', '方面', '套', '点']);

const measures = [
  '个',
  '项',
  '家',
  '名',
  '位',
  '人次',
  '人',
  '户',
  '件',
  '宗',
  '条',
  '座',
  '所',
  '间',
  '处',
  '份',
  '张',
  '台',
  '套',
  '辆',
  '架',
  '艘',
  '批',
  '场次',
  '场',
  '次',
  '届',
  '对',
  '双',
  '类',
  '种',
  '支',
  '队',
  '团',
  '片',
  '块',
  '枚',
  '颗',
  '只',
  '头',
  '匹',
  '株',
  '棵',
  '本',
  '册',
  '部',
  '篇',
  '首',
  '幅',
  '集',
  '期',
  '轮',
  '班次',
  '班',
  '列',
  '车次',
  '架次',
  '艘次',
  '单',
  '笔',
  '起',
  '例',
  '票',
  '席',
  '章',
  '节',
  '款',
  '级',
  '层',
  '排',
  '组',
  '门',
  '尊',
  '幢',
  '栋',
  '盏',
  '根',
  '道',
  '口',
  '眼',
  '顶',
  '员',
  '成员',
  '岁',
  '周岁',
  '案',
  '宇',
  '镇',
  '村',
  '县',
  '市',
  '省',
  '国',
  '州',
  '区',
  '街',
  '大',
  '方面',
  '点',
  '步',
  '万人',
  '棟',
  '幢',
  '趟',
  '回',
  '遍',
  '届',
  '桩',
  '标',
  '档',
  '梯次',
  '强',
]
  .filter((word) => word !== '强' && word !== '届' && word !== '区' && word !== '街' && word !== '市' && word !== '州')
  .sort((a, b) => b.length - a.length);

const units: readonly (readonly [string, string])[] = (
  [
    ['平方公里', 'km2'],
    ['平方千米', 'km2'],
    ['平方米', 'm2'],
    ['平方呎', 'ft2'],
    ['平方尺', 'ft2'],
    ['平方英尺', 'ft2'],
    ['立方米', 'm3'],
    ['标准立方米', 'm3'],
    ['立方', 'm3'],
    ['公里', 'km'],
    ['千米', 'km'],
    ['海里', 'nmi'],
    ['英里', 'mi'],
    ['厘米', 'cm'],
    ['毫米', 'mm'],
    ['微米', 'um'],
    ['纳米', 'nm'],
    ['英寸', 'in'],
    ['英尺', 'ft'],
    ['米', 'm'],
    ['呎', 'ft'],
    ['公顷', 'ha'],
    ['亩', 'mu'],
    ['平方', 'm2'],
    ['公斤', 'kg'],
    ['千克', 'kg'],
    ['毫克', 'mg'],
    ['微克', 'ug'],
    ['克', 'g'],
    ['吨标准煤', 'tce'],
    ['标准箱', 'TEU'],
    ['个标准箱', 'TEU'],
    ['个标箱', 'TEU'],
    ['标箱', 'TEU'],
    ['吨', 't'],
    ['公吨', 't'],
    ['斤', 'jin'],
    ['兆瓦时', 'MWh'],
    ['千瓦时', 'kWh'],
    ['瓦时', 'Wh'],
    ['吉瓦', 'GW'],
    ['兆瓦', 'MW'],
    ['千瓦', 'kW'],
    ['瓦', 'W'],
    ['千伏', 'kV'],
    ['伏', 'V'],
    ['度电', 'kWh'],
    ['公升', 'L'],
    ['毫升', 'mL'],
    ['升', 'L'],
    ['摄氏度', 'degC'],
    ['°C', 'degC'],
    ['℃', 'degC'],
    ['分贝', 'dB'],
    ['MWh', 'MWh'],
    ['GWh', 'GWh'],
    ['kWh', 'kWh'],
    ['MW', 'MW'],
    ['GW', 'GW'],
    ['kW', 'kW'],
    ['kV', 'kV'],
    ['km', 'km'],
    ['TB', 'TB'],
    ['GB', 'GB'],
    ['EFlops', 'EFLOPS'],
    ['TEU', 'TEU'],
    ['桶', 'barrel'],
    ['光年', 'ly'],
  ] as (readonly [string, string])[]
).sort((a, b) => b[0].length - a[0].length);
