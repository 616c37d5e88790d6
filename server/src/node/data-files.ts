import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataFiles } from '../workspace/knowledge';

/** The data folder of this installation: `data/` beside the bundle, or `server/data` when run from a source tree's tests. */
export interface FolderOfData extends DataFiles {
  readonly folder: string;
}

/** Finds the data folder by walking up from `start`; throws when an installation has lost it. */
export function openDataFiles(start: string = __dirname): FolderOfData {
  return dataFilesIn(findDataFolder(start));
}

/** The data files of a known folder. */
export function dataFilesIn(folder: string): FolderOfData {
  const read = async (name: string): Promise<Buffer> => {
    try {
      return await readFile(join(folder, name));
    } catch (error) {
      throw new Error(`Meipi's data file ${name} cannot be read from ${folder}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  };
  return {
    folder,
    text: async (name) => (await read(name)).toString('utf8'),
    bytes: read,
    async texts(subfolder, ending) {
      const names = await readdir(join(folder, subfolder)).catch(() => []);
      const wanted = names.filter((name) => name.endsWith(ending)).sort();
      const contents = await Promise.all(
        wanted.map(async (name) => (await read(join(subfolder, name))).toString('utf8')),
      );
      return new Map(wanted.map((name, at): [string, string] => [name, contents[at] ?? '']));
    },
  };
}

function findDataFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const candidate of ['data', 'dist/data', 'server/data']) {
      if (existsSync(join(folder, candidate, 'fold.txt'))) return join(folder, candidate);
    }
    if (dirname(folder) === folder)
      throw new Error(`Meipi's data folder was not found above ${start}; reinstall the extension`);
  }
}
