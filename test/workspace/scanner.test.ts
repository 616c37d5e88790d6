import assert from 'node:assert/strict';
import { createMemoryFileSystem, type FileSystem } from '../../server/src/workspace/file-system';
import { scanFile, scanFolders, type ScanInput } from '../../server/src/workspace/scanner';

const root = 'file:///folder';

describe('a scan of folders', () => {
  let files: Map<string, Uint8Array | string>;
  let taken: Map<string, string>;
  let problems: string[];
  let input: ScanInput;
  beforeEach(() => {
    files = new Map();
    taken = new Map();
    problems = [];
    input = inputWith(createMemoryFileSystem(files));
  });
  const inputWith = (fileSystem: FileSystem, more: Partial<ScanInput> = {}): ScanInput => ({
    fileSystem,
    target: {
      uris: () => [...taken.keys()],
      take(uri, text, _bytes, isLatest) {
        if (isLatest()) taken.set(uri, text);
        return Promise.resolve();
      },
      remove: (uri) => taken.delete(uri),
    },
    isWanted: () => true,
    excluded: [],
    maxFileSize: 1000,
    lanes: 3,
    breathe: () => Promise.resolve(),
    isCancelled: () => false,
    onProgress: () => undefined,
    onProblem: (uri, reason) => problems.push(`${uri.slice(root.length + 1)} ${reason}`),
    ...more,
  });

  it('takes up every text once, however many are under way at a time', async () => {
    for (let number = 0; number < 40; number += 1) files.set(`${root}/${number % 3}/${number}.txt`, `文${number}`);
    let progress = '';
    await scanFolders([root], { ...input, onProgress: (done, total) => (progress = `${done}/${total}`) });
    assert.equal(taken.size, 40);
    assert.equal(progress, '40/40');
  });

  it('takes out what is no longer there', async () => {
    files.set(`${root}/a.txt`, '甲').set(`${root}/b.txt`, '乙');
    await scanFolders([root], input);
    files.delete(`${root}/a.txt`);
    await scanFolders([root], input);
    assert.deepEqual([...taken.values()], ['乙']);
  });

  it('tells once of a file that is too large or cannot be read, and passes over binaries in silence', async () => {
    files.set(`${root}/large.txt`, '長'.repeat(1000)).set(`${root}/a.txt`, '甲');
    files.set(
      `${root}/binary.txt`,
      Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 256),
    );
    files.set(`${root}/locked.txt`, '鎖');
    const disk = createMemoryFileSystem(files);
    const locked = inputWith({
      ...disk,
      read: (uri) => (uri.endsWith('locked.txt') ? Promise.reject(new Error('EACCES')) : disk.read(uri)),
    });
    await scanFolders([root], locked);
    assert.deepEqual([...taken.values()], ['甲']);
    assert.deepEqual(problems.sort(), ['large.txt too-large', 'locked.txt unreadable']);
  });

  it('survives a file that vanishes between the listing and the reading', async () => {
    files.set(`${root}/a.txt`, '甲').set(`${root}/b.txt`, '乙');
    const disk = createMemoryFileSystem(files);
    await scanFolders(
      [root],
      inputWith({
        ...disk,
        stat: (uri) => {
          files.delete(`${root}/a.txt`);
          return disk.stat(uri);
        },
      }),
    );
    assert.deepEqual([...taken.values()], ['乙']);
  });

  it('keeps the newer text of a file that was replaced while the older one was being read', async () => {
    const uri = `${root}/a.txt`;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow: ScanInput = {
      ...input,
      target: {
        ...input.target,
        async take(each, text, bytes, isLatest) {
          if (text === '舊') await held;
          await input.target.take(each, text, bytes, isLatest);
        },
      },
    };
    files.set(uri, '舊');
    const first = scanFile(uri, slow);
    await new Promise((resolve) => setImmediate(resolve));
    files.set(uri, '新');
    await scanFile(uri, slow);
    release();
    await first;
    assert.equal(taken.get(uri), '新');
  });

  it('stops when it is cancelled', async () => {
    for (let number = 0; number < 20; number += 1) files.set(`${root}/${number}.txt`, '文');
    let left = 5;
    await scanFolders([root], { ...input, isCancelled: () => taken.size > 0 && (left -= 1) < 0 });
    assert.ok(taken.size > 0 && taken.size < 20);
  });

  it('follows no links, so that none leads in circles', async () => {
    const disk = createMemoryFileSystem(files.set(`${root}/a.txt`, '甲'));
    await scanFolders(
      [root],
      inputWith({
        ...disk,
        list: async (uri) => [...(await disk.list(uri)), { name: 'round', kind: 'other' as const }],
      }),
    );
    assert.deepEqual([...taken.values()], ['甲']);
    assert.deepEqual(problems, []);
  });
});
