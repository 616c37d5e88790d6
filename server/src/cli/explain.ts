import { annotationsOf } from './brat';
import { readArguments } from './arguments';
import { Failure } from './failure';
import { readInput } from './input';
import type { Command } from './main';
import { openSession, sessionOptions } from './session';

const usage = 'meipi explain FILE:LINE:COLUMN';

/** Says what stands at a place and why it is marked so. */
export const explain: Command = {
  usage,
  summary: 'say what is marked at a place (line and UTF-16 column from 1) and why',
  async run(words) {
    const args = readArguments(words, sessionOptions, usage);
    const match = /^(.+):(\d+):(\d+)$/u.exec(args.files[0] ?? '');
    if (match === null || args.files.length !== 1) throw new Failure(`give one FILE:LINE:COLUMN\nusage: ${usage}`);
    const [, path = '', lineText = '', columnText = ''] = match;
    const input = await readInput(path);
    const { knowledge, decided } = await openSession(args.options);
    const analysis = decided(path, knowledge.analyzer.analyze(input.text));
    const number = Number(lineText) - 1;
    const unit = Number(columnText) - 1;
    const line = analysis.lines[number];
    if (line === undefined || unit < 0 || unit > line.text.length) {
      throw new Failure(
        `${path}:${lineText}:${columnText}: no such place; the file has ${analysis.lines.length} lines`,
      );
    }
    const at = line.mentions.findIndex(({ start, end }) => start <= unit && unit < end);
    const mention = line.mentions[at];
    const out = [`line ${number + 1}: ${line.kind}, read as ${JSON.stringify(line.view.text.slice(0, 80))}`];
    if (mention === undefined) {
      const names = knowledge.glossary.byForm(line.view.text.slice(unit, unit + 1)).map(({ id }) => id);
      out.push(`nothing is marked here${names.length > 0 ? `; glossary: ${names.join(', ')}` : ''}`);
    } else {
      const before = analysis.lines.slice(0, number).reduce((sum, { mentions }) => sum + mentions.length, 0);
      const annotation = annotationsOf(input, analysis)[before + at];
      const notes = Object.entries(annotation?.notes ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join('; ');
      out.push(
        `${mention.type} ${mention.surface} (columns ${mention.start + 1}–${mention.end})`,
        `by ${mention.reason.source}: ${mention.reason.detail}, confidence ${mention.confidence.toFixed(2)}`,
        ...(notes === '' ? [] : [notes]),
      );
    }
    process.stdout.write(`${out.join('\n')}\n`);
    return 0;
  },
};
