import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'sum-mismatch').map((each) => each.text);

describe('sum-mismatch', () => {
  it('adds up the parts before a total', () => {
    assert.deepEqual(found('全市有小学120所、中学45所，共计160所。'), ['160所']);
    assert.deepEqual(found('項目一期投資5億元、二期投資8億元，合計14億元。'), ['14億元']);
  });
  it('adds up the parts behind a total', () => {
    assert.deepEqual(found('全市共有学校160所，包括小学120所和中学45所。'), ['160所']);
    assert.deepEqual(found('合计投资14亿元（一期5亿元、二期8亿元）。'), ['14亿元']);
  });
  it('adds up lists of lines', () => {
    assert.deepEqual(found('资金安排如下：\n\n- 一期工程：5亿元\n- 二期工程：8亿元\n\n合计：14亿元\n'), ['14亿元']);
    assert.deepEqual(found('两期工程合计14亿元：\n\n1. 一期工程：5亿元\n2. 二期工程：8亿元\n'), ['14亿元']);
  });
  it('adds up the columns and rows of a table', () => {
    const table = (total: string, row: string): string =>
      `| 地区 | 小学 | 中学 | 合计 |\n|---|---|---|---|\n| 东区 | 12 | 8 | ${row} |\n| 西区 | 20 | 9 | 29 |\n| 合计 | ${total} | 17 | 49 |\n`;
    assert.deepEqual(found(table('32', '20')), []);
    assert.deepEqual(found(table('42', '20')), ['42', '49']);
    assert.deepEqual(found('地区\t小学\t中学\n东区\t1,200\t8\n西区\t20\t9\n合计\t1,210\t17\n'), ['1,210']);
  });
  it('tells of the parts as well', () => {
    const [finding] = findingsOf('全市有小学120所、中学45所，共计160所。', 'sum-mismatch');
    assert.deepEqual(
      finding?.finding.related.map(({ place }) => place.start),
      [5, 12],
    );
    assert.match(finding?.finding.message ?? '', /120所 \+ .*45所 = 165/u);
  });
  it('spares what adds up, with rounding', () => {
    for (const text of [
      '全市有小学120所、中学45所，共计165所。',
      '一期投资5.14亿元、二期投资9.24亿元，合计14.4亿元。',
      '总投资30亿元，一期10亿元、二期20亿元，共计30亿元。',
      '| 类别 | 占比 |\n|---|---|\n| 甲 | 33.3% |\n| 乙 | 33.3% |\n| 丙 | 33.3% |\n| 合计 | 100% |\n',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares open lists, bounds, other units and totals of something else', () => {
    for (const text of [
      '全市有小学120所、中学45所等，共计260所。',
      '全市有小学逾120所、中学45所，共计170所。',
      '今年新建学校5所、改建学校3所，全市共有学校120所。',
      '一期投资5亿美元、二期投资8亿元，合计14亿元。',
      '去年新增5个项目，今年新增8个项目，累计达40个。',
      '全市共有学校160所，其中小学120所和中学45所。',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares tables whose rows are no plain parts, prices and rates', () => {
    for (const text of [
      '| 地区 | 数量 |\n|---|---|\n| 甲 | 10 |\n| 其中：乙 | 4 |\n| 丙 | 6 |\n| 合计 | 16 |\n',
      '| 项目 | 数量 | 单价 | 合计 |\n|---|---|---|---|\n| 桌 | 10 | 20 | 200 |\n| 椅 | 5 | 30 | 150 |\n',
      '| 地区 | 增长率 |\n|---|---|\n| 甲 | 10 |\n| 乙 | 4 |\n| 合计 | 8 |\n',
      '| 地区 | 数量 |\n|---|---|\n| 甲 | 10 |\n| 乙 | 约4 |\n| 合计 | 16 |\n',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
