import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import { findingsOf } from '../support/findings';

const found = (rule: RuleId, text: string): readonly string[] => findingsOf(text, rule).map((each) => each.text);

describe('impossible-date', () => {
  it('finds days that no calendar has', () => {
    assert.deepEqual(found('impossible-date', '會議於2023年2月29日舉行，6月31日前提交意見。'), [
      '2023年2月29日',
      '6月31日',
    ]);
    assert.deepEqual(found('impossible-date', '文件于2024-13-05印发，共有三项内容。'), ['2024-13-05']);
  });
  it('spares leap days and figures that are no dates', () => {
    for (const text of [
      '活动于2024年2月29日举行。',
      '每逢2月29日庆祝生日。',
      '版本2.30发布，共13月历。',
      '比分30-31。',
    ])
      assert.deepEqual(found('impossible-date', text), [], text);
  });
});

describe('backwards-range', () => {
  it('finds spans that end before they begin', () => {
    assert.deepEqual(found('backwards-range', '2025年至2023年，全省投资增长。展会于6月9日至3日举行。'), [
      '2025年至2023年',
      '6月9日至3日',
    ]);
  });
  it('spares spans over the turn of a year or a month', () => {
    for (const text of ['展会于12月30日至1月2日举行。', '2023年至2025年，全省投资增长。', '6月28日至7月3日举行。'])
      assert.deepEqual(found('backwards-range', text), [], text);
  });
});

describe('duration-mismatch', () => {
  it('finds a number of days that the dates contradict', () => {
    assert.deepEqual(found('duration-mismatch', '考察團展開合共六天（6月3至9日）的行程。'), ['六天（6月3至9日）']);
    assert.deepEqual(found('duration-mismatch', '博览会于5月1日至5日，为期4天，在市内举行。'), [
      '5月1日至5日，为期4天',
    ]);
  });
  it('spares what agrees, months included', () => {
    for (const text of [
      '考察團展開合共七天（6月3至9日）的行程。',
      '博览会于5月1日至5日，为期5天。',
      '展期为6月28日至7月3日，共6天。',
      '工程为期30天。',
    ])
      assert.deepEqual(found('duration-mismatch', text), [], text);
  });
});

describe('restated-date', () => {
  const paper = (day: string): string =>
    `行政長官今日（${day}）出席開幕典禮，並發表講話。\n\n完\n\n2023年6月26日（星期一）\n香港時間12時00分\n`;
  it('finds a day that is not that of the paper', () => {
    assert.deepEqual(found('restated-date', paper('六月二十五日')), ['六月二十五日']);
  });
  it('spares the right day, and papers without a date', () => {
    assert.deepEqual(found('restated-date', paper('六月二十六日')), []);
    assert.deepEqual(found('restated-date', '行政長官今日（六月二十五日）出席開幕典禮，並發表講話。'), []);
  });
});
