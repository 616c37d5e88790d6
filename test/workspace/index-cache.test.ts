import assert from 'node:assert/strict';
import type { Knowledge } from '../../server/src/workspace/knowledge';
import { buildKnowledge, loadData } from '../../server/src/workspace/knowledge';
import { dataFilesIn } from '../../server/src/node/data-files';
import { indexLines } from '../../server/src/text/lines';
import { recordOf } from '../../server/src/workspace/document-record';
import { createEntityIndex } from '../../server/src/workspace/entity-index';
import { createIndexCache, type CacheStorage, type IndexCache } from '../../server/src/workspace/index-cache';

/** A file in memory; `failing` makes every write fail. */
function storageWith(
  content?: string,
): CacheStorage & { content: string | undefined; failing: boolean; appended: number } {
  const storage = {
    content,
    failing: false,
    appended: 0,
    read: () => Promise.resolve(storage.content),
    append(text: string) {
      if (storage.failing) return Promise.reject(new Error('no space left on device'));
      storage.appended += 1;
      storage.content = (storage.content ?? '') + text;
      return Promise.resolve();
    },
    replace(text: string) {
      if (storage.failing) return Promise.reject(new Error('no space left on device'));
      storage.content = text;
      return Promise.resolve();
    },
  };
  return storage;
}

describe('the index kept between sessions', () => {
  const texts = [
    '香港貿易發展局與浙江省商務廳簽約，金額5億港元。',
    '2023年6月3日，李家超訪問杭州市。',
    '重庆市政府公布措施。',
  ];
  let knowledge: Knowledge;
  const problems: string[] = [];
  before(async () => {
    knowledge = buildKnowledge(await loadData(dataFilesIn('server/data')));
  });
  beforeEach(() => {
    problems.length = 0;
  });
  const opened = async (storage: CacheStorage, version = '1'): Promise<IndexCache> => {
    const cache = createIndexCache(storage, version, (reason) => problems.push(reason));
    await cache.load();
    return cache;
  };
  const recordFor = (text: string): ReturnType<typeof recordOf> => recordOf(knowledge.analyzer.analyze(text));
  const filled = async (storage: CacheStorage): Promise<void> => {
    const cache = await opened(storage);
    for (const text of texts) cache.put(`#${text.length}`, recordFor(text));
    await cache.settle(new Set(texts.map(({ length }) => `#${length}`)));
  };

  it('gives back what was put in an earlier session', async () => {
    const storage = storageWith();
    await filled(storage);
    const cache = await opened(storage);
    for (const text of texts) assert.deepEqual(cache.find(`#${text.length}`), recordFor(text));
    assert.equal(cache.find('#0'), undefined);
  });

  it('makes the index that the analyses make', async () => {
    const storage = storageWith();
    await filled(storage);
    const cache = await opened(storage);
    const [kept, fresh] = [createEntityIndex(), createEntityIndex()];
    for (const text of texts) {
      fresh.update(text, 'file', knowledge.analyzer.analyze(text));
      const record = cache.find(`#${text.length}`);
      assert.ok(record !== undefined);
      kept.restore(text, 'file', indexLines(text).lines, record);
    }
    assert.deepEqual(kept.things(), fresh.things());
    for (const { id } of fresh.things()) assert.deepEqual(kept.mentionsOf(id), fresh.mentionsOf(id));
    assert.deepEqual(kept.mentionsOfTypes(['MONEY', 'DATE']), fresh.mentionsOfTypes(['MONEY', 'DATE']));
  });

  it('knows nothing of what another version has read, and begins anew', async () => {
    const storage = storageWith();
    await filled(storage);
    const cache = await opened(storage, '2');
    assert.equal(cache.find(`#${texts[0]?.length}`), undefined);
    cache.put('#new', recordFor('香港。'));
    await cache.settle(new Set(['#new']));
    assert.equal(storage.content?.trim().split('\n').length, 2);
    assert.ok((await opened(storage, '2')).find('#new'));
  });

  it('takes a damaged line as not there, wherever one bit of it has flipped', async () => {
    const storage = storageWith();
    await filled(storage);
    const whole = storage.content ?? '';
    const header = whole.indexOf('\n') + 1;
    for (let at = header; at < whole.length; at += 41) {
      const broken = String.fromCharCode(whole.charCodeAt(at) ^ 4);
      const cache = await opened(storageWith(whole.slice(0, at) + broken + whole.slice(at + 1)));
      let found = 0;
      for (const text of texts) {
        const record = cache.find(`#${text.length}`);
        if (record === undefined) continue;
        found += 1;
        assert.deepEqual(record, recordFor(text), `at ${at}`);
      }
      assert.ok(found >= texts.length - 2, `at ${at}: ${found}`);
    }
    assert.deepEqual(problems, []);
  });

  it('loses but the last line of a file that was cut off anywhere', async () => {
    const storage = storageWith();
    await filled(storage);
    const whole = storage.content ?? '';
    for (let end = 0; end < whole.length; end += 97) {
      const cut = storageWith(whole.slice(0, end));
      const cache = await opened(cut);
      for (const text of texts) {
        const record = cache.find(`#${text.length}`);
        if (record !== undefined) assert.deepEqual(record, recordFor(text));
        else cache.put(`#${text.length}`, recordFor(text));
      }
      await cache.settle(new Set(texts.map(({ length }) => `#${length}`)));
      const again = await opened(cut);
      for (const text of texts) assert.deepEqual(again.find(`#${text.length}`), recordFor(text), `cut at ${end}`);
    }
  });

  it('adds to the file what is new, and writes it anew when most of it is of texts that are gone', async () => {
    const storage = storageWith();
    await filled(storage);
    const cache = await opened(storage);
    cache.put('#new', recordFor('澳門。'));
    await cache.settle(new Set(['#new', ...texts.map(({ length }) => `#${length}`)]));
    assert.equal(storage.appended, 1);
    const later = await opened(storage);
    await later.settle(new Set(['#new']));
    assert.equal(storage.content?.trim().split('\n').length, 2);
    assert.ok((await opened(storage)).find('#new'));
  });

  it('says once that nothing can be kept, and goes on', async () => {
    const storage = storageWith();
    storage.failing = true;
    const cache = await opened(storage);
    for (const text of texts) {
      cache.put(`#${text.length}`, recordFor(text));
      await cache.settle();
    }
    assert.deepEqual(problems, ['no space left on device']);
    assert.equal(storage.content, undefined);
  });

  it('says once that its file cannot be read', async () => {
    const storage = { ...storageWith(), read: () => Promise.reject(new Error('permission denied')) };
    const cache = await opened(storage);
    assert.equal(cache.find('#1'), undefined);
    await cache.settle(new Set());
    assert.deepEqual(problems, ['permission denied']);
  });
});
