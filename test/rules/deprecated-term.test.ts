import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const terms = [
  { form: '澳珠合作', status: 'deprecated', preferred: '珠澳合作' },
  { form: '互联网+', status: 'deprecated' },
  { form: '残废人士', status: 'forbidden', preferred: '殘疾人士' },
  { form: '珠港澳合作区', status: 'forbidden' },
  { form: '港澳合作', status: 'deprecated' },
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

describe('forbidden-term', () => {
  const forbidden = (text: string): readonly string[] =>
    findingsOf(text, 'forbidden-term', { terms }).map(({ text: stretch }) => stretch);

  it('finds forms that the glossary does not allow, apart from those that it has given up', () => {
    const [finding] = findingsOf('為殘廢人士提供服務。', 'forbidden-term', { terms });
    assert.equal(finding?.text, '殘廢人士');
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.finding.fixes[0]?.edits[0]?.text, '殘疾人士');
    assert.equal(finding.finding.fixes[0].safe, false);
    assert.deepEqual(found('為殘廢人士提供服務。'), []);
  });

  it('tells of the longest form only, whatever its status', () => {
    assert.deepEqual(forbidden('珠港澳合作區今日啟用。'), ['珠港澳合作區']);
    assert.deepEqual(found('珠港澳合作區今日啟用。'), []);
    assert.deepEqual(found('深化港澳合作。'), ['港澳合作']);
  });

  it('is silent about other words, and without a glossary', () => {
    assert.deepEqual(forbidden('為殘疾人士提供服務。'), []);
    assert.deepEqual(findingsOf('為殘廢人士提供服務。', 'forbidden-term'), []);
  });
});
