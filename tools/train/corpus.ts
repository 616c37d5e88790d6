import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon, type Lexicon } from '../../server/src/lexicon/lexicon';
import { loadWords, type WordTable } from '../../server/src/lexicon/words';
import { parseFoldTable } from '../../server/src/text/fold';
import { indexLines, lineAt } from '../../server/src/text/lines';
import { parseSyllables } from '../../server/src/text/residue';
import { makeView, toView, type ViewTables } from '../../server/src/text/view';
import { mentionTypes, type MentionType } from '../../server/src/analysis/types';

/** One annotated line: its view text and its spans in view units. */
export interface TrainingLine {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: MentionType }[];
}

export interface TrainingDocument {
  readonly name: string;
  readonly lines: readonly TrainingLine[];
}

/** Everything that the tagger stands on, read from `server/data`. */
export interface TrainingResources {
  readonly tables: ViewTables;
  readonly words: WordTable;
  /** The code of the tagger's kernel. */
  readonly kernel: Uint8Array;
  readonly lexicon: Lexicon;
}

export function readResources(data = 'server/data'): TrainingResources {
  const read = (name: string): string => readFileSync(join(data, name), 'utf8');
  const fold = parseFoldTable(read('fold.txt'));
  const files = readdirSync(join(data, 'lexicon')).filter((name) => /\.(?:tsv|txt)$/u.test(name));
  return {
    tables: { fold, syllables: parseSyllables(read('syllables.tsv')) },
    words: loadWords(readFileSync(join(data, 'words.bin'))),
    kernel: readFileSync(join(data, 'model/kernel.wasm')),
    lexicon: loadLexicon(new Map(files.map((name) => [name, read(join('lexicon', name))])), fold),
  };
}

/**
 * Reads a folder of brat annotations (code-point offsets). Lines that `boilerplate.tsv` excludes are left out, and so are
 * lines with a mention that goes on in another line (`part=` in its note) when `forScoring` is set.
 */
export function readFolder(folder: string, tables: ViewTables): readonly TrainingDocument[] {
  const skipped = readSkippedLines(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .sort()
    .map((name) => {
      const stem = name.slice(0, -4);
      const text = readFileSync(join(folder, `${stem}.txt`), 'utf8');
      const index = indexLines(text);
      const views = index.lines.map((line) => makeView(line, tables));
      const spans = index.lines.map((): { start: number; end: number; type: MentionType }[] => []);
      const offsets = [0];
      for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
      for (const row of readFileSync(join(folder, name), 'utf8').split('\n')) {
        const [, type = '', from = '', to = ''] = /^T\d+\t(\w+) (\d+) (\d+)/u.exec(row) ?? [];
        if (!(mentionTypes as readonly string[]).includes(type)) continue;
        const start = offsets[Number(from)] ?? 0;
        const end = offsets[Number(to)] ?? 0;
        const line = lineAt(index, start);
        const view = views[line];
        const lineStart = index.starts[line] ?? 0;
        if (view === undefined || end > lineStart + view.source.length) continue;
        spans[line]?.push({
          start: toView(view, start - lineStart),
          end: toView(view, end - 1 - lineStart) + 1,
          type: type as MentionType,
        });
      }
      const lines = views
        .map((view, at) => ({ text: view.text, spans: flat(spans[at] ?? []), at }))
        .filter(
          ({ text: line, at }) =>
            line.trim() !== '' && !(skipped.get(`${stem}.txt`) ?? []).some(([a, b]) => at + 1 >= a && at + 1 <= b),
        );
      return { name: stem, lines };
    });
}

function flat<T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

function readSkippedLines(folder: string): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const path = join(folder, 'boilerplate.tsv');
  const skipped = new Map<string, (readonly [number, number])[]>();
  if (!existsSync(path)) return skipped;
  const [header = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const columns = header.split('\t');
  for (const row of rows) {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    if (cell('annotated') !== 'no') continue;
    const list = skipped.get(cell('file')) ?? [];
    list.push([Number(cell('line_from')), Number(cell('line_to'))]);
    skipped.set(cell('file'), list);
  }
  return skipped;
}

/** Reads sentences of Universal NER (JSON lines, code-point offsets); LOC, ORG and PER become PLACE, ORGANISATION, PERSON. */
export function readJsonLines(path: string, tables: ViewTables): TrainingDocument {
  const types: Readonly<Record<string, MentionType>> = { LOC: 'PLACE', ORG: 'ORGANISATION', PER: 'PERSON' };
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((row): TrainingLine => {
      const { text, ents } = JSON.parse(row) as { text: string; ents: [number, number, string][] };
      const offsets = [0];
      for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
      const view = makeView(text, tables);
      const spans = ents.flatMap(([from, to, name]) => {
        const type = types[name];
        if (type === undefined) return [];
        return [{ start: toView(view, offsets[from] ?? 0), end: toView(view, (offsets[to] ?? 1) - 1) + 1, type }];
      });
      return { text: view.text, spans: flat(spans) };
    });
  return { name: path, lines };
}
