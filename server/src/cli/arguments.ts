import { Failure } from './failure';

/** What stands on the command line behind the command's name. */
export interface Arguments {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  /** Options that take no value, such as `--fix`. */
  readonly flags: ReadonlySet<string>;
}

/**
 * Reads `--name value`, `--name=value` and plain words; behind `--` everything is a plain word, and a lone `-` means
 * standard input. An option that `allowed` does not list, or one without its value, is a Failure.
 */
export function readArguments(
  words: readonly string[],
  allowed: readonly string[],
  usage: string,
  allowedFlags: readonly string[] = [],
): Arguments {
  const files: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      files.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    if (allowedFlags.includes(name) && equals < 0) {
      flags.add(name);
      continue;
    }
    if (!allowed.includes(name)) throw new Failure(`unknown option --${name}\nusage: ${usage}`);
    let value: string | undefined = word.slice(equals + 1);
    if (equals < 0) {
      at += 1;
      value = words[at];
    }
    if (value === undefined) throw new Failure(`--${name} needs a value\nusage: ${usage}`);
    options.set(name, value);
  }
  return { files, options, flags };
}

/** The value of an option that must be one of a few words. */
export function chooseOption<const T extends string>(
  args: Arguments,
  name: string,
  choices: readonly [T, ...T[]],
  usage: string,
): T {
  const value = args.options.get(name);
  if (value === undefined) return choices[0];
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new Failure(`--${name} must be ${choices.join(' or ')}, not ${value}\nusage: ${usage}`);
  return choice;
}
