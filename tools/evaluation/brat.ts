import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One annotated or predicted span; offsets are code points over the file's text. */
export interface AnnotatedSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly notes: Readonly<Record<string, string>>;
}

/** One text with its annotation. */
export interface AnnotatedDocument {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly AnnotatedSpan[];
  /** Line numbers, from 1, that are left out of scoring. */
  readonly skippedLines: ReadonlySet<number>;
}

/** Reads a folder of NAME.txt with NAME.ann (brat standoff) and an optional boilerplate.tsv. Throws when it cannot be read. */
export function readAnnotatedFolder(folder: string): readonly AnnotatedDocument[] {
  const skipped = readSkippedLines(join(folder, 'boilerplate.tsv'));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -4);
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const spans = parseAnnotations(readFileSync(join(folder, file), 'utf8'));
      return { name, text, spans, skippedLines: skipped.get(`${name}.txt`) ?? new Set() };
    });
}

function parseAnnotations(content: string): readonly AnnotatedSpan[] {
  const spans = new Map<string, AnnotatedSpan & { notes: Record<string, string> }>();
  for (const row of content.split(/\r?\n/u)) {
    const [key = '', head = '', rest = ''] = row.split('\t');
    if (/^T\d+$/u.test(key)) {
      const [type = '', start, end] = head.split(' ');
      spans.set(key, { type, start: Number(start), end: Number(end), text: rest, notes: {} });
    } else if (head.startsWith('AnnotatorNotes ')) {
      const span = spans.get(head.slice('AnnotatorNotes '.length));
      for (const pair of rest.split(';')) {
        const at = pair.indexOf('=');
        if (span !== undefined && at > 0) span.notes[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
      }
    }
  }
  return [...spans.values()];
}

function readSkippedLines(path: string): ReadonlyMap<string, Set<number>> {
  const skipped = new Map<string, Set<number>>();
  if (!existsSync(path)) return skipped;
  const [header = '', ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/u);
  const columns = header.split('\t');
  for (const row of rows.map((line) => line.split('\t'))) {
    const cell = (name: string): string => row[columns.indexOf(name)] ?? '';
    if (cell('annotated') !== 'no') continue;
    const lines = skipped.get(cell('file')) ?? new Set<number>();
    for (let line = Number(cell('line_from')); line <= Number(cell('line_to')); line += 1) lines.add(line);
    skipped.set(cell('file'), lines);
  }
  return skipped;
}
