import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AnalyzedLine } from '../../server/src/analysis/types';
import { rememberGroups } from '../../server/src/rules/groups';
import { rememberScan } from '../../server/src/rules/scan';
import { shippedAnalyzer } from '../support/analyzer';

describe('what rules remember of lines', () => {
  let linesOf: (text: string) => readonly AnalyzedLine[];
  let collectGarbage: () => void;
  let scanned: string[];
  let scan: ReturnType<typeof rememberScan<string>>;
  before(async () => {
    const analyzer = await shippedAnalyzer();
    linesOf = (text) => analyzer.analyze(text).lines;
    setFlagsFromString('--expose-gc');
    collectGarbage = runInNewContext('gc') as () => void;
  });
  beforeEach(() => {
    scanned = [];
    scan = rememberScan<string>(({ text }) => {
      scanned.push(text);
      return text.includes('甲') ? [text] : [];
    });
  });
  const seen = (lines: readonly AnalyzedLine[]): readonly string[] =>
    scan(lines).map(({ line, results }) => `${line} ${results.join()}`);

  it('looks at the changed lines alone and moves the others', () => {
    const first = linesOf('甲一\n乙\n甲二');
    const [one, two, three] = first as readonly [AnalyzedLine, AnalyzedLine, AnalyzedLine];
    assert.deepEqual(seen(first), ['0 甲一', '2 甲二']);
    scanned = [];
    const [added] = linesOf('甲三') as readonly [AnalyzedLine];
    assert.deepEqual(seen([one, two, added, three]), ['0 甲一', '2 甲三', '3 甲二']);
    assert.deepEqual(scanned, ['甲三']);
    assert.deepEqual(seen([two, three]), ['1 甲二']);
  });

  it('forgets what it saw in lines that are gone', async () => {
    let lines: readonly AnalyzedLine[] = linesOf('甲一\n甲二');
    assert.equal(seen(lines).length, 2);
    lines = [];
    await setImmediate();
    collectGarbage();
    assert.deepEqual(seen(linesOf('甲三\n乙')), ['0 甲三']);
  });
});

describe('what rules remember of lines in groups', () => {
  it('is what a fresh look gives, after any exchange, insertion and removal of lines', async () => {
    const analyzer = await shippedAnalyzer();
    const look = (): ReturnType<typeof rememberGroups<string>> =>
      rememberGroups(
        ({ text }) => [...text],
        (character) => character,
      );
    const remembered = look();
    const pool = ['甲乙', '乙丙乙', '', '丁', '甲', '丙丁甲乙'].map(
      (text) => analyzer.analyze(text).lines[0] as AnalyzedLine,
    );
    const flat = (groups: ReturnType<typeof remembered>): unknown => ({
      all: [...groups.all].map(([key, group]) => [key, group.map(({ line, at }) => [line, at])]).sort(),
      repeated: [...groups.repeated.keys()].sort(),
    });
    let lines: readonly AnalyzedLine[] = [];
    let state = 7;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 300; round += 1) {
      const at = next(lines.length + 1);
      const removed = next(3);
      const inserted = Array.from(
        { length: round % 2 === 0 ? removed : next(3) },
        () => pool[next(pool.length)] as AnalyzedLine,
      );
      lines = [...lines.slice(0, at), ...inserted, ...lines.slice(at + removed)];
      assert.deepEqual(flat(remembered(lines)), flat(look()(lines)), `round ${round}`);
    }
  });

  it('leaves a group as it is that an edit does not touch', async () => {
    const analyzer = await shippedAnalyzer();
    const groups = rememberGroups<string>(
      ({ text }) => [...text],
      (character) => character,
    );
    const [one, two, three] = analyzer.analyze('甲\n乙\n甲乙').lines as readonly [
      AnalyzedLine,
      AnalyzedLine,
      AnalyzedLine,
    ];
    const before = groups([one, two, three]).all.get('甲');
    const after = groups([one, one, three]);
    assert.notEqual(after.all.get('甲'), before);
    assert.equal(after.all.get('乙')?.length, 1);
    const again = groups([one, two, three]).all.get('甲');
    assert.equal(groups([one, three, three]).all.get('甲')?.length, 3);
    assert.deepEqual(
      again?.map(({ line }) => line),
      [0, 2],
    );
  });
});
