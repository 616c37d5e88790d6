import { readFileSync, readdirSync } from 'node:fs';

/** The clauses of the seeds, as material for texts of any length. */
const clauses: readonly string[] = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(`seeds/${name}`, 'utf8').split(/[\n，。；,;]/u))
  .map((clause) => clause.trim())
  .filter((clause) => /^[^()（）「」『』“”《》【】\[\]*]{6,60}$/u.test(clause));

/** Numbers between 0 and 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A text of `length` UTF-16 units (a paragraph more at most); hardly two of its paragraphs are the same. */
export function textOf(length: number, seed = 1): string {
  const random = seeded(seed);
  const pick = (): string => clauses[Math.floor(random() * clauses.length)] ?? '';
  const lines: string[] = [];
  for (let written = 0; written < length;) {
    const line = `${Array.from({ length: 4 + Math.floor(random() * 8) }, pick).join('，')}。`;
    lines.push(line, '');
    written += line.length + 2;
  }
  return lines.join('\n');
}
