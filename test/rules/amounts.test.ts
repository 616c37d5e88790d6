import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import { findingsOf } from '../support/findings';

const found = (rule: RuleId, text: string): readonly string[] => findingsOf(text, rule).map((each) => each.text);

describe('capital-amount-mismatch', () => {
  it('finds figures in brackets that differ', () => {
    assert.deepEqual(found('capital-amount-mismatch', '合同总价为人民币壹佰万元整（¥10,000,000.00）。'), [
      '壹佰万元整',
    ]);
    assert.deepEqual(found('capital-amount-mismatch', '合約總價為港幣貳拾叁萬肆仟元正（234,500元）。'), [
      '貳拾叁萬肆仟元正',
    ]);
  });
  it('finds capitals behind figures, fractions included', () => {
    assert.deepEqual(found('capital-amount-mismatch', '保证金3,500元（大写：叁仟元整）应于签约前缴纳。'), ['叁仟元整']);
    assert.deepEqual(
      found('capital-amount-mismatch', '罚款人民币壹仟贰佰叁拾肆元伍角陆分（小写：¥1,234.65）已缴清。'),
      ['壹仟贰佰叁拾肆元伍角陆分'],
    );
  });
  it('shows the figures as well', () => {
    const [finding] = findingsOf('总价壹佰万元整（¥10,000,000.00）。', 'capital-amount-mismatch');
    assert.match(finding?.finding.message ?? '', /1,000,000.*10,000,000/u);
    assert.equal(finding?.finding.related.length, 1);
  });
  it('spares what agrees, amounts by themselves and rounded ones', () => {
    for (const text of [
      '合同总价为人民币壹佰万元整（¥1,000,000.00）。',
      '合同总价为人民币壹佰贰拾叁万肆仟元整（123.4万元）。',
      '保证金3,500元（大写：叁仟伍佰元整）应于签约前缴纳。',
      '罚款人民币壹仟贰佰叁拾肆元零陆分（小写：¥1,234.06）已缴清。',
      '合同总价为人民币壹佰万元整，分三期支付。',
      '首期付壹佰万元整，2024年再付300万元。',
      '合同总价约120万元（壹佰贰拾叁万元整）。',
    ])
      assert.deepEqual(found('capital-amount-mismatch', text), [], text);
  });
});

describe('unit-slip', () => {
  it('finds one fact in two units', () => {
    assert.deepEqual(
      found('unit-slip', '去年全省进出口总额561.1亿元，增长较快。\n\n会议指出，全省进出口总额达561.1万元。'),
      ['561.1万元'],
    );
    assert.deepEqual(found('unit-slip', '合資格者每戶補貼3,500元。\n\n當局解釋，今年每戶補貼3,500萬元。'), [
      '3,500萬元',
    ]);
  });
  it('takes the value that stands more often for the right one', () => {
    const text = '项目总投资25.6万元。\n\n该项目总投资25.6亿元。\n\n上述项目总投资25.6亿元，已经开工。';
    assert.deepEqual(found('unit-slip', text), ['25.6万元']);
  });
  it('spares other facts, rates, currencies and the same amount', () => {
    for (const text of [
      '全省进出口总额561.1亿元。\n\n某公司缴纳税款561.1万元。',
      '项目总投资5亿元。\n\n设备总投资5万元。',
      '地区生产总值12.5亿元，人均地区生产总值12.5万元。',
      '擅自占用的，处每平方米一万元罚款。\n\n逾期不改的，处每平方米一百元罚款。',
      '项目总投资25.6亿美元。\n\n项目总投资25.6万元。',
      '项目总投资25.6亿元。\n\n项目总投资256000万元。',
      '项目总投资25.6亿元。\n\n项目总投资2.56亿元。',
    ])
      assert.deepEqual(found('unit-slip', text), [], text);
  });
});

describe('missing-currency', () => {
  const paper = (amount: string): string =>
    `公司斥資人民幣30億元建廠，並向銀行借款20億港元。\n\n其後再投入人民幣5億元。\n\n整個計劃的總投資為${amount}。\n`;
  it('finds a bare amount where two currencies are in play', () => {
    assert.deepEqual(
      found('missing-currency', '該公司投資5億港元，又借款2億美元。\n\n年度開支為3,000萬元，較去年少1,000萬港元。'),
      ['3,000萬元'],
    );
  });
  it('spares named currencies, and papers in which 元 alone is the rule', () => {
    for (const text of [
      paper('人民幣50億元'),
      '项目投资30亿元，另有外资2亿美元。\n\n二期投资5亿元。',
      '港方投資5億港元、3億元和2億元。\n\n另借款2億美元。',
    ])
      assert.deepEqual(found('missing-currency', text), [], text);
  });
});
