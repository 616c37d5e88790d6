import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readWording, type Wording } from '../../server/src/rules/wording-data';
import type { HouseStyle } from '../../server/src/rules/types';
import { foldText } from '../../server/src/text/fold';
import { findingsOf, type Found } from '../support/findings';
import { applyFix } from '../support/fixes';
import { createDice, generateSimplifiedArticle } from '../support/generated-text';
import { viewTables } from '../support/tables';

const fold = (text: string): string => foldText(viewTables.fold, text);
const found = (text: string, houseStyle?: HouseStyle): readonly Found[] =>
  findingsOf(text, 'regional-wording', {
    settings: {
      severities: { 'regional-wording': 'info' },
      locale: 'en',
      ...(houseStyle === undefined ? {} : { houseStyle }),
    },
  });
/** `actual → expected` of each finding. */
const told = (text: string, houseStyle?: HouseStyle): readonly string[] =>
  found(text, houseStyle).map((each) => `${each.text} → ${each.finding.fixes[0]?.edits[0]?.text ?? ''}`);

const wordings = [...readWording(readFileSync('server/data/rules/regional.tsv', 'utf8'), fold).values()].flat();

describe('regional-wording', () => {
  it('tells of words of another place, in the script of the document', () => {
    assert.deepEqual(told('部門採購軟體，並以視頻會議討論。', 'hk'), ['軟體 → 軟件', '視頻會議 → 視像會議']);
    assert.deepEqual(told('部門採購軟件，旅客乘搭的士前往。', 'tw'), ['軟件 → 軟體', '的士 → 計程車']);
    assert.deepEqual(told('公司出產雷射儀器與貨櫃。', 'cn'), ['雷射 → 激光', '貨櫃 → 集裝箱']);
    assert.deepEqual(told('部门采购软体，旅客乘坐计程车前往。', 'cn'), ['软体 → 软件', '计程车 → 出租车']);
    assert.deepEqual(told('部门采购软件，旅客乘坐出租车前往。', 'hk'), ['出租车 → 的士']);
  });

  it('is silent without a house style, and off unless switched on', () => {
    const text = '部門採購軟體，旅客乘搭計程車前往。';
    assert.deepEqual(told(text), []);
    const settings = { severities: {}, locale: 'en', houseStyle: 'hk' } as const;
    assert.deepEqual(findingsOf(text, 'regional-wording', { settings }), []);
  });

  it('accepts every form of the style', () => {
    assert.deepEqual(told('資料庫與數據庫，流動電話與智能手機。', 'hk'), []);
    assert.deepEqual(told('品質與計畫，計劃與公共運輸，資訊安全。', 'tw'), []);
    assert.deepEqual(told('宽带网络与移动通信，信息技术。', 'cn'), []);
  });

  it('tells of the longest form only', () => {
    assert.deepEqual(told('發展網際網路。', 'hk'), ['網際網路 → 互聯網']);
    assert.deepEqual(told('召開視訊會議。', 'hk'), []);
  });

  it('spares words that mean something else too', () => {
    assert.deepEqual(told('天然氣管道的建設，戶口登記，避險情緒，年增長百分之五。', 'cn'), []);
    assert.deepEqual(told('灌溉渠道的維修，推動經濟高質量發展，軟體動物的研究。', 'tw'), []);
  });

  it('spares characters that only happen to stand together', () => {
    assert.deepEqual(told('确保出租车辆的安全，学期权利的规定。', 'hk'), []);
    assert.deepEqual(told('經營銷售業務，提高清潔能源的比例，根據預算法的規定。', 'tw'), []);
  });

  it('spares names and titles that hold such a word', () => {
    assert.deepEqual(told('工業和信息化部公布措施，並發表《軟件產業發展報告》。', 'tw'), []);
  });

  it('changes one place, or all that write the same', () => {
    const text = '採購軟體，更新軟體。';
    const [first] = found(text, 'hk');
    assert.equal(applyFix(text, first?.finding.fixes[0]), '採購軟件，更新軟體。');
    assert.equal(applyFix(text, first?.finding.fixes[1]), '採購軟件，更新軟件。');
    assert.ok(first?.finding.fixes.every(({ safe, preferred }) => !safe && !preferred));
  });

  it('finds nine in ten of the words that are put into a clean text, and nothing in the clean text', () => {
    const bare = wordings.filter(({ context }) => context.length === 0);
    for (const style of ['hk', 'tw', 'cn'] as const) {
      const chosen = bare.filter(({ better }) => better[style] !== undefined);
      let hits = 0;
      const missed: string[] = [];
      for (let number = 0; number < 60; number += 1) {
        const dice = createDice(number * 7919 + style.length);
        const text = generateSimplifiedArticle(dice).replaceAll('设备', '器材').replaceAll('社区', '街区');
        const clean = number < 5 ? told(text, style) : [];
        assert.deepEqual(clean, [], text);
        const wording = dice.pick(chosen);
        const wrong = `${text}会议谈到“${wording.form}”的内容。\n`;
        if (told(wrong, style).some((each) => each.startsWith(wording.form))) hits += 1;
        else missed.push(wording.form);
      }
      assert.ok(hits >= 54, `${style}: ${hits} of 60 found; missed: ${missed.join(' ')}`);
    }
  });
});

describe('the table of wordings', () => {
  const rows = readFileSync('server/data/rules/regional.tsv', 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'));

  it('holds at least 250 words', () => {
    assert.ok(rows.length - 1 >= 250);
    assert.equal(new Set(rows).size, rows.length);
  });

  it('offers nothing that the same style would tell of', () => {
    const byForm = new Map<string, Wording>(wordings.map((wording) => [wording.form, wording]));
    for (const { form, better } of wordings)
      for (const style of ['hk', 'tw', 'cn'] as const) {
        const expected = better[style];
        if (expected === undefined) continue;
        assert.notEqual(expected.simplified, form);
        assert.equal(byForm.get(expected.simplified)?.better[style], undefined, `${form} → ${expected.traditional}`);
      }
  });

  it('refuses a row without a form', () => {
    assert.throws(() => readWording('cn\thk\ttw\twith\tunless\n軟件\t\t軟體\n', fold), /hk has no form/u);
  });
});
