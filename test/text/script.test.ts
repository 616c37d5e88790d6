import assert from 'node:assert/strict';
import { countScripts } from '../../server/src/text/script';
import { scriptTable } from '../support/tables';

describe('script count', () => {
  it('tells the scripts apart by characters that only one of them uses', () => {
    assert.deepEqual(countScripts('國家發展', scriptTable), { traditional: 2, simplified: 0, han: 4 });
    assert.deepEqual(countScripts('国家发展', scriptTable), { traditional: 0, simplified: 2, han: 4 });
  });

  it('counts characters that both scripts write in neither', () => {
    for (const char of '后干里台余系制于并著')
      assert.deepEqual(countScripts(char, scriptTable), { traditional: 0, simplified: 0, han: 1 }, char);
  });
});
