/** The files of the workspace. All paths are URIs; nothing outside the workspace's folders and `.meipi` files is asked for. */
export interface FileSystem {
  /** The bytes of a file; rejects when there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
  /** Size in bytes and kind, or `undefined` when nothing is there. Links that lead outside or in circles count as nothing. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** The entries of a folder; rejects when it cannot be read. */
  list(uri: string): Promise<readonly FolderEntry[]>;
}

export interface FileStat {
  readonly size: number;
  readonly kind: 'file' | 'folder';
}

export interface FolderEntry {
  readonly name: string;
  /** Links are neither and are not followed: they could lead in circles. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** A file system in memory: URI → content. Folders exist where files lie under them. */
export function createMemoryFileSystem(files: Map<string, Uint8Array | string>): FileSystem {
  const contentOf = (uri: string): Uint8Array | undefined => {
    const content = files.get(uri);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    read(uri) {
      const content = contentOf(uri);
      return content === undefined ? Promise.reject(new Error(`no such file: ${uri}`)) : Promise.resolve(content);
    },
    stat(uri) {
      const content = contentOf(uri);
      if (content !== undefined) return Promise.resolve({ size: content.length, kind: 'file' });
      const isFolder = [...files.keys()].some((file) => file.startsWith(`${uri}/`));
      return Promise.resolve(isFolder ? { size: 0, kind: 'folder' } : undefined);
    },
    list(uri) {
      const entries = new Map<string, FolderEntry['kind']>();
      for (const file of files.keys()) {
        if (!file.startsWith(`${uri}/`)) continue;
        const [name = '', ...rest] = file.slice(uri.length + 1).split('/');
        entries.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return Promise.resolve([...entries].map(([name, kind]) => ({ name: decodeURIComponent(name), kind })));
    },
  };
}
