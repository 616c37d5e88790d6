import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver';
import type { Status } from '../../server/src/features/protocol';
import { createWorkerReader } from '../../server/src/node/worker-reader';
import { LanguageClient } from '../support/language-client';

describe('the index of a workspace between sessions', () => {
  let folder: string;
  let storage: string;
  let documents: string;
  const open = '香港貿易發展局開會。';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meipi-index-'));
    documents = join(folder, 'documents');
    storage = join(folder, 'storage', 'of the editor');
    mkdirSync(documents);
    for (let number = 0; number < 30; number += 1)
      writeFileSync(join(documents, `${number}.txt`), `第${number}份文件\n\n貿發局在香港舉行第${number + 2}次會議。\n`);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What one session finds of the body that the open document names. */
  async function session(more: () => Promise<void> = () => Promise.resolve()): Promise<readonly string[]> {
    const client = await LanguageClient.start({
      folders: [pathToFileURL(documents).href],
      initializationOptions: { locale: 'en', storage },
    });
    const uri = pathToFileURL(join(documents, 'open.txt')).href;
    await client.open(uri, open);
    const done = async (): Promise<boolean> => {
      const { index } = await client.of<Status>('meipi/status', uri);
      return index.total > 0 && index.done === index.total;
    };
    while (!(await done())) await new Promise((then) => setTimeout(then, 50));
    await more();
    const found = await client.at<Location[]>(
      'textDocument/references',
      uri,
      { line: 0, character: 3 },
      { context: { includeDeclaration: true } },
    );
    await client.stop();
    return found
      .map(({ uri: at, range }) => `${at.split('/').at(-1)} ${range.start.line}:${range.start.character}`)
      .sort();
  }
  const kept = (): string => readFileSync(join(storage, 'index.tsv'), 'utf8');
  const settled = async (lines: number): Promise<void> => {
    for (let round = 0; round < 100; round += 1) {
      try {
        if (kept().trim().split('\n').length === lines) return;
      } catch {
        // Not there yet.
      }
      await new Promise((then) => setTimeout(then, 50));
    }
    assert.fail('the index was not kept');
  };

  it('is kept in the storage that the client names, never in the workspace, and serves the next session', async () => {
    const first = await session(() => settled(31));
    assert.equal(first.length, 31);
    const before = kept();
    assert.deepEqual(await session(), first);
    assert.equal(kept(), before);
  });

  it('is read anew for a file whose content has changed', async () => {
    await session(() => settled(31));
    writeFileSync(join(documents, '7.txt'), '貿發局在香港舉行了一次會議，並公布結果。\n');
    const found = await session(() => settled(32));
    assert.ok(found.includes('7.txt 0:0'));
  });

  it('is rebuilt without a word when it is damaged', async () => {
    const first = await session(() => settled(31));
    writeFileSync(join(storage, 'index.tsv'), kept().slice(0, 2000).replace(/\d/gu, '7'));
    assert.deepEqual(await session(() => settled(31)), first);
    writeFileSync(join(storage, 'index.tsv'), Buffer.from([0xff, 0xfe, 0, 0x80, 10, 10, 9, 9]));
    assert.deepEqual(await session(() => settled(31)), first);
  });

  it('keeps what was read when the session ends before everything is', async () => {
    for (let number = 30; number < 150; number += 1)
      writeFileSync(join(documents, `${number}.txt`), `第${number}份文件\n\n貿發局在香港舉行第${number + 2}次會議。\n`);
    const client = await LanguageClient.start({
      folders: [pathToFileURL(documents).href],
      initializationOptions: { locale: 'en', storage },
    });
    const uri = pathToFileURL(join(documents, 'open.txt')).href;
    await client.open(uri, open);
    while ((await client.of<Status>('meipi/status', uri)).index.done < 25)
      await new Promise((then) => setTimeout(then, 5));
    assert.equal(await client.stop(), 0);
    assert.ok(kept().trim().split('\n').length > 20);
  });

  it('is done without where the storage cannot be written', async function readOnly() {
    if (process.getuid?.() === 0) mkdirSync(join(storage, 'index.tsv'), { recursive: true });
    else {
      mkdirSync(storage, { recursive: true });
      chmodSync(storage, 0o500);
    }
    assert.equal((await session()).length, 31);
  });

  it('does without the readers that have died', async () => {
    const reader = createWorkerReader({
      workerPath: resolve('dist/reader-worker.js'),
      workers: 1,
      dataFolder: resolve('dist/data'),
      concepts: [],
    });
    const record = await reader.read('香港貿易發展局。');
    assert.equal(record.entities.length, 1);
    const held = assert.rejects(reader.read('香港。'.repeat(20_000)));
    await reader.kill();
    await held;
    await assert.rejects(reader.read('香港。'), /no worker is left/u);
    reader.dispose();
  });
});
