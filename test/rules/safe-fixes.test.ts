import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixSafely } from '../../server/src/rules/safe-fixes';
import { findingsOf } from '../support/findings';
import { createDice, generateArticle, type Dice } from '../support/generated-text';

const fix = (text: string): string => fixSafely(text, (now) => findingsOf(now).map(({ finding }) => finding));
const han = (text: string): string => (text.normalize('NFKC').match(/\p{Script=Han}/gu) ?? []).join('');

/** Errors whose repair is beyond doubt: what each does to a text. */
const errors: readonly ((text: string, dice: Dice) => string)[] = [
  (text) => text.replaceAll('，', ','),
  (text, dice) => insert(text, dice.pick(['\u200b', '\u2060', '\ufeff', '\u200e']), dice),
  (text, dice) => insert(text, dice.pick(['(fā)', '(guó)', '(jīng)']), dice),
  (text) => text.replace('車', '\uf902').replace('人', '\u2f08'),
];

function insert(text: string, added: string, dice: Dice): string {
  const places = [...text.matchAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)].map(({ index }) => index);
  const at = dice.pick(places);
  return text.slice(0, at) + added + text.slice(at);
}

describe('safe fixes', () => {
  it('give the clean text back, whatever safe errors were put into it', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const dice = createDice(seed);
      const clean = generateArticle(dice);
      const chosen = dice.shuffle(errors).slice(0, 1 + dice.roll(errors.length));
      const wrong = chosen.reduce((text, error) => error(text, dice), clean);
      assert.notEqual(wrong, clean);
      assert.equal(fix(wrong), clean);
    }
  });

  it('change nothing in a clean text', () => {
    for (let seed = 100; seed < 130; seed += 1) {
      const clean = generateArticle(createDice(seed));
      assert.equal(fix(clean), clean);
    }
  });

  it('change nothing the second time, and no character that stands for a word', () => {
    const pieces = fc.constantFrom(
      ...[
        '幅射',
        '充份',
        '关于',
        '並',
        '后',
        '干',
        '(fā)',
        '日?qǐng)?bào)',
        '，',
        ',',
        ';',
        '。',
        '“一站式”',
        '「',
        '**',
      ],
      ...['\u00a0', '\u200b', '\u3000', '\uf9e1', '\ue2e5', '\n', '\r\n', '# ', '- ', '2023年6月26日(星期二)', '120%'],
      ...['當局公布措施', '部门推出服务', '12個合作領域', '附件一', '首頁', '版權所有', 'AI', '10:30', '😀', '\ud800'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const once = fix(text);
        assert.equal(fix(once), once);
        assert.equal(han(once), han(text));
      }),
      { numRuns: 150, seed: 20260601 },
    );
  });
});
