import { createEntityIndex, type EntityIndex } from '../workspace/entity-index';
import type { Failure } from './failure';
import { readInputs } from './input';
import { findPaths } from './paths';
import type { Session } from './session';

/** Analyses every .txt and .md file under a folder (or one file) into an index; unreadable files are reported. */
export async function indexFolder(
  path: string,
  session: Session,
): Promise<{ readonly index: EntityIndex; readonly failures: readonly Failure[] }> {
  const failures: Failure[] = [];
  const report = (failure: Failure): void => {
    failures.push(failure);
  };
  const files = (await findPaths([path], report)).map((found) => found.path);
  const index = createEntityIndex();
  index.setLinks(session.linksOf);
  for (const input of await readInputs(files, report)) {
    index.update(input.name, 'file', session.knowledge.analyzer.analyze(input.text));
  }
  for (const failure of failures) process.stderr.write(`meipi: ${failure.message}\n`);
  return { index, failures };
}
