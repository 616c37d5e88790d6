import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { hashBytes, openCacheStorage } from './cache-storage';
import { openDataFiles } from './data-files';
import { diskFileSystem } from './file-system';
import { createJiebaSegmenter } from './jieba-segmenter';
import { createWorkerReader } from './worker-reader';

// Entry of the server: `node server.js --stdio`, or with IPC as a child of an editor. Messages of the protocol are the
// only thing that standard output carries.
const socket = process.argv.slice(2).find((word) => /^--(?:socket|pipe)\b/u.test(word));
if (socket !== undefined)
  throw new Error(`${socket}: the server speaks over --stdio or --node-ipc only; it opens no socket`);
const data = openDataFiles();
const connection = createConnection(ProposedFeatures.all);
// A fault in something that nobody waits for is told and survived: documents and index are as they were.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    if (isBrokenPipe(error)) process.exit(1);
    connection.console.error(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
startServer(connection, {
  data,
  dataFolder: pathToFileURL(data.folder).href,
  fileSystem: diskFileSystem,
  build: typeof meipiBuild === 'string' ? meipiBuild : '',
  hash: hashBytes,
  openStorage: openCacheStorage,
  createReader: (concepts) =>
    createWorkerReader({
      workerPath: join(__dirname, 'reader-worker.js'),
      workers: Math.min(mostReaders, availableParallelism()),
      dataFolder: data.folder,
      concepts,
    }),
  createSegmenter: (onChange, onUnavailable) =>
    createJiebaSegmenter({
      workerPath: join(__dirname, 'segmenter-worker.js'),
      onChange,
      onUnavailable,
    }),
});

/** Given by the build: what tells it apart from others. */
declare const meipiBuild: string | undefined;
/** Each takes as much memory as the server itself. */
const mostReaders = 2;

/** The client has gone: there is nobody to tell. */
function isBrokenPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_IPC_CHANNEL_CLOSED';
}
