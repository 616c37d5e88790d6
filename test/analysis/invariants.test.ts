import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/analysis/types';
import { shippedAnalyzer } from '../support/analyzer';

const pieces = [
  '香港',
  '浙江省委書記',
  '易煉紅',
  '2023年6月26日',
  '逾60億元',
  '、',
  '，',
  '。',
  '\n',
  '\r\n',
  '\r',
  '《',
  '》',
  '「',
  '」',
  '(',
  ')',
  '𠮷',
  '\ud842',
  'A',
  '三個範疇',
  '當(dāng)',
  ' ',
  '\u00a0',
  '',
  '會',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** What can be seen of an analysis. */
function visible(analysis: Analysis): unknown {
  return [
    analysis.profile,
    analysis.sections,
    analysis.lines.map(({ text: line, kind, mentions }) => [line, kind, mentions]),
  ];
}

function checkSpans(analysis: Analysis): void {
  for (const line of analysis.lines) {
    let reached = 0;
    for (const mention of line.mentions) {
      assert.ok(mention.start >= reached && mention.end > mention.start && mention.end <= line.text.length);
      assert.equal(line.text.slice(mention.start, mention.end), mention.surface);
      assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(mention.surface));
      reached = mention.end;
    }
  }
}

describe('analysis', () => {
  it('gives flat, sorted spans within their line for any text', async () => {
    const analyzer = await shippedAnalyzer();
    fc.assert(
      fc.property(text, (each) => {
        checkSpans(analyzer.analyze(each));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after any edits as of the final text opened anew', async () => {
    const analyzer = await shippedAnalyzer();
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (versions) => {
        let analysis: Analysis | undefined;
        for (const version of versions) analysis = analyzer.analyze(version, analysis);
        assert.deepEqual(visible(analysis as Analysis), visible(analyzer.analyze(versions.at(-1) ?? '')));
      }),
      { numRuns: 60 },
    );
  });

  it('of a seed under edits in its middle equals a fresh one', async () => {
    const analyzer = await shippedAnalyzer();
    for (const name of readdirSync('seeds')) {
      const seed = readFileSync(`seeds/${name}`, 'utf8');
      let analysis = analyzer.analyze(seed);
      for (const insert of ['王小明', '（下稱「小王」）', '\n\n', '香港貿發局']) {
        const middle = Math.floor(seed.length / 2);
        const edited = seed.slice(0, middle) + insert + seed.slice(middle);
        analysis = analyzer.analyze(edited, analysis);
        assert.deepEqual(visible(analysis), visible(analyzer.analyze(edited)), name);
      }
    }
  });

  it('reads no more than the touched line again', async () => {
    const analyzer = await shippedAnalyzer();
    const lines = Array.from({ length: 400 }, (_, at) => `第${at}段記述當日天氣晴朗，街上行人甚多。`);
    let analysis = analyzer.analyze(lines.join('\n'));
    const before = { ...analyzer.work };
    lines[200] = '第二百段記述當日有雨。';
    analysis = analyzer.analyze(lines.join('\n'), analysis);
    assert.equal(analysis.lines.length, 400);
    assert.equal(analyzer.work.read - before.read, 1);
    assert.ok(analyzer.work.settled - before.settled <= 2);
  });
});
