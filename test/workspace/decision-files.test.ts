import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDecisions } from '../../server/src/workspace/decision-reader';
import { addDecision, type NewDecision } from '../../server/src/workspace/decision-writer';

const keyOf = (name: string): string => name.replaceAll('貿', '贸').replaceAll('發', '发');
const faultsOf = (yaml: string): readonly string[] =>
  readDecisions(yaml).faults.map(({ kind, line, column }) => `${line}:${column} ${kind}`);

describe('the file of decisions', () => {
  it('is a list of blocks, one decision each', () => {
    const yaml = [
      '# our bodies',
      '- same:',
      '    - 香港貿易發展局',
      '    - 貿發局',
      '  type: ORGANISATION',
      '',
      '- apart: [王偉, 王伟民]',
      '  type: PERSON',
      '  in: 2023/*.txt',
      '',
      '- name: 香港貿發局',
      '  of: 貿發局',
      '  type: ORGANISATION',
      '',
    ].join('\n');
    assert.deepEqual(readDecisions(yaml), {
      faults: [],
      decisions: [
        { kind: 'same', names: ['香港貿易發展局', '貿發局'], type: 'ORGANISATION', line: 2 },
        { kind: 'apart', names: ['王偉', '王伟民'], type: 'PERSON', in: ['2023/*.txt'], line: 7 },
        { kind: 'name', name: '香港貿發局', of: '貿發局', type: 'ORGANISATION', line: 11 },
      ],
    });
    for (const empty of ['', '\n', '# nothing yet\n', '[]', 'null'])
      assert.deepEqual(readDecisions(empty), { decisions: [], faults: [] });
  });

  it('is faulted at the place of the error, and its other blocks hold', () => {
    assert.deepEqual(faultsOf('same: [甲, 乙]'), ['1:1 not-a-list']);
    assert.deepEqual(faultsOf('- 甲'), ['1:3 not-a-mapping']);
    assert.deepEqual(faultsOf('- type: PERSON'), ['1:3 one-decision']);
    assert.deepEqual(faultsOf('- same: [甲, 乙]\n  apart: [甲, 乙]\n  type: PERSON'), ['1:3 one-decision']);
    assert.deepEqual(faultsOf('- same: [甲, 乙]'), ['1:3 missing-key']);
    assert.deepEqual(faultsOf('- same: [甲, 乙]\n  type: RIVER'), ['2:9 wrong-value']);
    assert.deepEqual(faultsOf('- same: [甲, 乙]\n  type: MONEY'), ['2:9 wrong-value']);
    assert.deepEqual(faultsOf('- same: [甲, 乙]\n  type: PERSON\n  note: x'), ['3:3 unknown-key']);
    assert.deepEqual(faultsOf('- same: [甲]\n  type: PERSON'), ['1:9 too-few']);
    assert.deepEqual(faultsOf('- apart: [甲]\n  type: PERSON'), ['1:10 too-few']);
    assert.deepEqual(faultsOf('- apart: [甲, {}]\n  type: PERSON'), ['1:14 wrong-type', '1:10 too-few']);
    assert.deepEqual(faultsOf('- name: [甲]\n  of: 乙\n  type: PERSON'), ['1:9 wrong-type']);
    assert.match(faultsOf('- same: [甲, 乙\n')[0] ?? '', /syntax$/u);
    assert.match(faultsOf('- same: !!js/function "x"\n  type: PERSON')[0] ?? '', /^1:/u);
    const { decisions } = readDecisions('- same: [甲]\n  type: PERSON\n- same: [丙, 丁]\n  type: PERSON');
    assert.deepEqual(
      decisions.map(({ line }) => line),
      [3],
    );
  });

  it('may hold anything without harm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('- ', 'same: ', '[甲, 乙]', '\n', '  type: PERSON', '&a ', '*a', '{', '!!x ')),
        (parts) => {
          readDecisions(parts.join(''));
          addDecision(parts.join(''), same('甲', '丙'), keyOf);
        },
      ),
      { numRuns: 500 },
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    readDecisions('- __proto__: { polluted: true }\n');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

const same = (...names: string[]): NewDecision => ({ kind: 'same', type: 'ORGANISATION', names });
const apart = (...names: string[]): NewDecision => ({ kind: 'apart', type: 'ORGANISATION', names });

describe('a new decision', () => {
  it('begins the file', () => {
    assert.equal(
      addDecision('', same('甲局', '乙局'), keyOf),
      '- same:\n    - 甲局\n    - 乙局\n  type: ORGANISATION\n',
    );
  });

  it('goes where its first name belongs, and leaves every other line alone', () => {
    const file = [
      '# kept by the office',
      '',
      '# agreed in May',
      '- same: [丁局, 戊局] # flow',
      '  type: ORGANISATION',
      '',
      '- apart: [青局, 黃局]',
      '  type: ORGANISATION',
      '',
    ].join('\n');
    const added = addDecision(file, same('天局', '地局'), keyOf) ?? '';
    const block = '- same:\n    - 天局\n    - 地局\n  type: ORGANISATION\n\n';
    assert.equal(added.replace(block, ''), file);
    assert.ok(added.indexOf('丁局') < added.indexOf('天局') && added.indexOf('天局') < added.indexOf('青局'));
    assert.ok(added.includes('# agreed in May\n- same: [丁局'));
  });

  it('says nothing twice', () => {
    const file = addDecision('', same('貿發局', '甲局'), keyOf) ?? '';
    assert.equal(addDecision(file, same('甲局', '贸发局'), keyOf), undefined);
  });

  it('takes out what it contradicts', () => {
    const merged = addDecision('', same('甲局', '乙局'), keyOf) ?? '';
    assert.deepEqual(readDecisions(addDecision(merged, apart('甲局', '乙局'), keyOf) ?? '').decisions, [
      { ...apart('甲局', '乙局'), line: 1 },
    ]);
    const three = addDecision('', same('甲局', '乙局', '丙局'), keyOf) ?? '';
    assert.deepEqual(
      readDecisions(addDecision(three, apart('甲局', '乙局'), keyOf) ?? '').decisions.map(({ kind }) => kind),
      ['apart', 'same'],
    );
    const parted = addDecision('', apart('甲局', '乙局'), keyOf) ?? '';
    const { decisions } = readDecisions(addDecision(parted, same('乙局', '甲局'), keyOf) ?? '');
    assert.deepEqual(
      decisions.map(({ kind }) => kind),
      ['same'],
    );
  });

  it('of a name takes the place of the older name', () => {
    const name = (text: string): NewDecision => ({ kind: 'name', type: 'PERSON', name: text, of: '甲' });
    const once = addDecision('', name('甲某'), keyOf) ?? '';
    const twice = readDecisions(addDecision(once, name('甲先生'), keyOf) ?? '').decisions;
    assert.deepEqual(
      twice.map((decision) => decision.kind === 'name' && decision.name),
      ['甲先生'],
    );
  });

  it('is not written into a file that cannot be read, or is indented', () => {
    assert.equal(addDecision('- same: [', same('甲局', '乙局'), keyOf), undefined);
    assert.equal(addDecision('  - same: [丙, 丁]\n    type: PERSON\n', same('甲局', '乙局'), keyOf), undefined);
    assert.equal(addDecision('same: 1', same('甲局', '乙局'), keyOf), undefined);
  });

  it('keeps the line ends of the file', () => {
    const file = '- same: [丁局, 戊局]\r\n  type: ORGANISATION\r\n';
    const added = addDecision(file, same('天局', '地局'), keyOf) ?? '';
    assert.ok(added.startsWith(file));
    assert.doesNotMatch(added, /(?<!\r)\n/u);
  });

  it('merges in version control with one that another added elsewhere', () => {
    const base = ['甲局', '天局', '青局', '黃局'].reduce(
      (file, name) => addDecision(file, same(name, `${name}二`), keyOf) ?? '',
      '',
    );
    const ours = addDecision(base, same('乙局', '乙局二'), keyOf) ?? '';
    const theirs = addDecision(base, same('風局', '風局二'), keyOf) ?? '';
    const both = addDecision(ours, same('風局', '風局二'), keyOf);
    assert.equal(both, addDecision(theirs, same('乙局', '乙局二'), keyOf));
    const names = readDecisions(both ?? '').decisions.map((each) => (each.kind === 'same' ? each.names[0] : ''));
    assert.deepEqual(names, [...names].sort());
  });
});
