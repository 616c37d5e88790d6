import assert from 'node:assert/strict';
import { shippedAnalyzer } from '../support/analyzer';
import { describeMarks, parseMarkedText } from '../support/marked-text';

/** Sentences of our own with the marks that a reader expects; one known trap or form each. */
const expected: readonly (readonly [string, string])[] = [
  ['does not take 中總會 for a name in 中總會用好', '⟦姚祖輝¦PERSON⟧強調，⟦中總¦ORGANISATION⟧會用好商會網絡優勢。'],
  ['reads 在浙港人 as people from Hong Kong in Zhejiang', '便利在⟦浙¦PLACE⟧港人返⟦港¦PLACE⟧探親。'],
  ['leaves bare 兩會 alone where two chambers are meant', '兩會同意每年輪流主辦交流活動。'],
  ['does not read 長三角 as three jiao', '⟦長三角¦PLACE⟧和⟦珠三角¦PLACE⟧的企業家出席了論壇。'],
  ['knows the surname 曾 from the adverb', '⟦曾俊華¦PERSON⟧先生談及財政儲備。'],
  ['takes 高峰 for a peak in running text', '這項改革走向高峰，參加人數創下新高。'],
  ['joins organisation and title', '⟦江蘇省委書記¦POSITION⟧與⟦南京市市長¦POSITION⟧會見客人。'],
  [
    'parts title and name, and the next title and name',
    '⟦廣東省副省長¦POSITION⟧⟦王曦¦PERSON⟧、⟦深圳市市長¦POSITION⟧⟦覃偉中¦PERSON⟧出席。',
  ],
  ['keeps qualifiers inside money and percentages', '⟦逾60億元人民幣¦MONEY⟧的合作項目，佔總額的⟦67%左右¦PERCENT⟧。'],
  [
    'counts without the noun behind a verb',
    '全省新设企业⟦超3500家¦QUANTITY⟧，同比增长⟦12.5%¦PERCENT⟧，增速提高⟦2.3个百分点¦PERCENT⟧。',
  ],
  [
    'marks titles with their marks and document numbers',
    '⟦国务院¦ORGANISATION⟧印发⟦《关于推动外贸稳规模优结构的意见》¦DOCUMENT⟧（⟦国办发〔2023〕10号¦DOCUMENT⟧）。',
  ],
  [
    'marks the members of a list before 等领域',
    '双方将在⟦金融¦DOMAIN⟧、⟦航空¦DOMAIN⟧、⟦教育¦DOMAIN⟧、⟦环境保护¦DOMAIN⟧等领域加强合作。',
  ],
  ['marks the country inside 中国式现代化', '会议指出，⟦中国¦PLACE⟧式现代化是全体人民共同富裕的现代化。'],
  ['leaves 我国 and 有关部门 alone', '我国经济运行稳中有进，有关部门要抓好落实。'],
  ['leaves 港企 台商 浙商 alone', '港企、台商和浙商都看好市场前景。'],
  ['takes a compound of places as one', '⟦粤港澳¦PLACE⟧三地青年到⟦杭州¦PLACE⟧交流。'],
  ['does not mark a bare memorandum', '⟦渝港¦PLACE⟧两地签署合作备忘录。'],
  ['reads a span of years ahead', '⟦未来五年¦DATE⟧，全市将投资⟦1200亿元¦MONEY⟧建设⟦30个重点项目¦QUANTITY⟧。'],
  ['leaves vague times alone', '近年来，这里的变化很大。'],
  ['leaves ordinals alone', '第一大贸易伙伴是⟦东盟¦ORGANISATION⟧，第二是⟦欧盟¦ORGANISATION⟧。'],
  [
    'reads a wire dateline and its reporters',
    '⟦新华社¦ORGANISATION⟧⟦北京¦PLACE⟧⟦3月5日¦DATE⟧电（⟦记者¦POSITION⟧⟦张三¦PERSON⟧、⟦李四¦PERSON⟧）',
  ],
  ['reads an editor’s line', '编辑：⟦王小明¦PERSON⟧'],
];

/** Foreign and hostile input: next to nothing may be marked. */
const foreign: readonly string[] = [
  'The quick brown fox jumps over the lazy dog.',
  'Published by the Development Bureau, all rights reserved, see section 12 for details.',
  '東京都は来年度の予算案を発表した。',
  '床前明月光，疑是地上霜。',
  '舉頭望明月，低頭思故鄉。',
  'const total = items.reduce((sum, item) => sum + item.price, 0);',
  '12345 67890 3.14159 2024',
  '「「「「《《《（（（',
];

describe('marks', () => {
  for (const [phenomenon, fixture] of expected) {
    it(phenomenon, async () => {
      const { text, marks } = parseMarkedText(fixture);
      assert.deepEqual(describeMarks((await shippedAnalyzer()).analyze(text)), marks);
    });
  }

  it('are absent from foreign languages, poems, code and bare numbers', async () => {
    const analyzer = await shippedAnalyzer();
    for (const line of foreign) assert.deepEqual(describeMarks(analyzer.analyze(line)), [], line);
  });

  it('of a name found once in a telling context are found everywhere in the document', async () => {
    const { text, marks } = parseMarkedText(
      '⟦浙江省副省长¦POSITION⟧⟦卢文斌¦PERSON⟧会见来访企业家。\n⟦卢文斌¦PERSON⟧的讲话很短。',
    );
    assert.deepEqual(describeMarks((await shippedAnalyzer()).analyze(text)), marks);
  });

  it('of a declared short name follow its long name in type and id', async () => {
    const analysis = (await shippedAnalyzer()).analyze('香港青年創業協會（青創協）昨日成立。\n青創協將設立小組。');
    const ids = analysis.lines.flatMap((line) =>
      line.mentions.filter((mention) => mention.type === 'ORGANISATION').map((mention) => mention.entity),
    );
    assert.equal(ids.length, 3);
    assert.equal(new Set(ids).size, 1);
  });
});
