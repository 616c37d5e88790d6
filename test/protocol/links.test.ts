import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { DocumentLink, InlayHint } from 'vscode-languageserver';
import { makeFolder } from '../support/command';
import { LanguageClient } from '../support/language-client';

const main = `《夜間經濟發展方案》見附件1及附件二，詳情載於https://example.org/plan。
附件3未隨文發出，《未有之書》亦然。

附件二
執行時間表
`;

describe('links in a document', () => {
  const folder = makeFolder({
    'a.txt': main,
    '夜間經濟發展方案.txt': '香港特區政府公布方案全文，內容如下。\n',
    '附件１：名單.txt': '香港特區政府公布名單，內容如下。\n',
  });
  const home = pathToFileURL(folder.path).href;
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start({ folders: [home] });
    await client.open(`${home}/a.txt`, main);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('lead to addresses, titles that are files, and attachments in the document or beside it', async () => {
    let links: readonly DocumentLink[] = [];
    // The files are read in the background.
    for (let left = 100; left > 0 && links.length < 4; left -= 1) {
      links = await client.of<DocumentLink[]>('textDocument/documentLink', `${home}/a.txt`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const lines = main.split('\n');
    const shown = links.map(({ range: { start, end }, target = '' }) => {
      const words = (lines[start.line] ?? '').slice(start.character, end.character);
      return `${words} ${decodeURIComponent(target.replace(home, '').replace('https:', ''))}`;
    });
    assert.deepEqual(shown.sort(), [
      'https://example.org/plan //example.org/plan',
      '夜間經濟發展方案 /夜間經濟發展方案.txt',
      '附件1 /附件１：名單.txt',
      '附件二 /a.txt#L4',
    ]);
  });
});

describe('amounts in the text', () => {
  const text = '投資三千多億元。\n';
  const hints = async (settings: object): Promise<readonly string[]> => {
    const client = await LanguageClient.start({ settings: { meipi: settings } });
    const uri = 'file:///hints/a.policy.txt';
    await client.open(uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const found = await client.of<InlayHint[]>('textDocument/inlayHint', uri, { range });
    await client.stop();
    return found.map(({ label, position }) => `${position.character} ${label as string}`);
  };
  it('say what they come to, but only when that is wanted', async () => {
    assert.deepEqual(await hints({}), []);
    const [hint, ...more] = await hints({ inlayHints: { amounts: true } });
    assert.match(hint ?? '', /^7 more than \w{3} 300 billion$/u);
    assert.deepEqual(more, []);
  });
});
