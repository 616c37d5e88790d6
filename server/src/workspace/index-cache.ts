import type { DocumentRecord } from './document-record';

/** One file of the cache's own. All rejections are told once and survived. */
export interface CacheStorage {
  /** What the file holds; `undefined` when there is none. */
  read(): Promise<string | undefined>;
  append(text: string): Promise<void>;
  /** Puts the text in the place of the file, wholly or not at all. */
  replace(text: string): Promise<void>;
}

/**
 * What was read of texts in this session and earlier ones, by the hash of their content. A file of lines: the first says of
 * what version the others are; each other one is hash, checksum and record, a tab between. A line that is damaged or cut off
 * counts as if it were not there, a file of another version is begun anew.
 */
export interface IndexCache {
  /** What was read of a text of that hash, once `load` is through and until `settle`. */
  find(hash: string): DocumentRecord | undefined;
  put(hash: string, record: DocumentRecord): void;
  /** Reads the file. */
  load(): Promise<void>;
  /**
   * Writes what was put. With the hashes of all texts that there are, writes the file anew if more than half of it is of
   * others, and lets go of what was loaded.
   */
  settle(present?: ReadonlySet<string>): Promise<void>;
}

/** `version` tells apart whatever makes other marks of the same text. */
export function createIndexCache(
  storage: CacheStorage,
  version: string,
  onProblem: (reason: string) => void,
): IndexCache {
  const header = `${format}\t${version}\n`;
  /** Hash → the rest of its line. */
  let loaded = new Map<string, string>();
  const kept = new Set<string>();
  let pending: string[] = [];
  let isCurrent = false;
  let isBroken = false;

  /** One thing after the other: what is added must not meet a file that is being written anew. */
  let last: Promise<void> = Promise.resolve();
  const attempt = (work: () => Promise<void>): Promise<void> => {
    last = last.then(async () => {
      if (isBroken) return;
      try {
        await work();
      } catch (error) {
        isBroken = true;
        pending = [];
        onProblem((error as Error).message);
      }
    });
    return last;
  };

  return {
    find(hash) {
      const line = loaded.get(hash);
      const record = line === undefined ? undefined : readRecord(hash, line);
      if (record === undefined) kept.delete(hash);
      return record;
    },
    put(hash, record) {
      if (kept.has(hash) || isBroken) return;
      kept.add(hash);
      const json = JSON.stringify(record);
      pending.push(`${hash}\t${checksum(hash + json)}\t${json}\n`);
    },
    load: () =>
      attempt(async () => {
        const content = await storage.read();
        if (content?.startsWith(header) !== true) return;
        // What is added behind a line that was cut off would be lost with it.
        isCurrent = content.endsWith('\n');
        let at = header.length;
        for (let end = content.indexOf('\n', at); end >= 0; at = end + 1, end = content.indexOf('\n', at)) {
          const tab = content.indexOf('\t', at);
          if (tab < 0 || tab > end) continue;
          // A copy: a part of the content would keep the whole of it in memory.
          const hash = content.slice(at, tab).split('').join('');
          loaded.set(hash, content.slice(tab + 1, end));
          kept.add(hash);
        }
      }),
    settle: (present) =>
      attempt(async () => {
        const lines = pending;
        pending = [];
        const stale = present === undefined ? 0 : [...loaded.keys()].filter((hash) => !present.has(hash)).length;
        if (!isCurrent || stale * 2 > loaded.size) {
          const old = [...loaded].filter(([hash]) => present?.has(hash) !== false);
          await storage.replace(header + old.map(([hash, rest]) => `${hash}\t${rest}\n`).join('') + lines.join(''));
          isCurrent = true;
        } else if (lines.length > 0) {
          await storage.append(lines.join(''));
        }
        if (present !== undefined) loaded = new Map();
      }),
  };
}

/** Changes with the shape of the records. */
const format = 'meipi-index 1';

function readRecord(hash: string, line: string): DocumentRecord | undefined {
  const tab = line.indexOf('\t');
  const json = line.slice(tab + 1);
  if (tab < 0 || line.slice(0, tab) !== checksum(hash + json)) return undefined;
  try {
    const record = JSON.parse(json) as DocumentRecord;
    const { things, mentions, values, entities, names } = record;
    return [things, mentions, values, entities, names].every(Array.isArray) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a over UTF-16 units. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
