import { annotate } from './annotate';
import { check } from './check';
import { entities } from './entities';
import { explain } from './explain';
import { Failure } from './failure';
import { glossary } from './glossary';
import { refs } from './refs';

/** One command: how it is called, what it does, and its work. Answers the exit code. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (words: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = { annotate, check, explain, entities, refs, glossary };

const [name = '', ...words] = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may go early: `meipi annotate … | head`.
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
void run().then((code) => {
  process.exitCode = code;
});

async function run(): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    (name === '' ? process.stderr : process.stdout).write(help());
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`meipi: unknown command ${name}\n${help()}`);
    return 2;
  }
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`usage: ${command.usage}\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`meipi: ${error.message}\n`);
    return error instanceof Failure ? error.exitCode : 2;
  }
}

function help(): string {
  const rows = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`);
  return `usage: meipi COMMAND …\n${rows.join('')}`;
}
