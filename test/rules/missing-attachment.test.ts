import assert from 'node:assert/strict';
import { findingsOf } from '../support/findings';

const found = (text: string): readonly string[] => findingsOf(text, 'missing-attachment').map(({ text: name }) => name);

describe('missing-attachment', () => {
  it('finds references to what is not in the file, each once', () => {
    assert.deepEqual(found('協議內容見附件一。名單分別見附件二及附件三，詳見附件二。'), ['附件一', '附件二', '附件三']);
    assert.deepEqual(found('申请条件详见附件1，流程如附图2。'), ['附件1', '附图2']);
    assert.deepEqual(found('兩地簽署多項協議(附圖/短片)\n\n會議昨日舉行，雙方簽署協議。'), ['附圖']);
    assert.deepEqual(found('本年度招生名额分配（见附表）已经公布，请遵照执行。'), ['附表']);
  });

  it('spares attachments that follow or are listed', () => {
    assert.deepEqual(found('协议内容见附件1，请遵照执行。\n\n附件1\n\n合作协议全文如下。'), []);
    assert.deepEqual(found('协议内容见附件1。名单见附件2。\n\n附件：1.合作协议\n2.名单'), []);
  });

  it('spares the plain word', () => {
    assert.deepEqual(found('申請人填寫附件後交回本署，電郵附件不得超過五兆。'), []);
  });
});
