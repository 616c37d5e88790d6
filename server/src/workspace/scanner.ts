import type { Analysis } from '../analysis/types';
import { decodeText } from './encoding';
import type { EntityIndex } from './entity-index';
import type { FileSystem } from './file-system';
import { createIgnore, type Ignore } from './ignore';
import { encodeSegment } from './uris';

export interface ScanInput {
  readonly fileSystem: FileSystem;
  readonly index: Pick<EntityIndex, 'uris' | 'update' | 'remove'>;
  readonly analyze: (text: string) => Analysis;
  /** Whether a text belongs into the index, by its address and content. */
  readonly isWanted: (uri: string, text: string) => boolean;
  /** Globs of `files.exclude`. */
  readonly excluded: readonly string[];
  /** In bytes; larger files are left out. */
  readonly maxFileSize: number;
  /** Lets the event loop run; called between files so that typing never waits for more than one of them. */
  readonly breathe: () => Promise<void>;
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Told once for each file or folder that was left out for a reason that the user may want to know. */
  readonly onProblem: (uri: string, reason: string) => void;
}

/** Brings every text of the folders into the index, and takes out what is no longer there. Files that vanish or cannot be read are passed over. */
export async function scanFolders(folders: readonly string[], input: ScanInput): Promise<void> {
  const files: string[] = [];
  for (const folder of folders) files.push(...(await listFiles(folder, { ...input, accepts: isTextName })));
  const found = new Set(files);
  for (const uri of input.index.uris()) {
    if (!found.has(uri) && folders.some((folder) => uri.startsWith(`${folder}/`))) input.index.remove(uri, 'file');
  }
  for (let done = 0; done < files.length; done += 1) {
    if (input.isCancelled()) return;
    await scanFile(files[done] ?? '', input);
    if (done % 25 === 0) input.onProgress(done, files.length);
    await input.breathe();
  }
  input.onProgress(files.length, files.length);
}

/** Reads one file anew; takes it out of the index when it is gone, too large, no text or not wanted. */
export async function scanFile(
  uri: string,
  input: Pick<ScanInput, 'fileSystem' | 'index' | 'analyze' | 'isWanted' | 'maxFileSize' | 'onProblem'>,
): Promise<void> {
  const { fileSystem, index } = input;
  const stat = await fileSystem.stat(uri);
  if (stat?.kind !== 'file' || stat.size > input.maxFileSize) {
    if (stat !== undefined && stat.size > input.maxFileSize) input.onProblem(uri, 'too-large');
    index.remove(uri, 'file');
    return;
  }
  try {
    const decoded = decodeText(await fileSystem.read(uri));
    if (decoded === undefined || !input.isWanted(uri, decoded.text)) index.remove(uri, 'file');
    else index.update(uri, 'file', input.analyze(decoded.text));
  } catch {
    index.remove(uri, 'file');
    input.onProblem(uri, 'unreadable');
  }
}

/** Whether a name is that of a text which may be indexed. */
export function isTextName(name: string): boolean {
  return /\.(?:txt|md|markdown)$/iu.test(name);
}

/** What a walk through a folder needs. */
export interface ListInput extends Pick<ScanInput, 'fileSystem' | 'excluded' | 'isCancelled' | 'onProblem'> {
  /** Whether a file is wanted, by its path within the folder. */
  readonly accepts: (path: string) => boolean;
}

/** The wanted files under a folder as URIs, sorted; without those that globs or a `.gitignore` on the way leave out. */
export async function listFiles(root: string, input: ListInput): Promise<readonly string[]> {
  const files: string[] = [];
  await walk(root, '', createIgnore(input.excluded), input, files);
  return files;
}

async function walk(root: string, path: string, ignore: Ignore, input: ListInput, files: string[]): Promise<void> {
  if (input.isCancelled() || path.split('/').length > deepest) return;
  const here = path === '' ? root : `${root}/${path.split('/').map(encodeSegment).join('/')}`;
  let entries: Awaited<ReturnType<FileSystem['list']>>;
  try {
    entries = await input.fileSystem.list(here);
  } catch {
    input.onProblem(here, 'unreadable');
    return;
  }
  const hasRules = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file');
  const rules = hasRules
    ? await input.fileSystem.read(`${here}/.gitignore`).then(
        (bytes) => ignore.with(path, new TextDecoder().decode(bytes)),
        () => ignore,
      )
    : ignore;
  for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = path === '' ? name : `${path}/${name}`;
    if (rules.isIgnored(inner, kind === 'folder')) continue;
    if (kind === 'folder') await walk(root, inner, rules, input, files);
    else if (kind === 'file' && input.accepts(inner)) files.push(`${here}/${encodeSegment(name)}`);
  }
}

const deepest = 40;
