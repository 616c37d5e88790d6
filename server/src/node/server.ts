import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { openDataFiles } from './data-files';
import { diskFileSystem } from './file-system';
import { createJiebaSegmenter } from './jieba-segmenter';

// Entry of the server: `node server.js --stdio`, or with IPC as a child of an editor. Messages of the protocol are the
// only thing that standard output carries.
const data = openDataFiles();
startServer(createConnection(ProposedFeatures.all), {
  data,
  dataFolder: pathToFileURL(data.folder).href,
  fileSystem: diskFileSystem,
  createSegmenter: (onChange, onUnavailable) =>
    createJiebaSegmenter({
      workerPath: join(__dirname, 'segmenter-worker.js'),
      onChange,
      onUnavailable,
    }),
});
