import type { Finding, Severity } from '../rules/types';
import { chooseOption, readArguments } from './arguments';
import { Failure } from './failure';
import { readInputs } from './input';
import type { Command } from './main';
import { writeSarif } from './sarif';
import { openSession, sessionOptions } from './session';

const usage = 'meipi check [--format text|json|sarif] [--max-warnings N] FILE… | -';

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
  summary: 'report what does not add up; exit code 1 for errors or more warnings than N, 2 for bad use',
  async run(words) {
    const args = readArguments(words, ['format', 'max-warnings', ...sessionOptions], usage);
    const format = chooseOption(args, 'format', ['text', 'json', 'sarif'], usage);
    const maxWarnings = readLimit(args.options.get('max-warnings'));
    if (args.files.length === 0) throw new Failure(`no file given\nusage: ${usage}`);
    const failures: Failure[] = [];
    const inputs = await readInputs(args.files, (failure) => failures.push(failure));
    const session = await openSession(args.options);
    const files = inputs.map(({ name, text }): CheckedFile => ({
      file: name,
      findings: session.checker.check(session.knowledge.analyzer.analyze(text), session).map(toChecked),
    }));
    if (format === 'json') process.stdout.write(`${JSON.stringify(files, undefined, 2)}\n`);
    else if (format === 'sarif') process.stdout.write(`${JSON.stringify(writeSarif(files), undefined, 2)}\n`);
    else process.stdout.write(files.map(writeText).join(''));
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
