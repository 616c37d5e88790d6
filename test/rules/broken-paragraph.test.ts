import assert from 'node:assert/strict';
import { applyFix } from '../support/fixes';
import { findingsOf } from '../support/findings';

const lead = '市政府上月公布就業支援方案，涵蓋培訓、補貼與貸款三個方面。\n\n';
const lines = (text: string): readonly number[] => findingsOf(text, 'broken-paragraph').map(({ line }) => line);

describe('broken-paragraph', () => {
  it('finds a paragraph that begins with what begins no sentence', () => {
    assert.deepEqual(lines(`${lead}各區已設立服務站協助求職者登記資料\n\n，並安排專人跟進個案。`), [2]);
    assert.deepEqual(lines(`${lead}各区已设立服务站协助求职者登记\n\n的资料，并安排专人跟进个案。`), [2]);
  });

  it('finds a line that ends with what ends no sentence', () => {
    assert.deepEqual(lines(`${lead}各區已設立服務站協助求職者登記資料和\n\n安排面試，並派專人跟進個案。`), [2]);
  });

  it('finds a sentence without a stop under a heading of its own', () => {
    const report = `# 就業報告\n\n## 培訓\n\n${lead}## 貸款\n\n中小企業去年都曾向銀行申請\n\n低息貸款的各類計劃，當中三成獲批，平均金額為二十萬元。`;
    assert.deepEqual(lines(report), [8]);
  });

  it('joins the two paragraphs', () => {
    const text = `${lead}各區已設立服務站協助求職者登記資料\n\n，並安排專人跟進個案。`;
    const [found] = findingsOf(text, 'broken-paragraph');
    assert.ok(applyFix(text, found?.finding.fixes[0]).endsWith('登記資料，並安排專人跟進個案。'));
  });

  it('spares headings, lists, titles over several lines and text of fixed width', () => {
    for (const text of [
      `關於支援中小企業和\n個體工商戶發展的意見\n\n${lead}`,
      `${lead}加強職業培訓\n\n培訓局將增設五個課程，名額共八百個。`,
      `${lead}- 培訓、補貼和\n- 貸款擔保。`,
      `${lead}各區設立的服務站將會協助求職者登記資料和\n安排面試並派專人跟進個案同時與僱主保持聯絡以便\n了解市場的需要並定期向當局提交報告及有關建議的\n文件供委員會審議。`,
    ])
      assert.deepEqual(lines(text), [], text);
  });
});
