import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readTypos } from '../../server/src/rules/typo-data';
import { foldText } from '../../server/src/text/fold';
import { findingsOf } from '../support/findings';
import { viewTables } from '../support/tables';

const found = (text: string): readonly string[] =>
  findingsOf(text, 'typo').map(({ severity, text: stretch, finding }) => {
    const after = finding.fixes[0]?.edits[0]?.text ?? '';
    return `${severity} ${stretch} → ${after}`;
  });

describe('typo', () => {
  it('finds characters that look or sound like the right one, in either script', () => {
    assert.deepEqual(found('该区域中心应发挥幅射带动作用，推动企业兼拼重组。'), [
      'warning 幅射 → 辐射',
      'warning 兼拼 → 兼并',
    ]);
    assert.deepEqual(found('區域中心應發揮幅射帶動作用，企業之間的竟爭日趨激烈。'), [
      'warning 幅射 → 輻射',
      'warning 竟爭 → 競爭',
    ]);
  });

  it('keeps the script and the characters that were right', () => {
    assert.deepEqual(found('領導千部應當再接再勵，確保書面答復按時送達。'), [
      'warning 領導千部 → 領導幹部',
      'warning 再接再勵 → 再接再厲',
    ]);
    assert.deepEqual(found('當地水利設施為抗早提供保障，河道千净。'), ['warning 抗早 → 抗旱', 'warning 千净 → 乾净']);
    assert.deepEqual(found('中心为老年人提供精神慰籍。'), ['warning 慰籍 → 慰藉']);
  });

  it('tells of looser forms as information', () => {
    assert.deepEqual(found('代表团充份肯定当地生产型服务业的发展。'), [
      'info 充份 → 充分',
      'info 生产型服务 → 生产性服务',
    ]);
  });

  it('leaves forms that are usual in Hong Kong and Taiwan to Traditional texts', () => {
    assert.deepEqual(found('大部份委員認為規劃可行，計劃分期推展。'), []);
    assert.deepEqual(found('大部份委员认为规划可行，计划分期推进。'), ['info 部份 → 部分']);
  });

  it('asks for the context in which alone a form is wrong', () => {
    assert.deepEqual(found('居民在網上拼購生鮮蔬果，享受優惠價格。'), []);
    assert.deepEqual(found('公司公布拼購計劃，將收購兩家同業的股權。'), ['warning 拼購 → 併購']);
  });

  it('spares right words that hold a wrong form by chance', () => {
    for (const text of [
      '湖南发挥一带一部的区位优势，扩大对外开放。',
      '财政部门补充份额，究竟争取多少资金尚待研究。',
      '周末来临，景区迎来客流高峰，规章制度正规化。',
      '妇联任命了新的干部，以经济建设为中心的方针不变。',
      '摄像头象征性地摆放着。',
      '重若千鈞的囑託，代工做好配套，文章顯示成果。',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('spares forms that two words make by chance', () => {
    assert.deepEqual(found('他只能向投訴警察課提供資料，行至主走廊與橫巷交界時，公會等代理人在場。'), []);
  });

  it('spares a form that the text speaks of, and names of persons', () => {
    assert.deepEqual(found('编辑提醒，“幅射”应写作“辐射”，记者须留意。'), []);
  });

  it('reads running text alone', () => {
    assert.deepEqual(found('首页\n新闻\n版权所有 幅射网络有限公司\n'), []);
  });
});

describe('typos.tsv', () => {
  const fold = (text: string): string => foldText(viewTables.fold, text);
  const content = readFileSync('server/data/rules/typos.tsv', 'utf8');
  const typos = [...readTypos(content, fold).values()].flat();

  it('holds several hundred pairs, each once', () => {
    assert.ok(typos.length >= 900, String(typos.length));
    assert.equal(new Set(typos.map(({ wrong }) => wrong)).size, typos.length);
  });

  it('has a Traditional form for each that folds to the right one', () => {
    for (const { right, traditional } of typos) assert.equal(fold(traditional), right);
  });

  it('never corrects into another typo', () => {
    const isTypo = (text: string): boolean =>
      typos.some(({ wrong, context }) => context.length === 0 && text.includes(wrong));
    assert.deepEqual(
      typos.filter(({ right }) => isTypo(right)).map(({ wrong }) => wrong),
      [],
    );
  });

  it('refuses rows that cannot work', () => {
    const read = (row: string) => () => readTypos(`wrong\tright\ttraditional\tlevel\twith\tunless\n${row}`, fold);
    assert.throws(read('幅射\t幅射\t幅射\twarning'), RangeError);
    assert.throws(read('幅射\t辐射\t輻射\tloud'), RangeError);
    assert.throws(read('幅射\t辐射\t輻射\twarning\t\t大幅度'), RangeError);
  });
});
