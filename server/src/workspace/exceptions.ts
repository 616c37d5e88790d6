import { parseDocument, stringify } from 'yaml';
import type { Exception } from '../rules/exceptions';

/** What `.meipi/ignore.yaml` holds, and a sentence where it is broken. */
export interface ReadExceptions {
  readonly exceptions: readonly Exception[];
  readonly fault?: string;
}

/** What `.meipi/config.yaml` holds: settings as under `meipi.` in the editor, not yet looked into. */
export interface ReadConfig {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly fault?: string;
}

/** Reads the exceptions of a folder (YAML, a list). Accepts every string; entries without a rule are left out and named. */
export function readExceptions(content: string): ReadExceptions {
  const { value, fault } = readYaml(content);
  if (fault !== undefined) return { exceptions: [], fault };
  if (value === undefined || value === null) return { exceptions: [] };
  if (!Array.isArray(value)) return { exceptions: [], fault: 'a list of entries with the key “rule” is expected' };
  const exceptions: Exception[] = [];
  let bad: number | undefined;
  value.forEach((entry: unknown, number) => {
    const exception = toException(entry);
    if (exception === undefined) bad ??= number + 1;
    else exceptions.push(exception);
  });
  return {
    exceptions,
    ...(bad === undefined ? {} : { fault: `entry ${bad} needs “rule”, and its values must be text` }),
  };
}

/** Reads the settings of a folder (YAML, a mapping). Accepts every string. */
export function readConfig(content: string): ReadConfig {
  const { value, fault } = readYaml(content);
  if (fault !== undefined) return { settings: {}, fault };
  if (value === undefined || value === null) return { settings: {} };
  return typeof value === 'object' && !Array.isArray(value)
    ? { settings: value as Record<string, unknown> }
    : { settings: {}, fault: 'a mapping such as “rules: { typo: off }” is expected' };
}

/** An exception as one more entry of the file. */
export function writeException(exception: Exception): string {
  return stringify([exception], { lineWidth: 0 });
}

/** The exceptions for one file, by its path relative to the folder of the list. */
export function exceptionsFor(exceptions: readonly Exception[], path: string | undefined): readonly Exception[] {
  return exceptions.filter(({ file }) => file === undefined || file === path);
}

function readYaml(content: string): { readonly value?: unknown; readonly fault?: string } {
  const document = parseDocument(content, { schema: 'core', customTags: [], logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return { fault: error.message.split('\n')[0] ?? '' };
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (problem) {
    return { fault: (problem as Error).message };
  }
}

function toException(entry: unknown): Exception | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { rule, file, text, before, after } = entry as Record<string, unknown>;
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  if (typeof rule !== 'string' || !isText(file) || !isText(text) || !isText(before) || !isText(after)) return undefined;
  return {
    rule,
    ...(file === undefined ? {} : { file }),
    ...(text === undefined ? {} : { text }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
