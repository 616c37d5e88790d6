import assert from 'node:assert/strict';
import { applyFix } from '../support/fixes';
import { findingsOf } from '../support/findings';

const fixed = (text: string): string =>
  findingsOf(text, 'invisible-character').reduce((now, { finding }) => {
    const [fix] = finding.fixes;
    return fix?.safe === true ? applyFix(now, fix) : now;
  }, text);

describe('invisible-character', () => {
  it('removes zero-width characters and marks of direction', () => {
    assert.equal(fixed('發展\u200b改革\u200b委員會'), '發展改革委員會');
    assert.equal(fixed('發展改革\u200e委員會'), '發展改革委員會');
  });

  it('puts the plain ideograph for compatibility forms and radicals', () => {
    assert.equal(fixed('\uf9e1先生與\uf90a女士出席，⼈數過半。'), '李先生與金女士出席，人數過半。');
  });

  it('tells of a kind once, of private-use characters each', () => {
    const found = findingsOf('\uf9e1先生與\uf90a女士\ue2e5出席\ue2e5會議\ue40c。', 'invisible-character');
    assert.deepEqual(
      found.map(({ severity, text }) => `${severity} ${text}`),
      ['info \uf9e1', 'warning \ue2e5', 'warning \ue40c'],
    );
    assert.deepEqual(found[1]?.finding.fixes, []);
  });

  it('finds lost characters', () => {
    assert.deepEqual(
      findingsOf('發展\ufffd革委員會今日開會。', 'invisible-character').map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('spares emoji, other scripts, selectors and ideographs without another form', () => {
    for (const text of ['家庭👨\u200d👩\u200d👧友善', '字型葛\udb40\udd00城', '髙﨑先生與塚田女士', 'نامه\u200cای'])
      assert.deepEqual(findingsOf(text, 'invisible-character'), [], text);
  });
});
