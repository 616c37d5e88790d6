import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'title-conflict').map((each) => each.text);

describe('title-conflict', () => {
  it('finds an office with another holder', () => {
    assert.deepEqual(found('浙江省省长陈志明出席会议并讲话。\n\n会前，浙江省省长林建国会见了代表团一行。'), [
      '浙江省省长林建国',
    ]);
    assert.deepEqual(found('教育局局長陳家樂今日出席論壇，並致開幕辭。\n\n教育局局長林永康其後會見記者，回應提問。'), [
      '教育局局長林永康',
    ]);
  });
  it('takes the holder who is named more often for the right one', () => {
    const text = '杭州市市长王德荣会见代表团。\n\n杭州市市长陈志明出席签约仪式。\n\n活动最后，杭州市市长陈志明致辞。';
    assert.deepEqual(found(text), ['杭州市市长王德荣']);
  });
  it('shows the other place', () => {
    const text = '浙江省省长陈志明出席会议。\n\n会前，浙江省省长林建国会见了代表团一行。';
    const [finding] = findingsOf(text, 'title-conflict');
    assert.equal(finding?.finding.related[0]?.place.line, 0);
    assert.match(finding?.finding.message ?? '', /林建国.*陈志明/u);
  });
  it('spares deputies, former and acting holders, and changes of hands', () => {
    for (const text of [
      '浙江省副省长陈志明出席会议并讲话。\n\n会前，浙江省副省长林建国会见了代表团一行。',
      '浙江省省长陈志明出席会议并讲话。\n\n浙江省原省长林建国撰文回忆此事。',
      '教育局局長陳家樂今日出席論壇。\n\n教育局前局長林永康亦在場。',
      '教育局局長陳家樂今日出席論壇。\n\n教育局署理局長林永康亦在場。',
      '浙江省省长陈志明卸任。\n\n浙江省省长林建国到任后首次出席会议。',
      '2018年，浙江省省长陈志明宣布开工。\n\n2023年，浙江省省长林建国宣布竣工。',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares several seats and bodies that may be others', () => {
    for (const text of [
      '此事是她任發展局局長時提出，其後交由發展局局長陳家樂跟進。',
      '浙江省省长陈志明出席会议并讲话。\n\n会前，江苏省省长林建国会见了代表团一行。',
      '市教育局局长陈志明介绍情况。\n\n随后，市教育局局长林建国也作了发言。',
      '浙商总会副会长陈志明、林建国出席。\n\n浙商总会副会长王德荣致辞。',
      '浙江省省长陈志明出席会议。\n\n浙江省省长陈志明最后讲话。',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
