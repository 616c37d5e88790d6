import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createEntityIndex, type EntityIndex } from '../workspace/entity-index';
import { Failure } from './failure';
import { readInputs } from './input';
import type { Session } from './session';

/** Analyses every .txt and .md file under a folder (or one file) into an index; unreadable files are reported. */
export async function indexFolder(
  path: string,
  session: Session,
): Promise<{ readonly index: EntityIndex; readonly failures: readonly Failure[] }> {
  const files = await listTexts(path);
  const failures: Failure[] = [];
  const index = createEntityIndex();
  for (const input of await readInputs(files, (failure) => failures.push(failure))) {
    index.update(input.name, 'file', session.knowledge.analyzer.analyze(input.text));
  }
  for (const failure of failures) process.stderr.write(`meipi: ${failure.message}\n`);
  return { index, failures };
}

async function listTexts(path: string): Promise<readonly string[]> {
  try {
    if ((await stat(path)).isFile()) return [path];
    const names = await readdir(path, { recursive: true });
    return names
      .filter((name) => /\.(?:txt|md)$/iu.test(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/u.test(name))
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Failure(`${path}: no such folder`);
    throw new Failure(`${path}: cannot be read: ${(error as Error).message}`);
  }
}
