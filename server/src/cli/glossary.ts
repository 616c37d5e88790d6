import { readFile } from 'node:fs/promises';
import { describeFault } from '../features/glossary-faults';
import { createTranslate } from '../features/messages';
import { readGlossary } from '../lexicon/glossary-reader';
import { Failure } from './failure';
import type { Command } from './main';

const usage = 'meipi glossary check FILE…';

/** Checks glossary files. */
export const glossary: Command = {
  usage,
  summary: 'check glossary files of your own',
  async run([action = '', ...files]) {
    if (action !== 'check' || files.length === 0) throw new Failure(`usage: ${usage}`);
    let faulty = false;
    for (const file of files) {
      const content = await readFile(file, 'utf8').catch((error: Error) => {
        throw new Failure(`${file}: cannot be read: ${error.message}`);
      });
      const { concepts, faults } = readGlossary(content, file);
      for (const fault of faults) process.stdout.write(`${describeFault(fault, createTranslate('en'))}\n`);
      process.stdout.write(`${file}: ${concepts.length} entries, ${faults.length} faults\n`);
      faulty ||= faults.length > 0;
    }
    return faulty ? 1 : 0;
  },
};
