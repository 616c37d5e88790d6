import { fixSafely } from '../rules/safe-fixes';
import type { Finding, Severity } from '../rules/types';
import { chooseOption, readArguments } from './arguments';
import { createFinder, readWanted } from './check-files';
import { Failure } from './failure';
import { showFixes, writeFixes } from './fix';
import type { InputFile } from './input';
import type { Command } from './main';
import { createProgress } from './progress';
import { writeSarif } from './sarif';
import { openSession, sessionOptions } from './session';

const usage = 'meipi check [--format text|json|sarif] [--max-warnings N] [--fix [--dry-run]] FILE|DIR|GLOB… | -';

/** One file with what was found in it. Lines and columns count from 1, columns in UTF-16 units. */
export interface CheckedFile {
  readonly file: string;
  readonly findings: readonly CheckedFinding[];
}

export interface CheckedFinding extends TextRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly CheckedFix[];
}

export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface CheckedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly (TextRange & { readonly text: string })[];
}

/** Checks files and reports what does not add up. */
export const check: Command = {
  usage,
  summary:
    'report what does not add up; exit code 1 for errors or more warnings than N, 2 for bad use; --fix mends what is ' +
    'beyond doubt and reports the rest, --dry-run shows it as a diff instead',
  async run(words) {
    const args = readArguments(words, ['format', 'max-warnings', ...sessionOptions], usage, ['fix', 'dry-run']);
    const format = chooseOption(args, 'format', ['text', 'json', 'sarif'], usage);
    const maxWarnings = readLimit(args.options.get('max-warnings'));
    if (args.files.length === 0) throw new Failure(`no file given\nusage: ${usage}`);
    if (args.flags.has('dry-run') && !args.flags.has('fix'))
      throw new Failure(`--dry-run needs --fix\nusage: ${usage}`);
    const failures: Failure[] = [];
    const session = await openSession(args.options);
    let inputs = await readWanted(args.files, session, (failure) => failures.push(failure));
    const progress = createProgress(process.stderr);
    const tell =
      (task: string) =>
      ({ name }: InputFile, number: number): void => {
        progress.report(`${task} ${number + 1}/${inputs.length} ${name}`);
      };
    const findingsIn = createFinder(session, inputs, tell('reading'));
    if (args.flags.has('fix')) {
      const fixed = inputs.map((input, number): InputFile => {
        tell('fixing')(input, number);
        return { ...input, text: fixSafely(input.text, (text) => findingsIn({ ...input, text })) };
      });
      progress.end();
      if (args.flags.has('dry-run')) return showFixes(inputs, fixed, failures);
      await writeFixes(inputs, fixed);
      inputs = fixed;
    }
    const files = inputs.map((input, number): CheckedFile => {
      tell('checking')(input, number);
      return { file: input.name, findings: findingsIn(input).map(toChecked) };
    });
    progress.end();
    // A text that came by standard input has just gone out mended, so the report takes the other way.
    const out =
      args.flags.has('fix') && inputs.some(({ name }) => name === '<stdin>') ? process.stderr : process.stdout;
    if (format === 'json') out.write(`${JSON.stringify(files, undefined, 2)}\n`);
    else if (format === 'sarif') out.write(`${JSON.stringify(writeSarif(files), undefined, 2)}\n`);
    else out.write(files.map(writeText).join(''));
    for (const failure of failures) process.stderr.write(`meipi: ${failure.message}\n`);
    if (failures.length > 0) return 2;
    const count = (severity: Severity): number =>
      files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0);
    return count('error') > 0 || count('warning') > maxWarnings ? 1 : 0;
  },
};

function readLimit(option: string | undefined): number {
  if (option === undefined) return Infinity;
  if (!/^\d+$/u.test(option))
    throw new Failure(`--max-warnings must be a whole number, not ${option}\nusage: ${usage}`);
  return Number(option);
}

function toChecked({ rule, severity, message, place, fixes }: Finding): CheckedFinding {
  return {
    rule,
    severity,
    ...toRange(place),
    message,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ ...toRange(edit.place), text: edit.text })),
    })),
  };
}

function toRange({ line, start, endLine, end }: Finding['place']): TextRange {
  return { line: line + 1, column: start + 1, endLine: (endLine ?? line) + 1, endColumn: end + 1 };
}

function writeText({ file, findings }: CheckedFile): string {
  return findings
    .map(
      ({ line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${message.replace(/\s*\n\s*/gu, ' ')}\n`,
    )
    .join('');
}
