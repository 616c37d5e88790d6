import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { borrowDate } from '../analysis/related-date';
import type { Analysis } from '../analysis/types';
import { chooseOption, readArguments } from './arguments';
import { annotationsOf, writeBrat } from './brat';
import { Failure } from './failure';
import { readInputs, type InputFile } from './input';
import type { Command } from './main';
import { openSession, sessionOptions } from './session';

const usage = 'meipi annotate [--format jsonl|brat] [--out DIR] FILE…';

/** Marks files and writes what was found, as JSON lines or as brat standoff. */
export const annotate: Command = {
  usage,
  summary: 'mark names and values; brat writes DIR/NAME.ann for each NAME.txt, jsonl one line a file',
  async run(words) {
    const args = readArguments(words, ['format', 'out', ...sessionOptions], usage);
    const format = chooseOption(args, 'format', ['jsonl', 'brat'], usage);
    const folder = args.options.get('out');
    if (args.files.length === 0) throw new Failure(`no file given\nusage: ${usage}`);
    if (format === 'brat' && folder === undefined && args.files.length > 1) {
      throw new Failure(`brat standoff of several files needs --out DIR\nusage: ${usage}`);
    }
    const names = folder === undefined ? [] : args.files.map((file) => outputName(file, format));
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
      throw new Failure(`two of the files would be written to ${twice}; give them in separate calls`);

    const failures: Failure[] = [];
    const inputs = await readInputs(args.files, (failure) => failures.push(failure));
    const { knowledge, decided } = await openSession(args.options);
    if (folder !== undefined) await makeFolder(folder);
    const analyses = inputs.map(({ text }) => knowledge.analyzer.analyze(text));
    for (const [number, input] of inputs.entries()) {
      const own = analyses[number] as Analysis;
      const date = borrowDate(own, analyses);
      const analysis = date === undefined ? own : knowledge.analyzer.analyze(input.text, undefined, { date });
      const annotations = annotationsOf(input, decided(input.name, analysis));
      const content = format === 'brat' ? writeBrat(annotations) : writeJsonLine(input, annotations);
      if (folder === undefined) process.stdout.write(content);
      else await writeOutput(join(folder, outputName(input.name, format)), content);
    }
    for (const failure of failures) process.stderr.write(`meipi: ${failure.message}\n`);
    return failures.length === 0 ? 0 : 2;
  },
};

function writeJsonLine(input: InputFile, annotations: ReturnType<typeof annotationsOf>): string {
  const mentions = annotations.map(({ type, start, end, text, notes }) => ({ type, start, end, text, ...notes }));
  return `${JSON.stringify({ file: input.name, offsets: 'code points', mentions })}\n`;
}

function outputName(file: string, format: 'jsonl' | 'brat'): string {
  return `${basename(file, extname(file))}.${format === 'brat' ? 'ann' : 'jsonl'}`;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${folder}: the folder cannot be made: ${(error as Error).message}`);
  }
}

async function writeOutput(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Failure(`${path}: cannot be written: ${(error as Error).message}`);
  }
}
