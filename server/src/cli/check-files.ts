import type { Analysis } from '../analysis/types';
import { isMostlyHan, isOwnPath } from '../features/decision';
import { summarize } from '../rules/summary';
import type { Finding } from '../rules/types';
import { exceptionsFor } from '../workspace/exceptions';
import { createNameIndex } from '../workspace/name-index';
import type { Failure } from './failure';
import { readInputs, type InputFile } from './input';
import { findPaths } from './paths';
import { relativePath, type Session } from './session';

/** Reads what the words stand for; of the files come upon in a folder or by a glob only those that are mostly Chinese. */
export async function readWanted(
  words: readonly string[],
  { knowledge }: Session,
  report: (failure: Failure) => void,
): Promise<readonly InputFile[]> {
  const paths = await findPaths(words, report);
  const named = new Set(paths.filter(({ isNamed }) => isNamed).map(({ path }) => path));
  const inputs = await readInputs(
    paths.map(({ path }) => path),
    report,
  );
  return inputs.filter(
    ({ name, text }) =>
      name === '<stdin>' ||
      named.has(name) ||
      isOwnPath(`/${relativePath(name)}`) ||
      isMostlyHan(text, knowledge.scripts),
  );
}

/**
 * What finds everything in a text of `inputs`, or in a later state of it, with the names of all others at hand. Each is
 * analysed once; `onRead` hears of each beforehand.
 */
export function createFinder(
  session: Session,
  inputs: readonly InputFile[],
  onRead: (input: InputFile, number: number) => void,
): (input: InputFile) => readonly Finding[] {
  const { analyzer } = session.knowledge;
  const names = createNameIndex();
  const known = new Map<string, { readonly text: string; readonly analysis: Analysis }>();
  inputs.forEach((input, number) => {
    onRead(input, number);
    const analysis = session.decided(input.name, analyzer.analyze(input.text));
    known.set(input.name, { text: input.text, analysis });
    names.update('file', summarize(input.name, analysis));
  });
  return ({ name, text }) => {
    const before = known.get(name);
    const analysis = before?.text === text ? before.analysis : session.decided(name, analyzer.analyze(text));
    return session.checker.check(analysis, {
      ...session,
      others: names.beside(summarize(name, analysis)),
      exceptions: exceptionsFor(session.exceptions, relativePath(name)),
    });
  };
}
