import assert from 'node:assert/strict';
import { applyFix } from '../support/fixes';
import { findingsOf } from '../support/findings';

const often = '當局致力優化營商環境。調查指出，營商環境與人才同樣重要。委員會每年評估營商環境的變化。\n';
const found = (text: string): readonly string[] => findingsOf(text, 'missing-character').map(({ text: form }) => form);

describe('missing-character', () => {
  it('finds a term of the glossary with one character dropped', () => {
    const text = `${often}商會舉辦萬家企業評商環境的活動。`;
    assert.deepEqual(found(text), ['商環境']);
    const [finding] = findingsOf(text, 'missing-character');
    assert.ok(applyFix(text, finding?.finding.fixes[0]).endsWith('評營商環境的活動。'));
  });

  it('spares what a word of its own explains', () => {
    assert.deepEqual(found(`${often}該市以招商環境見稱，經商環境良好。`), []);
  });

  it('spares forms that stand twice, and terms that the file hardly uses', () => {
    assert.deepEqual(found(`${often}商會舉辦評商環境的活動，另一商會也評商環境。`), []);
    assert.deepEqual(found('當局致力優化營商環境。商會舉辦萬家企業評商環境的活動。'), []);
  });

  it('spares pairs of words that no glossary knows', () => {
    const own = '中心設有創業空間。創業空間免費使用，創業空間附近有食堂。';
    assert.deepEqual(found(`${own}政府支持眾創空間建設。`), []);
  });

  it('says nothing without a dictionary', () => {
    const text = `${often}商會舉辦萬家企業評商環境的活動。`;
    assert.deepEqual(findingsOf(text, 'missing-character', { words: { segment: () => ({ ...noWords }) } }), []);
  });
});

const noWords = {
  count: 0,
  starts: new Int32Array(1),
  classes: new Uint8Array(0),
  hashes: new Int32Array(0),
  clusters: new Uint8Array(0),
};
