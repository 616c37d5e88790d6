import assert from 'node:assert/strict';
import type { CompletionList, InlayHint } from 'vscode-languageserver';
import { LanguageClient } from '../support/language-client';

const uri = 'file:///written.policy.txt';

describe('help while writing', () => {
  let client: LanguageClient;
  afterEach(() => client.stop());
  const offered = async (text: string): Promise<readonly string[]> => {
    await client.open(uri, text);
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('|'));
    const character = (lines[line] ?? '').indexOf('|');
    await client.change(uri, [
      { range: { start: { line, character }, end: { line, character: character + 1 } }, text: '' },
    ]);
    // Readings are worked out within a budget of time: an editor asks again at the next key, as the answer bids it.
    let labels: readonly string[] = [];
    for (let left = 10; left > 0 && labels.length === 0; left -= 1) {
      const found = await client.at<CompletionList>('textDocument/completion', uri, { line, character });
      labels = found.items.map(({ label }) => label);
    }
    return labels;
  };

  it('finds a term by initials, full pinyin and Jyutping, in the script of a Traditional document', async () => {
    client = await LanguageClient.start();
    for (const typed of ['yglz', 'yiguoliangzhi', 'jatgwokloengzai'])
      assert.ok((await offered(`香港與內地簽署協議，推動經濟發展。「${typed}|」\n`)).includes('一國兩制'), typed);
  });

  it('and of a Simplified one', async () => {
    client = await LanguageClient.start();
    assert.ok((await offered('香港与内地签署协议，推动经济发展。“yglz|”\n')).includes('一国两制'));
  });

  it('tells what an amount is beside it, only when that is asked for', async () => {
    client = await LanguageClient.start({ settings: { meipi: { inlayHints: { amounts: true } } } });
    await client.open(uri, '項目總投資三千多億元。\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const [hint] = await client.of<InlayHint[]>('textDocument/inlayHint', uri, { range });
    assert.match(JSON.stringify(hint?.label ?? ''), /300/u);
  });
});
