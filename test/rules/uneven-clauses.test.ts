import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const above = '支持兩地學校結成姊妹學校;鼓勵教師互訪交流;增加實習名額。\n\n';
const below = '\n\n推動兩地法律界合作;支持調解機構對接。';
const found = (middle: string): readonly string[] =>
  findingsOf(above + middle + below, 'uneven-clauses').map(({ line, text, finding }) => {
    return `${line} ${text} → ${finding.fixes[0]?.edits[0]?.text ?? ''}`;
  });

describe('uneven-clauses', () => {
  it('finds a colon where the paragraphs around have semicolons', () => {
    const measure = '推廣本地綠色金融資助計劃及首選融資平台優勢:雙方進一步在碳市場建設方面密切合作。';
    assert.deepEqual(found(measure), ['2 : → ;']);
    assert.deepEqual(found(measure.replace(':', '：')), ['2 ： → ；']);
  });

  it('spares colons that introduce', () => {
    for (const text of [
      '雙方將會在未來五年內重點推進的合作事項如下:共同建設碳市場並完善監管制度與標準。',
      '融資平台:雙方進一步在碳排放權市場體系建設中密切合作並共同完善監管。',
      '與會代表在閉幕式上向各地媒體共同發表聲明表示:雙方將進一步密切合作並完善監管制度。',
      '推廣本地綠色金融資助計劃及首選融資平台優勢:一是建設碳市場，二是完善監管制度與標準。',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('spares a colon among paragraphs that are no rows of measures', () => {
    const text = '推廣本地綠色金融資助計劃及首選融資平台優勢:雙方進一步在碳市場建設方面密切合作。';
    assert.deepEqual(findingsOf(`代表團昨日抵達。\n\n${text}\n\n會議今日閉幕。`, 'uneven-clauses'), []);
  });
});
