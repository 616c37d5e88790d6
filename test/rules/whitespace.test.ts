import assert from 'node:assert/strict';
import { applyFix } from '../support/fixes';
import { findingsOf } from '../support/findings';

describe('whitespace', () => {
  it('tells once of odd blanks and writes plain ones, none at the end of lines', () => {
    const text = '\u00a0\u00a0代表團昨日抵達。 \u00a0\n會議\u2003今日\u00a0閉幕。\n';
    const found = findingsOf(text, 'whitespace');
    assert.deepEqual(
      found.map(({ line, severity }) => `${line} ${severity}`),
      ['0 info'],
    );
    assert.equal(applyFix(text, found[0]?.finding.fixes[0]), '  代表團昨日抵達。\n會議 今日 閉幕。\n');
  });

  it('is not sure of an indent that Markdown would take for code', () => {
    const [found] = findingsOf('\u00a0\u00a0\u00a0\u00a0代表團昨日抵達。', 'whitespace');
    assert.equal(found?.finding.fixes[0]?.safe, false);
  });

  it('spares good typography, ideographic indents and single ones', () => {
    for (const text of [
      '重10\u00a0kg、長5\u00a0km、寬3\u00a0km、高2\u00a0km。',
      '　　代表團昨日抵達。\n　　會議今日閉幕。\n　　主席致辭。',
      '代表團\u00a0昨日抵達。',
    ])
      assert.deepEqual(findingsOf(text, 'whitespace'), [], text);
  });
});
