import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseEncoding, createPositions } from '../../server/src/features/positions';
import { indexLines } from '../../server/src/text/lines';

const line = '一𠮷é👍z';

describe('columns', () => {
  it('count UTF-16 units by default', () => {
    assert.deepEqual(createPositions('utf-16').position(line, 3, 3), { line: 3, character: 3 });
  });
  it('count bytes where the client asks for UTF-8', () => {
    assert.deepEqual(createPositions('utf-8').range(line, 0, 1, 3), {
      start: { line: 0, character: 3 },
      end: { line: 0, character: 7 },
    });
  });
  it('count characters where the client asks for UTF-32', () => {
    assert.deepEqual(createPositions('utf-32').range(line, 0, 3, 6), {
      start: { line: 0, character: 2 },
      end: { line: 0, character: 4 },
    });
  });
  it('are clamped to the line and the document', () => {
    const positions = createPositions('utf-16');
    const index = indexLines('ab\nc');
    assert.deepEqual(positions.place(index, { line: 0, character: 99 }), { line: 0, unit: 2 });
    assert.deepEqual(positions.place(index, { line: 9, character: 0 }), { line: 1, unit: 1 });
    assert.equal(positions.offset(index, { line: 9, character: 5 }), 4);
  });
  it('never fall between the halves of a pair', () => {
    assert.deepEqual(createPositions('utf-16').place(indexLines('𠮷'), { line: 0, character: 1 }), {
      line: 0,
      unit: 0,
    });
  });
  it('come back from every encoding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('utf-8' as const, 'utf-16' as const, 'utf-32' as const),
        (text, encoding) => {
          const single = text.replace(/[\r\n]/gu, '');
          const positions = createPositions(encoding);
          const index = indexLines(single);
          let unit = 0;
          for (const character of single) {
            assert.deepEqual(positions.place(index, positions.position(single, 0, unit)), { line: 0, unit });
            unit += character.length;
          }
        },
      ),
    );
  });
  it('use the first encoding that both sides know', () => {
    assert.equal(chooseEncoding(['utf-7', 'utf-8', 'utf-16']), 'utf-8');
    assert.equal(chooseEncoding(undefined), 'utf-16');
  });
});
