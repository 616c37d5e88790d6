import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText } from '../../server/src/text/fold';
import { makeView, repairedSource, toSource, toView } from '../../server/src/text/view';
import { viewTables } from '../support/tables';

const view = (line: string) => makeView(line, viewTables);

describe('view', () => {
  it('folds Traditional to Simplified without moving an offset', () => {
    const made = view('香港貿易發展局於２０２３年舉辦「展覽」');
    assert.equal(made.text, '香港贸易发展局于2023年举办“展览”');
    assert.equal(made.starts, undefined);
  });

  it('gives both scripts and their variants one key', () => {
    for (const [a, b] of [
      ['曾國衛', '曾國衞'],
      ['藉著', '藉着'],
      ['台灣', '臺灣'],
      ['裏面', '裡面'],
      ['山峯', '山峰'],
      ['遊説', '游说'],
    ] as const) {
      assert.equal(foldText(viewTables.fold, a), foldText(viewTables.fold, b));
    }
  });

  it('takes readings in brackets out and maps a span back with the reading inside', () => {
    const made = view('當(dāng)前位置：湖南長(zhǎng)沙');
    assert.equal(made.text, '当前位置:湖南长沙');
    const start = made.text.indexOf('长');
    assert.deepEqual(toSource(made, { start, end: start + 1 }), { start: 13, end: 21 });
    assert.equal(repairedSource(made, { start: start - 2, end: start + 2 }), '湖南長沙');
  });

  it('repairs the broken form in which the character itself was lost', () => {
    const made = view('湖南日?qǐng)?bào)記者');
    assert.equal(made.text, '湖南日报记者');
    assert.deepEqual(toSource(made, { start: 0, end: 4 }), { start: 0, end: 14 });
  });

  it('leaves English in brackets alone', () => {
    assert.equal(view('委員會(committee)決定').text, '委员会(committee)决定');
    assert.equal(view('人工智能(ai)發展').text, '人工智能(ai)发展');
  });

  it('takes a reading without tone mark only beside a toned one', () => {
    assert.equal(view('他們(men)說').text, '他们(men)说');
    assert.equal(view('他們(men)說(shuō)').text, '他们说');
  });

  it('accepts every string, and every view offset maps into the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const made = view(line);
        for (let at = 0; at <= made.text.length; at += 1) {
          const { start, end } = toSource(made, { start: at, end: at });
          assert.ok(start >= 0 && end <= line.length && start === end);
          if (at < made.text.length && made.starts === undefined) assert.equal(toView(made, start), at);
        }
      }),
    );
  });
});
