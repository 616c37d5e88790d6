import { writeFile } from 'node:fs/promises';
import { unifiedDiff } from './diff';
import { Failure } from './failure';
import type { InputFile } from './input';

/** Writes the files that changed, byte order mark and line ends kept; what came by standard input goes to standard output. */
export async function writeFixes(before: readonly InputFile[], after: readonly InputFile[]): Promise<void> {
  for (const [at, { name, text, offset }] of after.entries()) {
    if (name === '<stdin>') process.stdout.write(text);
    else if (text !== before[at]?.text) await write(name, `${offset === 1 ? '\uFEFF' : ''}${text}`);
  }
}

/** Shows what `--fix` would do as a diff, and writes nothing. Answers the exit code: 1 if anything would change. */
export function showFixes(
  before: readonly InputFile[],
  after: readonly InputFile[],
  failures: readonly Failure[],
): number {
  const diffs = after
    .map(({ name, text }, at) => unifiedDiff(name, before[at]?.text ?? '', text))
    .filter((diff) => diff !== '');
  process.stdout.write(diffs.join(''));
  for (const failure of failures) process.stderr.write(`meipi: ${failure.message}\n`);
  return failures.length > 0 ? 2 : diffs.length > 0 ? 1 : 0;
}

async function write(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Failure(`${path}: cannot be written: ${(error as Error).message}`);
  }
}
