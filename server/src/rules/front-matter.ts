import type { AnalyzedLine } from '../analysis/types';

/**
 * How many lines at the head of a document are front matter: what stands between two lines of three hyphens, the first of
 * which is the first line. Its keys and tags are for programs, and tags are often written in both scripts on purpose. 0
 * where there is none, or where it is longer than a hundred lines.
 */
export function linesOfFrontMatter(lines: readonly Pick<AnalyzedLine, 'text'>[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0;
  for (let line = 1; line < Math.min(lines.length, longest); line += 1)
    if (lines[line]?.text.trimEnd() === '---') return line + 1;
  return 0;
}

const longest = 100;
