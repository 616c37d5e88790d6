import assert from 'node:assert/strict';
import { decodeText } from '../../server/src/workspace/encoding';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
/** 「香港的經濟發展，是我們的工作。」 in Big5 and 「香港的经济发展，是我们的工作。」 in GB18030. */
const big5 = bytes(
  0xad,
  0xbb,
  0xb4,
  0xe4,
  0xaa,
  0xba,
  0xb8,
  0x67,
  0xc0,
  0xd9,
  0xb5,
  0x6f,
  0xae,
  0x69,
  0xa1,
  0x41,
  0xac,
  0x4f,
  0xa7,
  0xda,
  0xad,
  0xcc,
  0xaa,
  0xba,
  0xa4,
  0x75,
  0xa7,
  0x40,
  0xa1,
  0x43,
);
const gb = bytes(
  0xcf,
  0xe3,
  0xb8,
  0xdb,
  0xb5,
  0xc4,
  0xbe,
  0xad,
  0xbc,
  0xc3,
  0xb7,
  0xa2,
  0xd5,
  0xb9,
  0xa3,
  0xac,
  0xca,
  0xc7,
  0xce,
  0xd2,
  0xc3,
  0xc7,
  0xb5,
  0xc4,
  0xb9,
  0xa4,
  0xd7,
  0xf7,
  0xa1,
  0xa3,
);

describe('encodings of files', () => {
  it('reads UTF-8 with and without a mark', () => {
    assert.deepEqual(decodeText(new TextEncoder().encode('香港')), { text: '香港', encoding: 'utf-8' });
    assert.deepEqual(decodeText(new TextEncoder().encode('\uFEFF香港')), { text: '香港', encoding: 'utf-8' });
  });
  it('reads UTF-16 by its mark', () => {
    assert.equal(decodeText(Buffer.from('\uFEFF香港', 'utf16le'))?.text, '香港');
    assert.equal(decodeText(Buffer.from('\uFEFF香港', 'utf16le').swap16())?.encoding, 'utf-16be');
  });
  it('reads UTF-16 without a mark by its zero bytes', () => {
    assert.equal(decodeText(Buffer.from('香港的 policy，是工作。', 'utf16le'))?.text, '香港的 policy，是工作。');
  });
  it('tells Big5 from GB18030 by which gives usual Chinese', () => {
    assert.deepEqual(decodeText(big5), { text: '香港的經濟發展，是我們的工作。', encoding: 'big5' });
    assert.deepEqual(decodeText(gb), { text: '香港的经济发展，是我们的工作。', encoding: 'gb18030' });
  });
  it('takes no picture for a text', () => {
    assert.equal(decodeText(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49)), undefined);
    assert.equal(decodeText(new TextEncoder().encode('a\0b')), undefined);
  });
  it('reads an empty file as an empty text', () => {
    assert.equal(decodeText(bytes())?.text, '');
  });
});
