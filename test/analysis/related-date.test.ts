import assert from 'node:assert/strict';
import { borrowDate } from '../../server/src/analysis/related-date';
import { shippedAnalyzer } from '../support/analyzer';

const release = '行政長官今日（九月五日）出席2024世界互聯網大會，並發表講話。\n\n完\n\n2024年9月5日（星期四）\n';

describe('the date of a report without one', () => {
  it('comes from another report of the same event', async () => {
    const analyzer = await shippedAnalyzer();
    const report = analyzer.analyze('2024世界互聯網大會昨日在香港舉行，多位專家出席。');
    const date = borrowDate(report, [report, analyzer.analyze(release)]);
    assert.equal(date, '2024-09-06');
    const dated = analyzer.analyze('2024世界互聯網大會昨日在香港舉行，多位專家出席。', undefined, {
      date: '2024-09-06',
    });
    const value = dated.lines[0]?.mentions.find(({ type }) => type === 'DATE')?.value;
    assert.deepEqual([value?.norm, value?.basis], ['2024-09-05', 'related-document']);
  });

  it('is not taken from a report of another event, nor where the text has a date', async () => {
    const analyzer = await shippedAnalyzer();
    const other = analyzer.analyze('2023世界互聯網大會昨日在香港舉行，多位專家出席。');
    assert.equal(borrowDate(other, [other, analyzer.analyze(release)]), undefined);
    const dated = analyzer.analyze(`2024世界互聯網大會昨日在香港舉行。\n\n2024年9月8日\n`);
    assert.equal(borrowDate(dated, [analyzer.analyze(release)]), undefined);
  });
});
