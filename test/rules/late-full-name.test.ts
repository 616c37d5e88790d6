import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'late-full-name').map((each) => each.text);

describe('late-full-name', () => {
  it('finds a short form before the full name', () => {
    assert.deepEqual(found('貿發局今日公布新一年的展覽計劃。\n\n香港貿易發展局總裁表示，今年會舉辦更多展覽。'), [
      '貿發局',
    ]);
    assert.deepEqual(found('中總代表團昨日抵達杭州。\n\n香港中華總商會（中總）會長表示，期望加強合作。'), ['中總']);
  });
  it('shows the full name', () => {
    const [finding] = findingsOf('貿發局公布展覽計劃。\n\n香港貿易發展局今年會舉辦更多展覽。', 'late-full-name');
    assert.equal(finding?.severity, 'info');
    assert.equal(finding?.finding.related[0]?.place.line, 2);
  });
  it('spares full names that come first, or at once', () => {
    for (const text of [
      '香港貿易發展局（貿發局）公布展覽計劃。\n\n貿發局今年會舉辦更多展覽。',
      '# 香港貿易發展局公布計劃\n\n貿發局今年會舉辦更多展覽。\n\n香港貿易發展局總裁歡迎各界參與。',
      '貿發局（香港貿易發展局）公布展覽計劃。\n\n香港貿易發展局總裁歡迎各界參與。',
      '貿發局今年會舉辦更多展覽，歡迎各界參與。',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares short forms in headings, parts of a name and what every reader knows', () => {
    for (const text of [
      '# 貿發局公布展覽計劃\n\n香港貿易發展局今年會舉辦更多展覽。',
      '工会应当发挥作用。\n\n工商业联合会协助做好有关工作。',
      '武工隊（全稱「武裝工作隊」）在當地活動。\n\n武裝工作隊其後解散。',
      '港府公布新措施。\n\n香港特區政府表示，措施會分階段推行。',
      '中共举行会议。\n\n中国共产党第二十届中央委员会听取了报告。',
      '武漢實驗室參與調查。\n\n武漢病毒實驗室的職員表示，調查仍在進行。',
      '市教育局公布招生计划。\n\n杭州市教育局表示，招生规模保持稳定。',
      '全国人大开幕。\n\n全国人民代表大会听取了工作报告。',
      '杭州市政府公布计划。\n\n杭州市人民政府表示，各项工作进展顺利。',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
