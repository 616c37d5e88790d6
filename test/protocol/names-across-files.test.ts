import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { makeFolder } from '../support/command';
import { editorCapabilities, LanguageClient } from '../support/language-client';

const closed = '政制及內地事務局局長曾國衞出席會議，曾國衞致辭。\n';
const open = '會議今日在香港舉行。\n政制及內地事務局局長曾國衛到場，曾國衛發言。\n';

describe('names spelt otherwise in a file that is not open', () => {
  let folder: ReturnType<typeof makeFolder>;
  let client: LanguageClient;
  let home: string;
  beforeEach(async () => {
    folder = makeFolder({ 'news/甲.txt': closed });
    home = pathToFileURL(folder.path).href;
    client = await LanguageClient.start({
      folders: [home],
      capabilities: {
        ...editorCapabilities,
        workspace: { ...editorCapabilities.workspace, diagnostics: { refreshSupport: true } },
      },
    });
    await client.open(`${home}/b.txt`, open);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });
  const variants = async (): Promise<readonly Diagnostic[]> => {
    const report = await client.of<{ items: Diagnostic[] }>('textDocument/diagnostic', `${home}/b.txt`);
    return report.items.filter(({ code }) => code === 'name-variant');
  };
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (let left = 150; left > 0 && !(await isDone()); left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('are told of when the index has read it, with the place there', async () => {
    await until(async () => (await variants()).length > 0);
    const [variant] = await variants();
    assert.equal(variant?.range.start.line, 1);
    const [related] = variant.relatedInformation ?? [];
    assert.equal(related?.location.uri, `${home}/news/${encodeURIComponent('甲')}.txt`);
    const at = closed.indexOf('曾國衞');
    assert.deepEqual(related.location.range, {
      start: { line: 0, character: at },
      end: { line: 0, character: at + 3 },
    });
    assert.ok(client.refreshes.includes('workspace/diagnostic/refresh'));
  });

  it('are no longer told of when it is gone', async () => {
    await until(async () => (await variants()).length > 0);
    rmSync(join(folder.path, 'news/甲.txt'));
    const uri = `${home}/news/${encodeURIComponent('甲')}.txt`;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    await until(async () => (await variants()).length === 0);
    assert.deepEqual(await variants(), []);
  });
});
