import { matchesGlob } from './globs';

/** Decides what a scan leaves out; paths are relative to the workspace folder, with slashes. */
export interface Ignore {
  isIgnored(path: string, isFolder: boolean): boolean;
  /** The same with the rules of a `.gitignore` that lies in `folder` (relative, empty for the root). */
  with(folder: string, content: string): Ignore;
}

interface IgnoreRule {
  readonly glob: string;
  readonly folderOnly: boolean;
  readonly negated: boolean;
}

/** Starts from the globs of `files.exclude`; version control and package folders are always left out. */
export function createIgnore(excluded: readonly string[]): Ignore {
  const always = ['.git', 'node_modules', '.hg', '.svn', ...excluded];
  return withRules(always.map((glob) => ({ glob, folderOnly: false, negated: false })));
}

function withRules(rules: readonly IgnoreRule[]): Ignore {
  return {
    isIgnored(path, isFolder) {
      let ignored = false;
      for (const { glob, folderOnly, negated } of rules) {
        if (folderOnly && !isFolder) continue;
        if (matchesGlob(glob, path)) ignored = !negated;
      }
      return ignored;
    },
    with: (folder, content) =>
      withRules([...rules, ...content.split(/\r?\n/u).flatMap((row) => readRule(folder, row))]),
  };
}

function readRule(folder: string, row: string): readonly IgnoreRule[] {
  let pattern = row.replace(/(?<!\\)\s+$/u, '');
  if (pattern === '' || pattern.startsWith('#')) return [];
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  pattern = pattern.replace(/^\\/u, '');
  const folderOnly = pattern.endsWith('/');
  if (folderOnly) pattern = pattern.slice(0, -1);
  const anchored = pattern.slice(0, -1).includes('/');
  const base = folder === '' ? '' : `/${folder}`;
  const glob = anchored ? `${base}/${pattern.replace(/^\//u, '')}` : folder === '' ? pattern : `${base}/**/${pattern}`;
  return [{ glob, folderOnly, negated }];
}
