import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { makeFolder } from '../support/command';
import { LanguageClient, placeOf } from '../support/language-client';

const text = '該區應發揮幅射作用，推動經濟發展。\n';

describe('disabling a finding', () => {
  let folder: ReturnType<typeof makeFolder>;
  let client: LanguageClient;
  let home: string;
  beforeEach(async () => {
    folder = makeFolder({ 'news/甲.txt': text });
    home = pathToFileURL(folder.path).href;
    client = await LanguageClient.start({ folders: [home] });
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const actionsIn = async (uri: string): Promise<readonly CodeAction[]> =>
    client.of<CodeAction[]>('textDocument/codeAction', uri, {
      range: placeOf(text, '幅射'),
      context: { diagnostics: [] },
    });
  const titled = (actions: readonly CodeAction[], title: string): TextDocumentEdit | undefined => {
    const changes = actions.find((action) => action.title === title)?.edit?.documentChanges ?? [];
    return changes.at(-1) as TextDocumentEdit | undefined;
  };

  it('is a comment in Markdown', async () => {
    const uri = `${home}/a.md`;
    await client.open(uri, text, 'markdown');
    const actions = await actionsIn(uri);
    assert.deepEqual(titled(actions, 'Disable typo here')?.edits, [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        newText: '<!-- meipi-disable-next-line typo -->\n',
      },
    ]);
    assert.ok(titled(actions, 'Disable typo in this file') !== undefined);
  });

  it('is an entry of ignore.yaml elsewhere, which holds once it is saved', async () => {
    const uri = `${home}/news/${encodeURIComponent('甲')}.txt`;
    await client.open(uri, text);
    const edit = titled(await actionsIn(uri), 'Disable typo here');
    assert.equal(edit?.textDocument.uri, `${home}/.meipi/ignore.yaml`);
    const [entry] = edit.edits as { newText: string }[];
    assert.match(entry?.newText ?? '', /rule: typo\n {2}file: news\/甲\.txt\n {2}text: 幅射\n/u);

    mkdirSync(join(folder.path, '.meipi'));
    writeFileSync(join(folder.path, '.meipi/ignore.yaml'), entry?.newText ?? '');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${home}/.meipi/ignore.yaml`, type: 1 }],
    });
    const codes = async (): Promise<readonly string[]> => {
      const report = await client.of<{ items: { code: string }[] }>('textDocument/diagnostic', uri);
      return report.items.map(({ code }) => code);
    };
    for (let left = 50; left > 0 && (await codes()).includes('typo'); left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(await codes(), []);
  });

  it('links each diagnostic to the page of its rule', async () => {
    const uri = `${home}/b.txt`;
    await client.open(uri, text);
    const report = await client.of<{ items: { codeDescription?: { href: string } }[] }>('textDocument/diagnostic', uri);
    assert.match(report.items[0]?.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/typo\.md$/u);
  });
});
