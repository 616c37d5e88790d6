import { parentPort, workerData } from 'node:worker_threads';
import type { Concept } from '../lexicon/glossary';
import { recordOf, type DocumentRecord } from '../workspace/document-record';
import { buildKnowledge, loadData } from '../workspace/knowledge';
import { dataFilesIn } from './data-files';

/** What a worker is started with. */
export interface ReaderSetup {
  readonly dataFolder: string;
  /** The user's own concepts. */
  readonly concepts: readonly Concept[];
}

/** A text to read, and the answer. */
export interface ReadRequest {
  readonly id: number;
  readonly text: string;
}
export interface ReadAnswer {
  readonly id: number;
  readonly record: DocumentRecord;
}

/** Hardly any line of one file stands in the next ones. */
const cachedLines = 500;

const { dataFolder, concepts } = workerData as ReaderSetup;
const analyzer = loadData(dataFilesIn(dataFolder)).then(
  (data) => buildKnowledge(data, concepts, { cachedLines }).analyzer,
);

parentPort?.on('message', ({ id, text }: ReadRequest) => {
  void analyzer.then(({ analyze }) => {
    const answer: ReadAnswer = { id, record: recordOf(analyze(text)) };
    parentPort?.postMessage(answer);
  });
});
