import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import { findingsOf } from '../support/findings';

const found = (rule: RuleId, text: string): readonly string[] => findingsOf(text, rule).map((each) => each.text);

describe('count-mismatch', () => {
  it('finds a list that is longer or shorter than its count', () => {
    assert.deepEqual(found('count-mismatch', '会议提出三项措施：扩大开放、减轻税负、培养人才、改善环境。'), [
      '三项措施',
    ]);
    assert.deepEqual(found('count-mismatch', '本次合作涵蓋5個領域，包括金融、貿易、教育、旅遊。'), ['5個領域']);
    assert.deepEqual(
      found(
        'count-mismatch',
        '要做好以下四项工作：\n\n1. 稳定就业\n2. 扩大投资\n3. 保障供应\n4. 防范风险\n5. 改善民生\n',
      ),
      ['四项工作'],
    );
  });
  it('spares what agrees, either way of counting, and open lists', () => {
    for (const text of [
      '会议提出四项措施：扩大开放、减轻税负、培养人才和改善环境。',
      '合作涵蓋三個領域：金融、法律和爭議解決。',
      '合作涵蓋12個領域，包括金融、貿易、教育等。',
      '公司有三个部门，分布在北京、上海、广州、深圳。',
      '要做好以下三项工作：\n\n一、稳定就业\n二、扩大投资\n三、保障供应\n',
    ])
      assert.deepEqual(found('count-mismatch', text), [], text);
  });
});

describe('part-over-total', () => {
  it('finds parts that come to more than the whole', () => {
    assert.deepEqual(found('part-over-total', '项目总投资12亿元，其中一期5亿元、二期9亿元。'), ['12亿元']);
  });
  it('spares parts that fit, bounds, and parts of something else', () => {
    for (const text of [
      '项目总投资12亿元，其中一期5亿元、二期7亿元。',
      '项目总投资12亿元，其中一期逾15亿元。',
      '投资12亿元。其中一期5亿元、二期9亿元。',
      '出口12亿美元，其中一期15亿元。',
    ])
      assert.deepEqual(found('part-over-total', text), [], text);
  });
});

describe('growth-mismatch', () => {
  it('finds a rate that the figures do not give', () => {
    assert.deepEqual(found('growth-mismatch', '出口额由100亿元增至150亿元，增长56%。'), ['56%']);
    assert.deepEqual(found('growth-mismatch', '營業額從80億港元下降至60億港元，跌幅20%。'), ['20%']);
  });
  it('spares rounding, bounds and other rates', () => {
    for (const text of [
      '出口额由100亿元增至150亿元，增长50%。',
      '出口额由96亿元增至150亿元，增长56%。',
      '出口额由逾100亿元增至150亿元，增长56%。',
      '出口额由100亿元增至150亿元，利润增长56%。',
      '五年间，出口额由100亿元增至150亿元，年均增长8.4%。',
    ])
      assert.deepEqual(found('growth-mismatch', text), [], text);
  });
});

describe('share-over-whole', () => {
  it('finds a share above a hundred per cent', () => {
    assert.deepEqual(found('share-over-whole', '该市进出口占全省的120%。'), ['120%']);
    assert.deepEqual(found('share-over-whole', '全區寬頻覆蓋率達103%。'), ['103%']);
  });
  it('spares growth and what may exceed its base', () => {
    for (const text of [
      '投资增长120%。',
      '计划完成率达115%。',
      '占全省的20%，增长130%。',
      '覆盖率达100%。',
      '病床佔用率便是120%。',
    ])
      assert.deepEqual(found('share-over-whole', text), [], text);
  });
});

describe('single-year-average', () => {
  it('finds an average per year over one year', () => {
    assert.deepEqual(found('single-year-average', '去年全省出口达500亿元，年均增长6%。'), ['年均增长']);
  });
  it('spares averages over a span', () => {
    for (const text of [
      '五年来，全省出口达500亿元，年均增长6%。',
      '2018年至2023年，全省出口年均增长6%。',
      '去年全省出口达500亿元，同比增长6%。',
    ])
      assert.deepEqual(found('single-year-average', text), [], text);
  });
});
