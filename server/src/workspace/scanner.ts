import { decodeText } from './encoding';
import type { FileSystem } from './file-system';
import { createIgnore, type Ignore } from './ignore';
import { encodeSegment } from './uris';

/** Where the texts that a scan finds go. */
export interface ScanTarget {
  /** All files that are there. */
  uris(): readonly string[];
  /** Takes up a text; `isLatest` says whether the file has not been looked at anew, or been lost, since. */
  take(uri: string, text: string, bytes: Uint8Array, isLatest: () => boolean): Promise<void>;
  remove(uri: string): void;
}

export interface ScanInput {
  readonly fileSystem: FileSystem;
  readonly target: ScanTarget;
  /** Whether a text belongs into the index, by its address and content. */
  readonly isWanted: (uri: string, text: string) => boolean;
  /** Globs of `files.exclude`. */
  readonly excluded: readonly string[];
  /** In bytes; larger files are left out. */
  readonly maxFileSize: number;
  /** How many files are under way at one time. */
  readonly lanes: number;
  /** Lets the event loop run; called between files so that typing never waits for more than one of them. */
  readonly breathe: () => Promise<void>;
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Told once for each file or folder that was left out for a reason that the user may want to know. */
  readonly onProblem: (uri: string, reason: string) => void;
}

/** Takes up every text of the folders, and takes out what is no longer there. Files that vanish or cannot be read are passed over. */
export async function scanFolders(folders: readonly string[], input: ScanInput): Promise<void> {
  const files: string[] = [];
  for (const folder of folders) files.push(...(await listFiles(folder, { ...input, accepts: isTextName })));
  if (input.isCancelled()) return;
  const found = new Set(files);
  for (const uri of input.target.uris()) {
    if (!found.has(uri) && folders.some((folder) => uri.startsWith(`${folder}/`))) input.target.remove(uri);
  }
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined && !input.isCancelled(); file = files[next]) {
      next += 1;
      await scanFile(file, input);
      done += 1;
      if (done % 25 === 0) input.onProgress(done, files.length);
      await input.breathe();
    }
  };
  await Promise.all(Array.from({ length: input.lanes }, work));
  if (!input.isCancelled()) input.onProgress(files.length, files.length);
}

/** By file, how often it has been looked at. */
const looks = new WeakMap<ScanTarget, Map<string, number>>();

/** Reads one file anew; takes it out when it is gone, too large, no text or not wanted. */
export async function scanFile(
  uri: string,
  input: Pick<ScanInput, 'fileSystem' | 'target' | 'isWanted' | 'maxFileSize' | 'onProblem'>,
): Promise<void> {
  const { fileSystem, target } = input;
  const counts = looks.get(target) ?? new Map<string, number>();
  looks.set(target, counts);
  const look = (counts.get(uri) ?? 0) + 1;
  counts.set(uri, look);
  const isLatest = (): boolean => counts.get(uri) === look;
  const stat = await fileSystem.stat(uri);
  if (!isLatest()) return;
  if (stat?.kind !== 'file' || stat.size > input.maxFileSize) {
    if (stat !== undefined && stat.size > input.maxFileSize) input.onProblem(uri, 'too-large');
    target.remove(uri);
    return;
  }
  try {
    const bytes = await fileSystem.read(uri);
    if (!isLatest()) return;
    const decoded = decodeText(bytes);
    if (decoded === undefined || !input.isWanted(uri, decoded.text)) target.remove(uri);
    else await target.take(uri, decoded.text, bytes, isLatest);
  } catch {
    if (!isLatest()) return;
    target.remove(uri);
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
