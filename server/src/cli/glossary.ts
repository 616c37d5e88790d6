import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { describeFault } from '../features/glossary-faults';
import { createTranslate } from '../features/messages';
import type { Concept } from '../lexicon/glossary';
import { readGlossary } from '../lexicon/glossary-reader';
import { chooseOption, readArguments } from './arguments';
import { Failure } from './failure';
import { readGlossaryCsv, writeGlossaryCsv } from './glossary-csv';
import { readTbx, writeTbx, type Entry } from './glossary-tbx';
import type { Command } from './main';
import { openSession } from './session';

const usage =
  'meipi glossary check FILE… | export [--format tbx|csv] [--out FILE] [FILE…] | import [--out FILE] FILE.tbx|FILE.csv';

/** Checks glossary files, and carries them to and from other tools. */
export const glossary: Command = {
  usage,
  summary: 'check glossary files of your own; export them (without FILE: what comes with Meipi) and import others',
  async run([action = '', ...words]) {
    if (action === 'check') return check(words);
    if (action === 'export') return write(words);
    if (action === 'import') return read(words);
    throw new Failure(`usage: ${usage}`);
  },
};

async function check(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new Failure(`usage: ${usage}`);
  let faulty = false;
  for (const file of files) {
    const { concepts, faults } = readGlossary(await contentOf(file), file);
    for (const fault of faults) process.stdout.write(`${describeFault(fault, createTranslate('en'))}\n`);
    process.stdout.write(`${file}: ${concepts.length} entries, ${faults.length} faults\n`);
    faulty ||= faults.length > 0;
  }
  return faulty ? 1 : 0;
}

async function write(words: readonly string[]): Promise<number> {
  const args = readArguments(words, ['format', 'out'], usage);
  const format = chooseOption(args, 'format', ['tbx', 'csv'], usage);
  const concepts = args.files.length === 0 ? (await openSession()).knowledge.glossary.concepts : [];
  const own = await Promise.all(args.files.map(conceptsOf));
  const entries = [...concepts, ...own.flat()].map(({ origin: _origin, ...entry }): Entry => entry);
  await put(args.options.get('out'), format === 'tbx' ? writeTbx(entries) : writeGlossaryCsv(entries));
  return 0;
}

async function read(words: readonly string[]): Promise<number> {
  const args = readArguments(words, ['out'], usage);
  const [file, more] = args.files;
  if (file === undefined || more !== undefined) throw new Failure(`usage: ${usage}`);
  const content = await contentOf(file);
  const isCsv = file.toLowerCase().endsWith('.csv');
  const { entries, unknown } = isCsv
    ? { entries: readGlossaryCsv(content, file), unknown: new Map<string, number>() }
    : readTbx(content, file);
  for (const [name, count] of unknown) process.stderr.write(`meipi: ${file}: left out: ${name}, ${count} times\n`);
  await put(args.options.get('out'), stringify(entries, { lineWidth: 0 }));
  process.stderr.write(`meipi: ${file}: ${entries.length} entries\n`);
  return 0;
}

async function conceptsOf(file: string): Promise<readonly Concept[]> {
  const { concepts, faults } = readGlossary(await contentOf(file), file);
  const [fault] = faults;
  if (fault !== undefined) throw new Failure(describeFault(fault, createTranslate('en')));
  return concepts;
}

async function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure(`${file}: cannot be read: ${error.message}`);
  });
}

async function put(path: string | undefined, content: string): Promise<void> {
  if (path === undefined) {
    process.stdout.write(content);
    return;
  }
  await writeFile(path, content).catch((error: Error) => {
    throw new Failure(`${path}: cannot be written: ${error.message}`);
  });
}
