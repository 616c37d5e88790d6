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
    assert.deepEqual(found('impossible-date', '文件于2024/2/30印发，2023.6.31前有效。'), ['2024/2/30', '2023.6.31']);
  });
  it('reads Chinese numerals, and years of the Republic', () => {
    assert.deepEqual(found('impossible-date', '会议定于二〇二三年二月三十日召开，四月三十一日闭幕。'), [
      '二〇二三年二月三十日',
      '四月三十一日',
    ]);
    assert.deepEqual(found('impossible-date', '会议于二〇二三年二月廿九日召开。'), ['二〇二三年二月廿九日']);
    assert.deepEqual(found('impossible-date', '會議於民國112年2月29日召開。'), ['民國112年2月29日']);
  });
  it('spares leap days and figures that are no dates', () => {
    for (const text of [
      '活动于2024年2月29日举行。',
      '每逢2月29日庆祝生日。',
      '版本2.30发布，共13月历。',
      '比分30-31。',
      '活动于二〇二四年二月二十九日举行，三月三十一日结束。',
      '農曆二月三十日是墟期。',
      '文件編號2023.15.3，版本2023.2.300。',
      '會議於民國113年2月29日召開。',
      '觀眾欣賞舞台劇《5月35日》。',
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
  it('reads Chinese numerals, and ends that name month and year', () => {
    assert.deepEqual(found('backwards-range', '二〇二五年至二〇二三年，全省投资增长。展会于六月十九日至十三日举行。'), [
      '二〇二五年至二〇二三年',
      '六月十九日至十三日',
    ]);
    assert.deepEqual(
      found('backwards-range', '任期由2023年6月9日至2022年6月8日；申请期为二〇二三年六月九日至五月三日。'),
      ['2023年6月9日至2022年6月8日', '二〇二三年六月九日至五月三日'],
    );
  });
  it('spares spans over the turn of a year or a month', () => {
    for (const text of [
      '展会于12月30日至1月2日举行。',
      '2023年至2025年，全省投资增长。',
      '6月28日至7月3日举行。',
      '二〇二三年至二〇二五年，全省投资增长。',
      '展会于2023年12月28日至1月5日举行。',
      '学年为2023年9月1日至6月30日。',
      '任期由2023年6月9日至2026年5月8日。',
    ])
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
  it('reads Chinese numerals, and counts leap days where the year is named', () => {
    assert.deepEqual(found('duration-mismatch', '展覽於六月三日至九日一連六日舉行。'), ['六月三日至九日一連六日']);
    assert.deepEqual(found('duration-mismatch', '考察团展开为期六天（六月三日至九日）的行程。'), [
      '六天（六月三日至九日）',
    ]);
    assert.deepEqual(found('duration-mismatch', '展览于2024年2月27日至3月1日，为期3天。'), [
      '2024年2月27日至3月1日，为期3天',
    ]);
  });
  it('spares what agrees, months included', () => {
    for (const text of [
      '考察團展開合共七天（6月3至9日）的行程。',
      '博览会于5月1日至5日，为期5天。',
      '展期为6月28日至7月3日，共6天。',
      '工程为期30天。',
      '展览于2024年2月27日至3月1日，为期4天。',
      '展览于2月27日至3月1日，为期4天。',
      '展览于2月27日至3月1日，为期3天。',
      '展覽於六月三日至九日一連七日舉行。',
      '二月七日（六月三日至九日）',
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
