import { chooseOption, readArguments } from './arguments';
import { writeCsv } from './csv';
import { Failure } from './failure';
import { indexFolder } from './folder';
import type { Command } from './main';
import { openSession, sessionOptions } from './session';

const usage = 'meipi entities DIR [--format table|json|csv]';

/** Lists everything that a folder's documents name, most frequent first. */
export const entities: Command = {
  usage,
  summary: 'list what is named in the documents of a folder, with every form and count',
  async run(words) {
    const args = readArguments(words, ['format', ...sessionOptions], usage);
    const format = chooseOption(args, 'format', ['table', 'json', 'csv'], usage);
    const [folder] = args.files;
    if (folder === undefined || args.files.length !== 1) throw new Failure(`give one folder\nusage: ${usage}`);
    const { index, failures } = await indexFolder(folder, await openSession(args.options));
    const things = index.things();
    const formsOf = (thing: (typeof things)[number]): string =>
      thing.forms.map(({ surface, count }) => `${surface} ${count}`).join('; ');
    if (format === 'json') {
      process.stdout.write(`${JSON.stringify(things, undefined, 2)}\n`);
    } else if (format === 'csv') {
      process.stdout.write(
        writeCsv([
          ['id', 'type', 'name', 'mentions', 'files', 'forms'],
          ...things.map((thing) => [
            thing.id,
            thing.type,
            thing.name,
            String(thing.count),
            String(thing.files),
            formsOf(thing),
          ]),
        ]),
      );
    } else {
      for (const thing of things) {
        process.stdout.write(
          `${thing.type.padEnd(12)} ${String(thing.count).padStart(5)} in ${String(thing.files).padEnd(4)} ${thing.name}  [${thing.id}]  ${formsOf(thing)}\n`,
        );
      }
    }
    return failures.length === 0 ? 0 : 2;
  },
};
