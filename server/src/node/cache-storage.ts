import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CacheStorage } from '../workspace/index-cache';

/** The index's file in a folder that the editor keeps for the extension. */
export function openCacheStorage(folder: string): CacheStorage {
  const path = join(folder, 'index.tsv');
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async append(text) {
      await appendFile(path, text);
    },
    async replace(text) {
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${process.pid}.new`;
      try {
        await writeFile(draft, text);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** The same for the same bytes. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha1').update(bytes).digest('base64url');
}
