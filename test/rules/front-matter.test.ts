import assert from 'node:assert/strict';
import { linesOfFrontMatter } from '../../server/src/rules/front-matter';
import { findingsOf } from '../support/findings';

const head = '---\ntitle: "當局公布計劃"\ntags:\n  - "经济"\n---\n';
const body = '\n當局公布新一輪就業支援措施，各区服務站協助求職者登記，並檢討成效。\n';

describe('front matter', () => {
  it('is passed over by all rules', () => {
    assert.deepEqual(
      findingsOf(head + body).map(({ rule, line }) => [rule, line]),
      [['mixed-script', 6]],
    );
  });

  it('stands at the very beginning and has an end', () => {
    const lines = (text: string) => text.split('\n').map((line) => ({ text: line }));
    assert.equal(linesOfFrontMatter(lines(head)), 5);
    for (const text of ['', `\n${head}`, '---\n甲\n乙\n', `---\n${'甲\n'.repeat(200)}---\n`])
      assert.equal(linesOfFrontMatter(lines(text)), 0, text.slice(0, 20));
  });
});
