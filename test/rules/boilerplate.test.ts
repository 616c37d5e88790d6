import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const article = '市政府昨日公布新一輪就業支援措施，為中小企業提供貸款擔保。\n';

describe('boilerplate', () => {
  it('marks menus, share buttons, links and footers as stretches that may go', () => {
    const page = `首頁\n新聞\n\n${article}\n分享到:\n\n版權所有 不得轉載\n`;
    const found = findingsOf(page, 'boilerplate');
    assert.deepEqual(
      found.map(({ finding: { place } }) => [place.line, place.endLine ?? place.line]),
      [
        [0, 1],
        [5, 7],
      ],
    );
    assert.ok(found.every(({ severity, finding }) => severity === 'hint' && finding.faded === true));
  });

  it('removes whole lines, at the end of the document too', () => {
    const [start, end] = findingsOf(`首頁\n新聞\n${article}版權所有 不得轉載`, 'boilerplate');
    assert.deepEqual(start?.finding.fixes[0]?.edits, [{ place: { line: 0, start: 0, endLine: 2, end: 0 }, text: '' }]);
    assert.deepEqual(end?.finding.fixes[0]?.edits, [
      { place: { line: 2, start: article.length - 1, endLine: 3, end: 9 }, text: '' },
    ]);
    assert.equal(start.finding.fixes[0].safe, false);
  });

  it('spares articles, bylines and pages without any text', () => {
    assert.deepEqual(findingsOf(`扶持就業新措施出台\n\n本報記者 何青\n\n${article}`, 'boilerplate'), []);
    assert.deepEqual(findingsOf('首頁\n新聞\n登入\n', 'boilerplate'), []);
  });
});
