import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexLines } from '../../server/src/text/lines';
import { changeLines } from '../../server/src/workspace/document';

/** Text in which line ends, halves of pairs and Han meet often. */
const piece = fc.string({
  unit: fc.constantFrom('\r', '\n', '\r\n', '港', 'a', '\ud842', '\udfb7', '𠮷', ' '),
  maxLength: 12,
});
const edit = fc.record({ start: fc.nat(40), length: fc.nat(10), text: piece });

describe('line index under changes', () => {
  it('equals indexing the final text, whatever the changes', () => {
    fc.assert(
      fc.property(piece, fc.array(edit, { maxLength: 12 }), (text, edits) => {
        let index = indexLines(text);
        for (const { start, length, text: inserted } of edits) {
          const from = Math.min(start, index.text.length);
          index = changeLines(index, { start: from, end: Math.min(from + length, index.text.length), text: inserted });
        }
        assert.deepEqual(index, indexLines(index.text));
      }),
      { numRuns: 2000 },
    );
  });

  it('joins a CR at the end of one line with an LF put before the next', () => {
    const index = changeLines(indexLines('一\r二'), { start: 2, end: 2, text: '\n' });
    assert.deepEqual(index.lines, ['一', '二']);
  });

  it('clamps changes that reach beyond the text', () => {
    const index = changeLines(indexLines('一'), { start: 5, end: 9, text: '二' });
    assert.deepEqual(index.lines, ['一二']);
  });
});
