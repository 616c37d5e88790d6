import { readArguments } from './arguments';
import { Failure } from './failure';
import { indexFolder } from './folder';
import type { Command } from './main';
import { openSession, sessionOptions } from './session';

const usage = 'meipi refs NAME DIR';
/** Characters of context on either side of a mention. */
const context = 20;

/** Lists every mention of a thing in a folder, whatever form and script it stands in, as a concordance. */
export const refs: Command = {
  usage,
  summary: 'list every mention of what NAME names (any form, either script, or an id) in context',
  async run(words) {
    const args = readArguments(words, sessionOptions, usage);
    const [name, folder] = args.files;
    if (name === undefined || folder === undefined || args.files.length !== 2)
      throw new Failure(`give a name and a folder\nusage: ${usage}`);
    const session = await openSession(args.options);
    const { index, failures } = await indexFolder(folder, session);
    const key = session.knowledge.fold(name);
    const things = index
      .things()
      .filter(({ id, forms }) => id === name || forms.some(({ surface }) => session.knowledge.fold(surface) === key));
    for (const thing of things) {
      if (things.length > 1) process.stdout.write(`# ${thing.type} ${thing.name} [${thing.id}]\n`);
      for (const { uri, line, start, end } of index.mentionsOf(thing.id)) {
        const text = index.lineText(uri, line);
        const before = text.slice(Math.max(0, start - context), start);
        process.stdout.write(
          `${uri}:${line + 1}:${start + 1}\t${before}\t${text.slice(start, end)}\t${text.slice(end, end + context)}\n`,
        );
      }
    }
    if (things.length === 0) process.stderr.write(`meipi: nothing in ${folder} is called ${name}\n`);
    return failures.length > 0 ? 2 : things.length === 0 ? 1 : 0;
  },
};
