import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { readDecisions } from '../../server/src/workspace/decision-reader';

describe('the schema of decisions on entities', () => {
  const schema = JSON.parse(readFileSync('server/data/schemas/entities.json', 'utf8')) as object;
  const accepts = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);

  it('accepts what is read and refuses what is not', () => {
    for (const block of [
      '- same: [甲, 乙]\n  type: PERSON',
      '- apart: [甲, 乙, 丙]\n  type: PLACE\n  in: a.txt',
      '- apart: 甲\n  type: PLACE\n  in: [a.txt]',
      '- name: 甲\n  of: 乙\n  type: POLICY',
      '- same: [甲, 乙]\n  type: MONEY',
      '- same: [甲]\n  type: PERSON',
      '- same: [甲, 乙]',
      '- name: 甲\n  type: POLICY',
      '- same: [甲, 乙]\n  apart: [甲, 乙]\n  type: PERSON',
      '- same: [甲, 乙]\n  type: PERSON\n  note: 1',
      'same: [甲, 乙]',
    ])
      assert.equal(accepts(parse(block)), readDecisions(block).faults.length === 0, block);
  });
});
