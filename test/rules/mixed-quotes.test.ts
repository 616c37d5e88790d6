import assert from 'node:assert/strict';
import { applyFix } from '../support/fixes';
import { findingsOf } from '../support/findings';

const found = (text: string, more = {}): readonly string[] =>
  findingsOf(text, 'mixed-quotes', more).map(({ line, text: stretch }) => `${line} ${stretch}`);

describe('mixed-quotes', () => {
  it('tells once of curly quotes in a Traditional text, of corner brackets in a Simplified one', () => {
    assert.deepEqual(found('會議討論「走出去」的經驗。\n部門推出“一站式”窗口，回應“便民”訴求。'), ['1 “一站式”']);
    assert.deepEqual(found('部门推出「一站式」窗口，回应企业诉求。'), ['0 「一站式」']);
  });

  it('exchanges all marks, inner ones too', () => {
    const text = '局長說：“要讓‘便民’成為習慣。”他重申“簡政”方向。';
    const [finding] = findingsOf(text, 'mixed-quotes');
    assert.equal(applyFix(text, finding?.finding.fixes[0]), '局長說：「要讓『便民』成為習慣。」他重申「簡政」方向。');
  });

  it('goes by the house style where one is set', () => {
    const settings = { severities: {}, locale: 'en' as const, houseStyle: 'cn' as const };
    assert.deepEqual(found('部門推出「一站式」窗口，回應企業訴求。', { settings }), ['0 「一站式」']);
    assert.deepEqual(found('部門推出“一站式”窗口，回應企業訴求。', { settings }), []);
  });

  it('spares quotations without Chinese, and lone marks', () => {
    assert.deepEqual(found('廠商展示“Robotaxi”技術，獲得「創新獎」。'), []);
    assert.deepEqual(found('部門推出“一站式窗口，回應企業訴求。'), []);
  });
});
