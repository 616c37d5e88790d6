import { Worker } from 'node:worker_threads';
import type { Span } from '../text/span';
import { createIntlSegmenter, type Segmenter } from '../workspace/segmenter';
import type { SegmentAnswer, SegmentRequest } from './segmenter-worker';

export interface JiebaOptions {
  /** The worker's bundle. */
  readonly workerPath: string;
  /** Told once when nodejieba cannot be had and the twin serves instead. */
  readonly onUnavailable: (reason: string) => void;
  /** Told whenever `kind` changes. */
  readonly onChange: () => void;
}

/**
 * nodejieba in one worker thread. Until it has loaded, and whenever it is dead, words come from the `Intl.Segmenter`
 * twin; a worker that dies is started again, three times at most, and requests that it held are answered by the twin.
 */
export function createJiebaSegmenter(
  options: JiebaOptions,
): Segmenter & { readonly workerId: number | undefined; kill(): Promise<void> } {
  const twin = createIntlSegmenter();
  const waiting = new Map<number, (lengths: Uint32Array | undefined) => void>();
  let worker: Worker | undefined;
  let ready = false;
  let starts = 0;
  let disposed = false;
  let nextId = 0;

  function start(): void {
    if (worker !== undefined || disposed || starts > maxRestarts) return;
    starts += 1;
    let failure = '';
    const started = new Worker(options.workerPath, { stdout: true, stderr: true });
    worker = started;
    started.unref();
    started.on('message', (message: SegmentAnswer | 'ready') => {
      if (message === 'ready') {
        ready = true;
        options.onChange();
        return;
      }
      waiting.get(message.id)?.(message.lengths);
      waiting.delete(message.id);
    });
    started.on('error', (error: Error) => {
      failure = error.message;
    });
    started.on('exit', () => {
      const wasReady = ready;
      worker = undefined;
      ready = false;
      for (const answer of waiting.values()) answer(undefined);
      waiting.clear();
      if (disposed) return;
      if (wasReady && starts <= maxRestarts) {
        start();
      } else {
        starts = maxRestarts + 1;
        options.onUnavailable(failure.split('\n')[0] ?? '');
      }
      options.onChange();
    });
  }

  /** Ends the worker between two requests: to stop it within one would take the process along. */
  async function end(): Promise<void> {
    const ending = worker;
    if (ending === undefined) return;
    const ended = new Promise<void>((resolve) => {
      ending.once('exit', () => {
        resolve();
      });
    });
    ending.postMessage('exit');
    await ended;
  }

  return {
    get kind() {
      return ready ? 'jieba' : starts > maxRestarts ? 'intl' : 'loading';
    },
    get workerId() {
      return worker?.threadId;
    },
    warmUp: start,
    async words(viewText) {
      start();
      const current = worker;
      if (current === undefined || !ready) return twin.words(viewText);
      const id = nextId++;
      const lengths = await new Promise<Uint32Array | undefined>((resolve) => {
        waiting.set(id, resolve);
        const request: SegmentRequest = { id, text: viewText };
        current.postMessage(request);
      });
      return lengths === undefined ? twin.words(viewText) : toSpans(lengths);
    },
    kill: end,
    dispose() {
      disposed = true;
      void end();
    },
  };
}

const maxRestarts = 3;

function toSpans(lengths: Uint32Array): readonly Span[] {
  const words: Span[] = [];
  let at = 0;
  for (const length of lengths) {
    words.push({ start: at, end: at + length });
    at += length;
  }
  return words;
}
