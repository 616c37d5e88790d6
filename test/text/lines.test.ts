import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexLines, lineAt } from '../../server/src/text/lines';

describe('line index', () => {
  it('cuts at LF, CRLF and a lone CR as the protocol does', () => {
    const index = indexLines('一\n二\r\n三\r四');
    assert.deepEqual(index.lines, ['一', '二', '三', '四']);
    assert.deepEqual(index.starts, [0, 2, 5, 7]);
  });

  it('gives an empty text one empty line', () => {
    assert.deepEqual(indexLines('').lines, ['']);
  });

  it('does not cut at Unicode separators, which editors keep inside a line', () => {
    assert.equal(indexLines('一\u2028二\u0085三').lines.length, 1);
  });

  it('finds for every offset the line that holds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\n', '\r', '字', 'a', '𠮷') }), (text) => {
        const index = indexLines(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const line = lineAt(index, offset);
          assert.ok((index.starts[line] ?? 0) <= offset);
          assert.ok(offset < (index.starts[line + 1] ?? Infinity));
        }
      }),
    );
  });
});
