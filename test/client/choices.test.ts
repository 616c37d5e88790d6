import assert from 'node:assert/strict';
import { applyChoices, groupChoices } from '../../client/src/convert/choices';
import type { Conversion, ConversionChoice } from '../../server/src/features/protocol';

const text = '發展軟件之後，后妃與系統，林建岳。';
const choice = (why: ConversionChoice['why'], from: string, to: string, offset: number, ...alternatives: string[]) => ({
  why,
  from,
  to,
  offset,
  alternatives,
  range: { start: { line: 0, character: offset }, end: { line: 0, character: offset + from.length } },
});
const conversion: Conversion = {
  text,
  choices: [
    choice('ambiguous-character', '发', '發', 0, '髮'),
    choice('regional-wording', '软件', '軟件', 2, '軟體'),
    choice('ambiguous-character', '后', '後', 5, '后'),
    choice('ambiguous-character', '后', '后', 7, '後'),
    choice('regional-wording', '系统', '系統', 10, '體系'),
    choice('ambiguous-character', '系', '系', 10, '係', '繫'),
    choice('name-kept', '林建岳', '林建岳', 13, '林建嶽'),
  ],
};
const groups = groupChoices(conversion.choices);
const become = (...pairs: (readonly [from: string, to: string])[]): string =>
  applyChoices(
    conversion,
    new Map(groups.flatMap((group) => pairs.filter(([from]) => from === group.from).map(([, to]) => [group, to]))),
  );

describe('what could be converted otherwise', () => {
  it('stands together where it is the same: names, then words, then characters', () => {
    assert.deepEqual(
      groups.map(({ from, to, places }) => `${from}${to} ${places.length}`),
      ['林建岳林建岳 1', '软件軟件 1', '系统系統 1', '发發 1', '后後 1', '后后 1', '系系 1'],
    );
  });
  it('changes what was chosen and nothing else', () => {
    assert.equal(become(), text);
    assert.equal(become(['软件', '軟體']), '發展軟體之後，后妃與系統，林建岳。');
    assert.equal(become(['林建岳', '林建嶽'], ['发', '髮']), '髮展軟件之後，后妃與系統，林建嶽。');
  });
  it('takes the longer place where two overlap', () => {
    assert.equal(become(['系统', '體系'], ['系', '係']), '發展軟件之後，后妃與體系，林建岳。');
  });
});
