import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'count-mismatch').map((each) => each.text);
const names = ['稳定就业', '扩大投资', '保障供应', '防范风险', '改善民生', '培养人才'];
/** Headings 一、 … with text between them. */
const headings = (count: number, mark = (number: string) => `${number}、`): string =>
  names
    .slice(0, count)
    .map((name, at) => `${mark('一二三四五六'.charAt(at))}${name}\n\n各地按照要求落实责任，确保完成。\n`)
    .join('\n');

describe('count-mismatch under a count', () => {
  it('counts headings with text between them', () => {
    assert.deepEqual(found(`要从以下五个方面做好工作。\n\n${headings(4)}`), ['五个方面']);
    assert.deepEqual(found(`今年重点抓好五个方面工作：\n\n${headings(6)}`), ['五个方面工作']);
    assert.deepEqual(found(`提出四点建议。\n\n${headings(5, (number) => `（${number}）`)}`), ['四点建议']);
    assert.deepEqual(found(`以下五项任务：\n\n${headings(4, (number) => `## ${number}、`)}`), ['五项任务']);
  });
  it('counts items within a paragraph', () => {
    assert.deepEqual(found('抓好四项工作：一是稳定就业；二是扩大投资；三是保障供应。'), ['四项工作']);
    assert.deepEqual(found('就此提出兩點建議。第一，穩定就業。第二，擴大投資。第三，保障供應。'), ['兩點建議']);
    assert.deepEqual(found('主要有三个特点：（1）增长较快；（2）结构优化。'), ['三个特点']);
  });
  it('counts paragraphs that begin with their number', () => {
    assert.deepEqual(found('做好三个方面工作。\n一是稳定就业。\n二是扩大投资。\n三是保障供应。\n四是防范风险。\n'), [
      '三个方面工作',
    ]);
  });
  it('counts the items of one level, whatever lists stand inside them', () => {
    const nested = headings(5).replaceAll('确保完成。', '做好两项工作：1.落实责任；2.按期完成。');
    assert.deepEqual(found(`要从以下五个方面做好工作。\n\n${nested}`), []);
    assert.deepEqual(found(`要从以下四个方面做好工作。\n\n${nested}`), ['四个方面']);
    assert.deepEqual(
      found(`一、总体要求\n\n做好三项工作：\n\n（一）稳定就业\n\n（二）扩大投资\n\n二、组织实施\n\n各地抓好落实。\n`),
      ['三项工作'],
    );
  });
  it('counts bullets as far as nothing stands between them', () => {
    const bullets = '- 稳定就业\n  - 开展培训\n  - 发放补贴\n\n- 扩大投资\n- 保障供应\n';
    assert.deepEqual(found(`要做好以下三项工作：\n\n${bullets}\n此外，各地还要注意：\n\n- 落实责任\n- 按期完成\n`), []);
    assert.deepEqual(found(`要做好以下四项工作：\n\n${bullets}\n各地还要注意：\n\n- 落实责任\n- 按期完成\n`), [
      '四项工作',
    ]);
    assert.deepEqual(found('要做好以下两项工作：\n\n1. 就业\n   1. 培训\n   2. 补贴\n2. 投资\n'), []);
  });
  it('spares what agrees, on either of two levels', () => {
    for (const text of [
      `要从以下五个方面做好工作。\n\n${headings(5)}`,
      '抓好三项工作：一是稳定就业；二是扩大投资；三是保障供应。',
      `提出四个方面二十项措施。\n\n${headings(4)}`,
      '共有五条措施：\n\n一、就业\n（一）稳定岗位\n（二）培训\n二、投资\n（三）扩大规模\n（四）加快进度\n（五）优化结构\n',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('spares counts of something else, last items without a number, and excerpts', () => {
    for (const text of [
      '代表们来自三个地区，围绕如何做好工作展开了讨论，会议认为：一是稳定就业；二是扩大投资。',
      '整顿期为一个月至三个月：\n\n（一）未登记的；\n（二）未报告的。\n',
      '依照第五百零四条等规定处理：\n\n（一）未登记的；\n（二）未报告的。\n',
      '四名代表来自两个地区，包括陈志明、林建国、王德荣、周文斌。',
      '第三个方面：一是稳定就业；二是扩大投资。',
      '提出三点建议：一是稳定就业；二是扩大投资。此外，还要保障供应。',
      `# 工作报告（节选）\n\n重点抓好八个方面工作。\n\n${headings(5)}`,
      `重点抓好八个方面工作。\n\n${headings(3)}`,
    ])
      assert.deepEqual(found(text), [], text);
  });
});
