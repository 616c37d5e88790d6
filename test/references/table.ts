import { readFileSync } from 'node:fs';
import type { Range } from 'vscode-languageserver';

/** One mention of a name in the sample documents, as a reader links it. */
export interface LinkedMention {
  /** File name within `seeds`. */
  readonly file: string;
  readonly type: string;
  /** Mentions with the same number name the same thing, in whatever file, form and script. */
  readonly thing: number;
  readonly surface: string;
  /** UTF-16 columns. */
  readonly range: Range;
}

/** Reads `seeds.tsv`: file, start, end, type, thing; offsets are code points over the file. */
export function readLinkedMentions(): readonly LinkedMention[] {
  const texts = new Map<string, readonly string[]>();
  const [, ...rows] = readFileSync('test/references/seeds.tsv', 'utf8').trim().split('\n');
  return rows.map((row): LinkedMention => {
    const [file = '', start = '', end = '', type = '', thing = ''] = row.split('\t');
    const characters = texts.get(file) ?? [...readFileSync(`seeds/${file}`, 'utf8')];
    texts.set(file, characters);
    const lines = characters
      .slice(0, Number(start))
      .join('')
      .split(/\r\n|\r|\n/u);
    const surface = characters.slice(Number(start), Number(end)).join('');
    const from = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return {
      file,
      type,
      thing: Number(thing),
      surface,
      range: { start: from, end: { line: from.line, character: from.character + surface.length } },
    };
  });
}
