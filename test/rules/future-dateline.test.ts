import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'future-dateline').map((each) => each.text);
const body = '各地扎实推进各项工作，取得了积极成效，群众的获得感不断增强，生活水平稳步提高。';
const page = (head: string, lead: string, end = ''): string =>
  `# 各地推进重点工作\n\n${head}\n\n${lead}${body}\n\n${body}\n\n${end}\n`;

describe('future-dateline', () => {
  it('finds an agency date later than the publication', () => {
    assert.deepEqual(found(page('发布时间：2024-05-25 来源：新华网', '新华社北京5月27日电 ')), ['5月27日']);
    assert.deepEqual(found(page('发布日期：2024年5月25日', '中新社香港2024年6月1日电 ')), ['2024年6月1日']);
    assert.deepEqual(found(page('發佈時間：2023-12-30 09:12', '本報1月2日訊 ')), ['1月2日']);
  });
  it('finds a closing date later than the publication', () => {
    assert.deepEqual(found(page('发布时间：2024-05-25', '', '2024年5月27日')), ['2024年5月27日']);
    assert.deepEqual(found(page('发布时间：2024-05-25', '', '二〇二四年五月二十七日')), ['二〇二四年五月二十七日']);
  });
  it('takes the latest date of the head for the publication', () => {
    assert.deepEqual(found(page('发布时间：2024-05-25\n更新时间：2024-05-28', '新华社北京5月27日电 ')), []);
  });
  it('spares dates before the publication, the turn of a year included', () => {
    for (const text of [
      page('发布时间：2024-05-25', '新华社北京5月25日电 '),
      page('发布时间：2024-05-25', '新华社北京5月24日电 ', '2024年5月25日'),
      page('发布时间：2024-01-02', '新华社北京12月31日电 '),
      page('发布时间：2024-05-25', '新华社北京12月31日电 '),
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares dates that the text speaks of, and papers without a head', () => {
    for (const text of [
      page('发布时间：2024-05-25', '展览将于2024年6月27日开幕。', '办法自2024年7月1日起施行。'),
      page('来源：新华网', '新华社北京5月27日电 ', '2024年5月28日'),
      page('发布时间：2024-05-25', '', `2024年6月1日\n\n${body}`),
      page('发布时间：2024-05-25', '6月1日电影节开幕，'),
    ])
      assert.deepEqual(found(text), [], text);
  });
});
