import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diskFileSystem } from '../node/file-system';
import { matchesGlob } from '../workspace/globs';
import { isTextName, listFiles } from '../workspace/scanner';
import { Failure } from './failure';

/** A file to read: named by the user, or come upon in a folder or by a glob. */
export interface FoundPath {
  readonly path: string;
  readonly isNamed: boolean;
}

/**
 * The files that words of a command line stand for: files as they are, `-` for standard input, folders with every text under
 * them, and globs (`papers/**\/*.md`, quoted from the shell). In folders and by globs what `.gitignore` leaves out is left
 * out. Each file once, in the order of the words. A word that stands for nothing is told to `report`.
 */
export async function findPaths(
  words: readonly string[],
  report: (failure: Failure) => void,
): Promise<readonly FoundPath[]> {
  const found = new Map<string, FoundPath>();
  const add = (path: string, isNamed: boolean): void => {
    const key = path === '-' ? path : resolve(path);
    if (isNamed || !found.has(key)) found.set(key, { path: found.get(key)?.path ?? path, isNamed });
  };
  for (const word of words) {
    const kind = word === '-' ? 'file' : await kindOf(word);
    if (kind === 'file' || (kind === undefined && !isGlob(word))) {
      add(word, true);
      continue;
    }
    const paths = kind === 'folder' ? await textsBelow(word, report) : await expandGlob(word, report);
    if (paths.length === 0)
      report(new Failure(kind === 'folder' ? `${word}: no text file is in this folder` : `${word}: no file matches`));
    for (const path of paths) add(path, false);
  }
  return [...found.values()];
}

/** Every text file under a folder, by the folder's name as given. */
export function textsBelow(folder: string, report: (failure: Failure) => void): Promise<readonly string[]> {
  return filesBelow(folder, report, (path) => isTextName(path));
}

async function filesBelow(
  folder: string,
  report: (failure: Failure) => void,
  accepts: (path: string) => boolean,
): Promise<readonly string[]> {
  const root = pathToFileURL(resolve(folder)).href.replace(/\/$/u, '');
  const uris = await listFiles(root, {
    fileSystem: diskFileSystem,
    excluded: [],
    accepts,
    isCancelled: () => false,
    onProblem: (uri) => {
      report(new Failure(`${fileURLToPath(uri)}: cannot be read`));
    },
  });
  const length = fileURLToPath(`${root}/`).length;
  return uris.map((uri) => join(folder, fileURLToPath(uri).slice(length)));
}

/** A glob counts from its first part with a sign of its own: what stands before is a folder. */
async function expandGlob(glob: string, report: (failure: Failure) => void): Promise<readonly string[]> {
  const parts = glob.replaceAll('\\', '/').split('/');
  const first = parts.findIndex(isGlob);
  const folder = parts.slice(0, first).join('/') || (glob.startsWith('/') ? '/' : '.');
  if ((await kindOf(folder)) !== 'folder') return [];
  const pattern = `/${parts.slice(first).join('/')}`;
  return filesBelow(folder, report, (path) => matchesGlob(pattern, path));
}

function isGlob(word: string): boolean {
  return /[*?[{]/u.test(word);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
