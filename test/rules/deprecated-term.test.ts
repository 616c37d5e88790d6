import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const terms = [
  { form: '澳珠合作', status: 'deprecated', preferred: '珠澳合作' },
  { form: '互联网+', status: 'deprecated' },
] as const;
const found = (text: string): readonly string[] =>
  findingsOf(text, 'deprecated-term', { terms }).map(({ text: stretch }) => stretch);

describe('deprecated-term', () => {
  it('finds forms that the glossary deprecates, in either script, with the form to write instead', () => {
    const [finding] = findingsOf('兩地推進澳珠合作的發展。', 'deprecated-term', { terms });
    assert.equal(finding?.text, '澳珠合作');
    assert.equal(finding.finding.fixes[0]?.edits[0]?.text, '珠澳合作');
    assert.deepEqual(found('推動「互聯網+」的發展。'), ['互聯網+']);
  });

  it('is silent about other words, and without a glossary', () => {
    assert.deepEqual(found('兩地推進珠澳合作的發展。'), []);
    assert.deepEqual(findingsOf('兩地推進澳珠合作的發展。', 'deprecated-term'), []);
  });
});
