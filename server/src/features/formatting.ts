import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatDocument } from '../rules/formatting/format';
import { houseStyleOf } from './checker';
import { rangeOfPlace } from './diagnostics';
import type { DocumentRequest, Host } from './host';
import type { LineUnit } from './positions';

/** Punctuation, quotation marks and blanks by the house style, over the whole document. */
export function format({ host, snapshot }: DocumentRequest<DocumentFormattingParams>): TextEdit[] {
  return host.settings.formatting.enable ? editsIn(host, snapshot) : [];
}

/** The same within a range: changes that belong together lie in it with all their parts, or are left. */
export function formatRange({ host, snapshot, params }: DocumentRequest<DocumentRangeFormattingParams>): TextEdit[] {
  if (!host.settings.formatting.enable) return [];
  const { positions } = host;
  return editsIn(host, snapshot, {
    from: positions.place(snapshot.index, params.range.start),
    to: positions.place(snapshot.index, params.range.end),
  });
}

function editsIn(
  host: Host,
  snapshot: DocumentRequest<unknown>['snapshot'],
  range?: { readonly from: LineUnit; readonly to: LineUnit },
): TextEdit[] {
  const { settings } = host;
  const options = { ...houseStyleOf(settings), spacing: settings.formatting.spacing };
  return formatDocument(snapshot.analysis, options)
    .filter((group) => range === undefined || group.every(({ place }) => isWithin(place, range)))
    .flat()
    .map(({ place, text }) => ({ range: rangeOfPlace(host, snapshot, place), newText: text }));
}

function isWithin(
  { line, start, end }: { readonly line: number; readonly start: number; readonly end: number },
  { from, to }: { readonly from: LineUnit; readonly to: LineUnit },
): boolean {
  const isBehind = line > from.line || (line === from.line && start >= from.unit);
  return isBehind && (line < to.line || (line === to.line && end <= to.unit));
}
