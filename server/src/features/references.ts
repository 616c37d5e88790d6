import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { findDefiningMention, findMentionAt, findSameThing } from '../workspace/finder';
import type { DocumentRequest } from './host';
import { locationOf } from './locations';

/** Every mention of the same thing in all documents, whatever its form and script. */
export function references({ host, snapshot, params }: DocumentRequest<ReferenceParams>): Location[] | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const found = findMentionAt(snapshot, line, unit);
  if (found === undefined) return null;
  const index = host.workspace.freshIndex();
  const mentions = findSameThing(index, found.mention);
  if (params.context.includeDeclaration) return mentions.map((mention) => locationOf(host, mention));
  const defining = findDefiningMention(index, found.mention, snapshot.uri);
  const isDefining = (each: (typeof mentions)[number]): boolean =>
    defining !== undefined && each.uri === defining.uri && each.line === defining.line && each.start === defining.start;
  return mentions.filter((mention) => !isDefining(mention)).map((mention) => locationOf(host, mention));
}

/** The mentions of the same thing in this document. */
export function documentHighlight({
  host,
  snapshot,
  params,
}: DocumentRequest<DocumentHighlightParams>): DocumentHighlight[] | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const found = findMentionAt(snapshot, line, unit);
  if (found === undefined) return null;
  return findSameThing(host.workspace.freshIndex(), found.mention, snapshot.uri).map((mention) => ({
    range: locationOf(host, mention).range,
    kind: DocumentHighlightKind.Text,
  }));
}
