/**
 * Simulated editing for a long time in one process: opens, edits, asks, closes over many documents, and notes what the
 * process holds after its garbage has been collected. Prints a table; exit code 1 when memory, handles or workers grew.
 *
 *   node tools/run-ts.mjs tools/soak.ts [--minutes N] [--documents N]      (10 minutes, 1,000 documents)
 */
import { performance } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { hashBytes, openCacheStorage } from '../server/src/node/cache-storage';
import { dataFilesIn } from '../server/src/node/data-files';
import { diskFileSystem } from '../server/src/node/file-system';
import { startServer } from '../server/src/server';
import { createIntlSegmenter } from '../server/src/workspace/segmenter';
import { textOf } from '../test/bench/texts';
import { createDice } from '../test/support/generated-text';

const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const minutes = option('--minutes', 10);
const count = option('--documents', 1000);
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const [toServer, toClient] = [new PassThrough(), new PassThrough()];
startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
  data: dataFilesIn('server/data'),
  dataFolder: '',
  fileSystem: diskFileSystem,
  build: '',
  hash: hashBytes,
  openStorage: openCacheStorage,
  createSegmenter: createIntlSegmenter,
});
const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
client.onRequest('workspace/configuration', () => []);
client.listen();
await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
await client.sendNotification('initialized', {});

const dice = createDice(1);
const end = performance.now() + minutes * 60_000;
const notes: { readonly minute: number; readonly heap: number; readonly handles: number; readonly edits: number }[] =
  [];
let edits = 0;
let nextNote = performance.now();
while (performance.now() < end) {
  const number = dice.roll(count);
  const uri = `file:///soak/${number}.policy.txt`;
  const text = textOf(1_500, number);
  const textDocument = { uri };
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zh-policy', version: 1, text },
  });
  const lines = text.split('\n').length;
  for (let version = 2; version < 12; version += 1) {
    const position = { line: dice.roll(lines), character: dice.roll(20) };
    const range = { start: position, end: { ...position, character: position.character + dice.roll(4) } };
    const change = { range, text: dice.pick(['香港', '，', '\n', '發展局', '2024年', '']) };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    edits += 1;
    await client.sendRequest('textDocument/semanticTokens/full', { textDocument });
    if (version % 3 === 0) await client.sendRequest('textDocument/diagnostic', { textDocument });
    if (version % 4 === 0) await client.sendRequest('textDocument/hover', { textDocument, position });
    if (version % 5 === 0)
      await client.sendRequest('textDocument/references', {
        textDocument,
        position,
        context: { includeDeclaration: true },
      });
  }
  await client.sendNotification('textDocument/didClose', { textDocument });
  if (performance.now() < nextNote) continue;
  nextNote = performance.now() + (minutes * 60_000) / 20;
  collectGarbage();
  const note = {
    minute: minutes - (end - performance.now()) / 60_000,
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    handles: process.getActiveResourcesInfo().length,
    edits,
  };
  notes.push(note);
  process.stdout.write(
    `${note.minute.toFixed(1)} min, ${note.edits} edits: ${note.heap.toFixed(1)} MB after collection, ${note.handles} handles\n`,
  );
}

// The first third fills what is meant to be filled: lines by content, up to their limit.
const settled = notes.slice(Math.ceil(notes.length / 3));
const half = Math.floor(settled.length / 2);
const mean = (part: typeof notes): number => part.reduce((sum, { heap }) => sum + heap, 0) / Math.max(1, part.length);
const growth = mean(settled.slice(half)) / mean(settled.slice(0, half));
const handles = settled.map((note) => note.handles);
const isLevel = growth <= 1.1 && Math.max(...handles) - Math.min(...handles) <= 4;
process.stdout.write(`second half against the first: ${growth.toFixed(3)} × of the memory\n`);
process.stdout.write(isLevel ? '1 passed, 0 failed\n' : '0 passed, 1 failed\n');
process.exit(isLevel ? 0 : 1);
