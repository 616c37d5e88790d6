import assert from 'node:assert/strict';
import { quoteAt } from '../../server/src/rules/exceptions';
import { exceptionsFor, readConfig, readExceptions, writeException } from '../../server/src/workspace/exceptions';
import { findingsOf } from '../support/findings';
import { shippedAnalyzer } from '../support/analyzer';

const slip = '該區應發揮幅射作用，推動經濟發展。';
const found = (text: string, more = {}): readonly string[] =>
  findingsOf(text, 'typo', more).map(({ line, text: form }) => `${line} ${form}`);

describe('exceptions', () => {
  it('silences the next line, or the file, by a comment', () => {
    assert.deepEqual(found(`<!-- meipi-disable-next-line typo -->\n${slip}\n${slip}`), ['2 幅射']);
    assert.deepEqual(found(`${slip}\n\n<!-- meipi-disable typo whitespace -->`), []);
    assert.deepEqual(found(`<!-- meipi-disable-next-line -->\n${slip}`), []);
  });

  it('leaves other rules alone', () => {
    assert.deepEqual(found(`<!-- meipi-disable whitespace -->\n${slip}`), ['1 幅射']);
    assert.deepEqual(found(`<!-- meipi-disabled typo -->\n${slip}`), ['1 幅射']);
  });

  it('does not take its own comment for boilerplate', () => {
    assert.deepEqual(findingsOf(`<!-- meipi-disable typo -->\n${slip}`, 'boilerplate'), []);
  });

  it('finds a place again by its text and one of its sides', async () => {
    const analysis = (await shippedAnalyzer()).analyze(slip);
    const at = slip.indexOf('幅射');
    const exceptions = [{ rule: 'typo', ...quoteAt(analysis, { line: 0, start: at, end: at + 2 }) }];
    assert.deepEqual(found(slip, { exceptions }), []);
    assert.deepEqual(found(`導言。\n\n這個${slip}`, { exceptions }), []);
    assert.deepEqual(found(slip.replace('推動經濟', '帶動地區'), { exceptions }), []);
    assert.deepEqual(found('醫院添置幅射設備。', { exceptions }), ['0 幅射']);
  });

  it('holds in the file that it names', () => {
    const list = [{ rule: 'typo', file: 'news/a.txt' }, { rule: 'whitespace' }];
    assert.equal(exceptionsFor(list, 'news/a.txt').length, 2);
    assert.deepEqual(exceptionsFor(list, 'b.txt'), [{ rule: 'whitespace' }]);
    assert.deepEqual(found(slip, { exceptions: exceptionsFor(list, 'news/a.txt') }), []);
  });
});

describe('ignore.yaml and config.yaml', () => {
  it('reads what it writes', () => {
    const exception = { rule: 'typo', file: '報告 1.txt', text: '“幅射”', before: '- 甲: ', after: '#' };
    assert.deepEqual(readExceptions(writeException(exception)).exceptions, [exception]);
  });

  it('keeps good entries and names what is wrong', () => {
    const { exceptions, fault } = readExceptions('- rule: typo\n- file: a.txt\n- rule: [x]\n');
    assert.deepEqual(exceptions, [{ rule: 'typo' }]);
    assert.match(fault ?? '', /entry 2/u);
    assert.match(readExceptions('rule: typo').fault ?? '', /list/u);
    assert.notEqual(readExceptions('- [').fault, undefined);
    assert.deepEqual(readExceptions(''), { exceptions: [] });
  });

  it('takes off for a word', () => {
    assert.deepEqual(readConfig('rules:\n  typo: off\n').settings, { rules: { typo: 'off' } });
    assert.notEqual(readConfig('- typo').fault, undefined);
  });
});
