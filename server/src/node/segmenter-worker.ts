import { parentPort } from 'node:worker_threads';

/** One line to cut, and the answer: the UTF-16 length of each word, or `undefined` when the library's words do not add up. */
export interface SegmentRequest {
  readonly id: number;
  readonly text: string;
}
export interface SegmentAnswer {
  readonly id: number;
  readonly lengths: Uint32Array | undefined;
}

interface Jieba {
  cut(text: string, withUnknownWords: boolean): string[];
}

// Loading takes about a second and 240 MB, once, here, where nobody waits for it.
const jieba = require('nodejieba') as Jieba; // eslint-disable-line @typescript-eslint/no-require-imports -- native, never bundled
jieba.cut('眉批', true);
parentPort?.postMessage('ready');
parentPort?.on('message', (request: SegmentRequest | 'exit') => {
  if (request === 'exit') process.exit();
  const { id, text } = request;
  const words = jieba.cut(text, true);
  const whole = words.join('') === text;
  const answer: SegmentAnswer = { id, lengths: whole ? Uint32Array.from(words, (word) => word.length) : undefined };
  parentPort?.postMessage(answer);
});
