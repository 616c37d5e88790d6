import { Worker } from 'node:worker_threads';
import type { DocumentRecord } from '../workspace/document-record';
import type { TextReader } from '../workspace/text-reader';
import type { ReadAnswer, ReaderSetup, ReadRequest } from './reader-worker';

export interface WorkerReaderOptions extends ReaderSetup {
  /** The worker's bundle. */
  readonly workerPath: string;
  readonly workers: number;
}

/** Megabytes: half as much would do; without a limit garbage would be left lying for longer. */
const resourceLimits = { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 16 };

interface Waiting {
  readonly resolve: (record: DocumentRecord) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads texts in worker threads. A worker that dies rejects what it held and is not started again: its reader rejects from
 * then on, once none is left.
 */
export function createWorkerReader({ workerPath, workers, ...setup }: WorkerReaderOptions): TextReader & {
  /** Ends one worker, as a fault would. */
  kill(): Promise<void>;
} {
  const crew = new Map<Worker, Map<number, Waiting>>();
  let nextId = 0;
  for (let count = 0; count < workers; count += 1) start();

  function start(): void {
    const worker = new Worker(workerPath, { workerData: setup, stdout: true, stderr: true, resourceLimits });
    const waiting = new Map<number, Waiting>();
    crew.set(worker, waiting);
    worker.unref();
    let reason = 'the worker has ended';
    worker.on('message', ({ id, record }: ReadAnswer) => {
      waiting.get(id)?.resolve(record);
      waiting.delete(id);
    });
    worker.on('error', (error: Error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      crew.delete(worker);
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    });
  }

  return {
    read: (text) =>
      new Promise((resolve, reject) => {
        const [least] = [...crew].sort(([, a], [, b]) => a.size - b.size);
        if (least === undefined) {
          reject(new Error('no worker is left'));
          return;
        }
        const [worker, waiting] = least;
        const request: ReadRequest = { id: nextId++, text };
        waiting.set(request.id, { resolve, reject });
        worker.postMessage(request);
      }),
    dispose() {
      for (const worker of crew.keys()) void worker.terminate();
    },
    async kill() {
      const [worker] = crew.keys();
      await worker?.terminate();
    },
  };
}
