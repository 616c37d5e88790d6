import type { Exception } from '../rules/exceptions';
import { exceptionsFor, readConfig, readExceptions, writeException } from '../workspace/exceptions';
import type { FileSystem } from '../workspace/file-system';
import { canonicalUri } from '../workspace/uris';
import { noSharedSettings, readSettings, settingsOver, type Settings, type SharedSettings } from './settings';

/** What the folders of a workspace keep for everybody: `.meipi/ignore.yaml` and `.meipi/config.yaml`. */
export interface ProjectFiles {
  /** By the folder's URI. */
  readonly exceptions: ReadonlyMap<string, readonly Exception[]>;
  /** What the user set in the editor goes before. */
  readonly shared: SharedSettings;
  /** A file that is broken, by its URI, with what is wrong. What is right in it is in force. */
  readonly faults: ReadonlyMap<string, string>;
}

export const noProjectFiles: ProjectFiles = { exceptions: new Map(), shared: noSharedSettings, faults: new Map() };

/** Reads the files of all folders as they lie on the disk; a file that is not there says nothing. */
export async function readProjectFiles(folders: readonly string[], fileSystem: FileSystem): Promise<ProjectFiles> {
  const exceptions = new Map<string, readonly Exception[]>();
  const faults = new Map<string, string>();
  let shared = noSharedSettings;
  const read = (uri: string): Promise<string> =>
    fileSystem.read(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '',
    );
  // Of several folders, the first that says something counts.
  for (const folder of [...folders].reverse()) {
    const list = readExceptions(await read(ignoreUri(folder)));
    exceptions.set(folder, list.exceptions);
    if (list.fault !== undefined) faults.set(ignoreUri(folder), list.fault);
    const config = readConfig(await read(configUri(folder)));
    const { settings, broken } = readSettings(config.settings);
    shared = sharedIn(settingsOver(shared, settings));
    const fault = config.fault ?? (broken.length > 0 ? broken.join(', ') : undefined);
    if (fault !== undefined) faults.set(configUri(folder), fault);
  }
  return { exceptions, shared, faults };
}

function sharedIn({ rules, houseStyle, formatting: { spacing } }: Settings): SharedSettings {
  return { rules, houseStyle, spacing };
}

/** Whether a file that changed is one of these. */
export function isProjectFile(uri: string): boolean {
  return /\/\.meipi\/(?:ignore|config)\.yaml$/u.test(uri);
}

/** The exceptions that hold in a document: those of its own folder, as far as they name it or no file at all. */
export function exceptionsOfDocument({ exceptions }: ProjectFiles, uri: string): readonly Exception[] {
  const home = homeOf([...exceptions.keys()], uri);
  return home === undefined ? [] : exceptionsFor(exceptions.get(home.folder) ?? [], home.path);
}

/** Where an exception for a document is written, and how the file would begin it; absent outside every folder. */
export function draftException(
  folders: readonly string[],
  uri: string,
  exception: Exception,
  scope: 'place' | 'file' | 'workspace',
): { readonly uri: string; readonly yaml: string } | undefined {
  const home = homeOf(folders, uri);
  if (home === undefined) return undefined;
  const { rule, text, before, after } = exception;
  const entry: Exception = {
    rule,
    ...(scope === 'workspace' ? {} : { file: home.path }),
    ...(scope === 'place' && text !== undefined ? { text, before: before ?? '', after: after ?? '' } : {}),
  };
  return { uri: ignoreUri(home.folder), yaml: writeException(entry) };
}

function homeOf(
  folders: readonly string[],
  uri: string,
): { readonly folder: string; readonly path: string } | undefined {
  const canonical = canonicalUri(uri);
  const folder = [...folders].sort((a, b) => b.length - a.length).find((each) => canonical.startsWith(`${each}/`));
  if (folder === undefined) return undefined;
  return {
    folder,
    path: canonical
      .slice(folder.length + 1)
      .split('/')
      .map(decodeURIComponent)
      .join('/'),
  };
}

const ignoreUri = (folder: string): string => `${folder}/.meipi/ignore.yaml`;
const configUri = (folder: string): string => `${folder}/.meipi/config.yaml`;
