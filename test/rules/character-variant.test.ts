import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readVariants } from '../../server/src/rules/variant-data';
import type { HouseStyle } from '../../server/src/rules/types';
import { foldText } from '../../server/src/text/fold';
import { findingsOf, type Found } from '../support/findings';
import { applyFix } from '../support/fixes';
import { viewTables } from '../support/tables';

const found = (text: string, houseStyle?: HouseStyle): readonly Found[] =>
  findingsOf(text, 'character-variant', {
    settings: { severities: {}, locale: 'en', ...(houseStyle === undefined ? {} : { houseStyle }) },
  });
const wordsOf = (text: string, houseStyle?: HouseStyle): readonly string[] =>
  found(text, houseStyle).map((each) => each.text);

describe('character-variant and the two forms of 台', () => {
  it('finds 臺灣 beside 台灣 in one text', () => {
    assert.deepEqual(wordsOf('台灣與香港的貿易，台商的投資，以及臺灣的農產品。'), ['臺']);
  });

  it('does not compare 台灣 with 舞臺, nor 平台 with 臺北', () => {
    assert.deepEqual(wordsOf('臺北與臺南的市民使用這個平台，並登上舞台。'), []);
  });

  it('spares 台州, 天台 and what is counted', () => {
    for (const style of ['hk', 'tw', 'cn'] as const)
      assert.deepEqual(wordsOf('浙江台州的企業在天台種植，購買一台機器。', style), [], style);
  });

  it('spares the names of bodies whatever the style', () => {
    assert.deepEqual(wordsOf('國立臺灣大學的教授訪問香港，發表演說。', 'hk'), []);
  });

  it('follows Taiwan and Hong Kong', () => {
    assert.deepEqual(wordsOf('台灣的農產品，以及數碼平台的發展。', 'tw'), ['台', '台']);
    assert.deepEqual(wordsOf('臺灣的農產品，以及數碼平臺的發展。', 'hk'), ['臺', '臺']);
    assert.deepEqual(wordsOf('臺灣的農產品，以及數碼平台的發展。', 'cn'), []);
  });
});

describe('character-variant with a house style', () => {
  it('tells of the other form although the text is all of a piece', () => {
    const text = '隨著經濟發展，村裡的學校藉著機會改善公共衛生。';
    assert.deepEqual(wordsOf(text), []);
    assert.deepEqual(new Set(wordsOf(text, 'hk')), new Set(['著', '裡', '衛']));
    assert.deepEqual(wordsOf(text, 'tw'), []);
    assert.deepEqual(new Set(wordsOf(text, 'cn')), new Set(['著', '裡']));
  });

  it('leaves forms alone that the style accepts both, unless they stand side by side', () => {
    assert.deepEqual(wordsOf('高峰論壇的社群路線。', 'hk'), []);
    assert.deepEqual(wordsOf('高峯論壇的社羣路綫。', 'hk'), []);
    assert.deepEqual(wordsOf('高峰時段，高峰論壇，登上高峯。', 'hk'), ['峯']);
    assert.deepEqual(wordsOf('高峯時段的社羣路綫。', 'tw').length, 3);
  });

  it('says which style it goes by', () => {
    assert.match(found('隨著經濟發展。', 'hk')[0]?.finding.message ?? '', /HK writes “着”/u);
  });

  it('changes all places of one kind in one action, and one place in another', () => {
    const text = '隨著經濟發展，市民藉著機會\n談到有著優勢的港口。';
    const [finding] = found(text, 'hk');
    assert.equal(finding?.finding.fixes.length, 2);
    assert.equal(applyFix(text, finding.finding.fixes[0]), text.replaceAll('著', '着'));
    assert.equal(applyFix(text, finding.finding.fixes[1]), text.replace('著', '着'));
    assert.ok(finding.finding.fixes.every(({ safe }) => !safe));
  });

  it('keeps 著名, the names of persons, and Simplified texts', () => {
    assert.deepEqual(wordsOf('著名作家的原著，成效顯著。', 'hk'), []);
    assert.deepEqual(wordsOf('局長張衛民主持會議，張衛民致辭。', 'hk'), []);
    assert.deepEqual(wordsOf('随着经济发展，家里的长者。', 'tw'), []);
  });
});

describe('the table of variants', () => {
  const fold = (text: string): string => foldText(viewTables.fold, text);

  it('holds two forms of one character in each row', () => {
    assert.ok(readVariants(readFileSync('server/data/rules/variants.tsv', 'utf8'), fold).length >= 20);
  });

  it('refuses rows that cannot work', () => {
    const head = 'first\tsecond\thk\ttw\tcn\tnames\tonly\tspared\n';
    assert.throws(() => readVariants(`${head}衞\t峰\n`, fold), /no two forms/u);
    assert.throws(() => readVariants(`${head}衞\t衛\t峰\n`, fold), /neither/u);
    assert.throws(() => readVariants(`${head}衞\t衛\t衞\t衛\t\t\t\t高峰\n`, fold), /without it/u);
  });
});
