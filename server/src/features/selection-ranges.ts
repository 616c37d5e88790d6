import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { AnalyzedLine, Section } from '../analysis/types';
import type { Span } from '../text/span';
import { toSource, toView } from '../text/view';
import { findMentionAt } from '../workspace/finder';
import type { LineUnit } from './positions';
import type { DocumentRequest } from './host';

/** From the character outwards: 字, 詞, mention, clause, sentence, paragraph, section, document. */
export async function selectionRanges({
  host,
  snapshot,
  params,
  token,
}: DocumentRequest<SelectionRangeParams>): Promise<SelectionRange[]> {
  const answers: SelectionRange[] = [];
  for (const position of params.positions) {
    const place = host.positions.place(snapshot.index, position);
    const { line } = place;
    const analyzed = snapshot.analysis.lines[line];
    const spans = analyzed === undefined || token.isCancellationRequested ? [] : await spansInLine(analyzed, place);
    const lastLine = snapshot.index.lines.length - 1;
    const outer: (readonly [LineUnit, LineUnit])[] = [
      ...spans.map(
        ({ start, end }) =>
          [
            { line, unit: start },
            { line, unit: end },
          ] as const,
      ),
      ...sectionsAround(snapshot.analysis.sections, line).map(
        (section) =>
          [
            { line: section.line, unit: 0 },
            { line: section.endLine, unit: snapshot.index.lines[section.endLine]?.length ?? 0 },
          ] as const,
      ),
      [
        { line: 0, unit: 0 },
        { line: lastLine, unit: snapshot.index.lines[lastLine]?.length ?? 0 },
      ],
    ];
    answers.push(nest(outer, place));
  }
  return answers;

  async function spansInLine(analyzed: AnalyzedLine, { line, unit }: LineUnit): Promise<readonly Span[]> {
    const { text, view } = analyzed;
    const inner = (span: Span | undefined): readonly Span[] => (span === undefined ? [] : [span]);
    const words = await host.segmenter.words(view.text);
    const at = toView(view, unit);
    const word = words.find(({ start, end }) => start <= at && at < end);
    const mention = findMentionAt(snapshot, line, unit)?.mention;
    return [
      characterAt(text, unit),
      ...inner(word === undefined ? undefined : toSource(view, word)),
      ...inner(mention),
      between(text, unit, clauseEnd),
      between(text, unit, sentenceEnd),
      { start: text.length - text.trimStart().length, end: text.trimEnd().length },
      { start: 0, end: text.length },
    ];
  }

  /** Makes each range hold the one before it; those that do not grow are left out. */
  function nest(ranges: readonly (readonly [LineUnit, LineUnit])[], from: LineUnit): SelectionRange {
    const kept: (readonly [LineUnit, LineUnit])[] = [];
    for (const range of ranges) {
      const last = kept.at(-1) ?? [from, from];
      if (
        compare(range[0], last[0]) <= 0 &&
        compare(range[1], last[1]) >= 0 &&
        (compare(range[0], last[0]) < 0 || compare(range[1], last[1]) > 0)
      )
        kept.push(range);
    }
    const outermost = kept.at(-1) ?? ([from, from] as const);
    return kept
      .slice(0, -1)
      .reduceRight<SelectionRange>(
        (parent, [start, end]) => ({ range: host.positions.span(snapshot.index, start, end), parent }),
        { range: host.positions.span(snapshot.index, ...outermost) },
      );
  }
}

const clauseEnd = /[，。！？；：、,;!?]/u;
const sentenceEnd = /[。！？!?]/u;

function compare(a: LineUnit, b: LineUnit): number {
  return a.line - b.line || a.unit - b.unit;
}

function characterAt(text: string, unit: number): Span {
  const point = text.codePointAt(unit) ?? 0;
  return { start: unit, end: Math.min(text.length, unit + (point > 0xffff ? 2 : 1)) };
}

/** From behind the mark before `unit` to the mark after it, closing quotes included. */
function between(text: string, unit: number, mark: RegExp): Span {
  let start = unit;
  while (start > 0 && !mark.test(text[start - 1] ?? '')) start -= 1;
  while (start < unit && /[\s」』”’）]/u.test(text[start] ?? '')) start += 1;
  let end = unit;
  while (end < text.length && !mark.test(text[end] ?? '')) end += 1;
  if (end < text.length) end += 1;
  while (end < text.length && /[」』”’）]/u.test(text[end] ?? '')) end += 1;
  return { start, end };
}

function sectionsAround(sections: readonly Section[], line: number): readonly Section[] {
  const holding = sections.find((section) => section.line <= line && line <= section.endLine);
  return holding === undefined ? [] : [...sectionsAround(holding.children, line), holding];
}
