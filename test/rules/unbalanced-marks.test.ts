import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] =>
  findingsOf(text, 'unbalanced-marks').map(({ line, text: mark, severity }) => `${line} ${mark} ${severity}`);

describe('unbalanced-marks', () => {
  it('finds a mark without its partner', () => {
    assert.deepEqual(found('部門推出「一站式服務，市民稱便。'), ['0 「 warning']);
    assert.deepEqual(found('部門推出一站式」服務（試行，市民稱便。'), ['0 」 warning', '0 （ warning']);
  });

  it('tells of the inner one where a pair closes around it', () => {
    assert.deepEqual(found('發表《「科學教育的發展》研究報告。'), ['0 「 warning']);
  });

  it('spares pairs within which a line was broken, and quotations over paragraphs', () => {
    assert.deepEqual(found('當局將重組“地區發展\n委員會”，擴大職能。'), []);
    assert.deepEqual(found('他說：「計劃進展順利。\n\n「下一步將擴大範圍。」'), []);
  });

  it('spares numbers of lists, Markdown links and half-width corner brackets', () => {
    for (const text of [
      '1) 培訓；2）補貼；三）貸款。\n１）登記\n**2）** 審批',
      '詳見「[教學指引」](https://example.org/a_(b))一文。',
      '他回答｢可以」，態度明確。',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
