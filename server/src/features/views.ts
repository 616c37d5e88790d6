import { mentionTypes } from '../analysis/types';
import { thingOf } from '../workspace/entity-index';
import { findMentionAt } from '../workspace/finder';
import type { DocumentRequest, WorkspaceRequest } from './host';
import {
  tokenTypeOf,
  type EntityRow,
  type Explanation,
  type LegendEntry,
  type NextMention,
  type NextMentionParams,
  type PlaceParams,
} from './protocol';
import { toEntityRow } from './rows';

/** The twelve types with what they are, for a legend. */
export function getLegend({ host }: WorkspaceRequest<undefined>): readonly LegendEntry[] {
  return mentionTypes.map((type) => ({
    type,
    tokenType: tokenTypeOf[type],
    label: host.t(`type.${type}`),
    description: host.t(`type.${type}.description`),
  }));
}

/** The next or previous mention of the same thing or type in the document, round its end. */
export function nextMention({ host, snapshot, params }: DocumentRequest<NextMentionParams>): NextMention | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const found = findMentionAt(snapshot, line, unit);
  if (found === undefined) return null;
  const thing = thingOf(found.mention);
  const mentions = snapshot.analysis.lines.flatMap((each, number) =>
    each.mentions
      .filter((mention) => (params.by === 'type' ? mention.type === found.mention.type : thingOf(mention) === thing))
      .map((mention) => ({ mention, line: number, text: each.text })),
  );
  const at = mentions.findIndex(
    ({ mention, line: number }) => number === line && mention.start === found.mention.start,
  );
  const step = params.direction === 'next' ? 1 : -1;
  const ordinal = (at + step + mentions.length) % mentions.length;
  const target = mentions[ordinal];
  if (target === undefined) return null;
  return {
    range: host.positions.range(target.text, target.line, target.mention.start, target.mention.end),
    ordinal: ordinal + 1,
    total: mentions.length,
    name: target.mention.surface,
  };
}

/** The thing named at a place, counted over the workspace. */
export function thingAt({ host, snapshot, params }: DocumentRequest<PlaceParams>): EntityRow | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const mention = findMentionAt(snapshot, line, unit)?.mention;
  if (mention === undefined) return null;
  const id = thingOf(mention);
  const index = host.workspace.freshIndex();
  const thing = index.thing(id);
  if (thing !== undefined) return toEntityRow(thing);
  const { mentions, files } = index.countOf(id);
  return { id, type: mention.type, name: mention.surface, forms: [], count: mentions, files };
}

/** Why something is marked. */
export function explainMention({ host, snapshot, params }: DocumentRequest<PlaceParams>): Explanation | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const found = findMentionAt(snapshot, line, unit);
  if (found === undefined) return null;
  const {
    mention: { start, end, type, surface, reason, confidence },
  } = found;
  return {
    range: host.positions.range(snapshot.analysis.lines[line]?.text ?? '', line, start, end),
    type,
    surface,
    source: reason.source,
    detail: reason.detail,
    confidence,
  };
}
