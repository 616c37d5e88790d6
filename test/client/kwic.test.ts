import assert from 'node:assert/strict';
import { writeCsv, writeTabbed } from '../../client/src/views/csv';
import { alignMention, plain } from '../../client/src/views/kwic';

const columns = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/[\u0020-\u02ff\u2002]/u.test(each) ? 1 : 2), 0);

describe('mentions in context', () => {
  it('begin at the same column, whatever stands before them', () => {
    for (const before of ['', '昨日', '在2023年6月', 'A', '由浙江省委書記、省人大常委會主任', '𠮷𠮷']) {
      const { label, start, end } = alignMention({ before, surface: '易煉紅', after: '說' });
      assert.equal(label.slice(start, end), '易煉紅');
      assert.equal(columns(label.slice(0, start)), 16, before);
    }
  });

  it('say with an ellipsis that something went', () => {
    assert.match(
      alignMention({ before: '一二三四五六七八九十', surface: '港', after: '' }).label,
      /^…四五六七八九十港$/u,
    );
    assert.equal(alignMention({ before: '一二三四五六七八', surface: '港', after: '' }).label, '一二三四五六七八港');
  });

  it('hold no control characters and none that turn the direction of writing', () => {
    assert.equal(plain('香\u0000港\u202e東\t西'), '香 港 東 西');
    const { label, start, end } = alignMention({ before: '\u0007', surface: '廣\u200f東', after: '' });
    assert.equal(label.slice(start, end), '廣 東');
  });
});

describe('amounts for a spreadsheet', () => {
  const rows = [
    ['值', '=1+1', '"引,號"'],
    ['-5', '@a', '行\n末'],
  ];

  it('are CSV that it reads as UTF-8, with no cell that it would run', () => {
    assert.equal(writeCsv(rows), '\uFEFF值,\'=1+1,"""引,號"""\r\n-5,\'@a,"行\n末"\r\n');
  });

  it('are pasted one to a cell', () => {
    assert.equal(writeTabbed(rows), `值\t'=1+1\t"""引,號"""\n-5\t'@a\t行 末`);
  });
});
