import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AnalyzedLine } from '../../server/src/analysis/types';
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
