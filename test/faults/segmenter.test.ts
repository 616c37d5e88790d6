import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createJiebaSegmenter, type JiebaOptions } from '../../server/src/node/jieba-segmenter';

describe('the segmenter', function () {
  this.timeout(60_000);
  const text = '一國兩制行穩致遠';
  let folder: string;
  let told: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meipi-segmenter-'));
    told = [];
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const start = (workerPath: string, onChange = (): void => undefined): ReturnType<typeof createJiebaSegmenter> =>
    createJiebaSegmenter({ workerPath, onChange, onUnavailable: (reason) => told.push(reason) } satisfies JiebaOptions);
  const covers = (words: readonly { readonly start: number; readonly end: number }[], length: number): boolean =>
    words.every(({ start, end }, at) => start === (words[at - 1]?.end ?? 0) && end > start) &&
    words.at(-1)?.end === length;
  const until = async (holds: () => boolean): Promise<void> => {
    for (let round = 0; round < 400 && !holds(); round += 1) await new Promise((done) => setTimeout(done, 50));
    assert.ok(holds());
  };

  it('answers by its twin what a worker held that was killed, and starts another', async () => {
    const segmenter = start(resolve('dist/segmenter-worker.js'));
    segmenter.warmUp();
    await until(() => segmenter.kind === 'jieba');
    const first = segmenter.workerId;
    const killed = segmenter.kill();
    const held = Array.from({ length: 200 }, () => segmenter.words(text.repeat(500)));
    await killed;
    for (const words of await Promise.all(held)) assert.ok(covers(words, text.length * 500));
    assert.ok(covers(await segmenter.words(text), text.length));
    await until(() => segmenter.kind === 'jieba');
    assert.notEqual(segmenter.workerId, first);
    assert.ok(covers(await segmenter.words(text), text.length));
    assert.deepEqual(told, []);
    segmenter.dispose();
  });

  it('says once that the library is not there, and serves by its twin', async () => {
    const worker = join(folder, 'worker.js');
    writeFileSync(worker, "throw new Error('nodejieba.node: wrong ELF class');");
    const segmenter = start(worker);
    assert.ok(covers(await segmenter.words(text), text.length));
    await until(() => segmenter.kind === 'intl');
    for (let round = 0; round < 3; round += 1) assert.ok(covers(await segmenter.words(text), text.length));
    assert.deepEqual(told, ['nodejieba.node: wrong ELF class']);
    segmenter.dispose();
  });

  it('gives a worker up that keeps dying', async () => {
    const worker = join(folder, 'worker.js');
    writeFileSync(
      worker,
      "const { parentPort } = require('node:worker_threads'); parentPort.postMessage('ready'); parentPort.on('message', () => process.exit(1));",
    );
    const segmenter = start(worker);
    segmenter.warmUp();
    for (let round = 0; round < 10; round += 1) {
      await until(() => segmenter.kind !== 'loading');
      assert.ok(covers(await segmenter.words(text), text.length));
      await new Promise((done) => setTimeout(done, 20));
    }
    assert.equal(segmenter.kind, 'intl');
    assert.equal(told.length, 1);
    segmenter.dispose();
  });
});
