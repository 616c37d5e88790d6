import { readdir, readFile, lstat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../workspace/file-system';

/** The disk. URIs of other schemes than `file:` hold nothing here. */
export const diskFileSystem: FileSystem = {
  async read(uri) {
    return readFile(pathOf(uri));
  },
  async stat(uri) {
    try {
      const found = await lstat(pathOf(uri));
      if (found.isFile()) return { size: found.size, kind: 'file' };
      return found.isDirectory() ? { size: 0, kind: 'folder' } : undefined;
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    const entries = await readdir(pathOf(uri), { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  },
};

function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) throw new Error(`not a file: ${uri}`);
  return fileURLToPath(uri);
}
