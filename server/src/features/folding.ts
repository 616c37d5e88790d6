import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import type { Section } from '../analysis/types';
import type { DocumentRequest } from './host';

/** Sections fold under their headings, runs of page furniture (menus, links, footers) as a region. */
export function foldingRanges({ snapshot: { analysis } }: DocumentRequest<FoldingRangeParams>): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, lastLine: number, kind?: FoldingRangeKind): void => {
    let endLine = lastLine;
    while (endLine > startLine && analysis.lines[endLine]?.kind === 'blank') endLine -= 1;
    if (endLine > startLine) ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  const addSection = (section: Section): void => {
    add(section.line, section.endLine);
    section.children.forEach(addSection);
  };
  analysis.sections.forEach(addSection);
  let start = -1;
  analysis.lines.forEach(({ kind }, line) => {
    const isFurniture =
      kind === 'menu' || kind === 'widget' || kind === 'links' || kind === 'footer' || kind === 'template';
    if (isFurniture && start < 0) start = line;
    if (!isFurniture && kind !== 'blank' && start >= 0) {
      add(start, line - 1, FoldingRangeKind.Region);
      start = -1;
    }
  });
  if (start >= 0) add(start, analysis.lines.length - 1, FoldingRangeKind.Region);
  const seen = new Set<string>();
  return ranges
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .filter(({ startLine, endLine }) => !seen.has(`${startLine}-${endLine}`) && seen.add(`${startLine}-${endLine}`));
}
