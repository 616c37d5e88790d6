import {
  SymbolKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { Section } from '../analysis/types';
import { cleanText } from './escape';
import type { DocumentRequest } from './host';

/** The outline: sections in their nesting, or flat for clients that know no tree. */
export function documentSymbols({
  host,
  snapshot,
}: DocumentRequest<DocumentSymbolParams>): DocumentSymbol[] | SymbolInformation[] {
  const { positions } = host;
  const { lines } = snapshot.analysis;
  const textOf = (line: number): string => lines[line]?.text ?? '';
  const toSymbol = (section: Section): DocumentSymbol => ({
    name: cleanText(section.title).trim() || '—',
    kind: SymbolKind.String,
    range: positions.span(
      snapshot.index,
      { line: section.line, unit: 0 },
      { line: section.endLine, unit: textOf(section.endLine).length },
    ),
    selectionRange: positions.range(textOf(section.line), section.line, section.span.start, section.span.end),
    children: section.children.map(toSymbol),
  });
  const symbols = snapshot.analysis.sections.map(toSymbol);
  if (host.client.hierarchicalSymbols) return symbols;
  const flatten = (symbol: DocumentSymbol): SymbolInformation[] => [
    { name: symbol.name, kind: symbol.kind, location: { uri: snapshot.uri, range: symbol.range } },
    ...(symbol.children ?? []).flatMap(flatten),
  ];
  return symbols.flatMap(flatten);
}
