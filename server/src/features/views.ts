import { mentionTypes, type MentionType } from '../analysis/types';
import { thingOf, type IndexedMention, type IndexedThing } from '../workspace/entity-index';
import { findMentionAt } from '../workspace/finder';
import { Refusal, type DocumentRequest, type Host, type WorkspaceRequest } from './host';
import { locationOf } from './locations';
import {
  tokenTypeOf,
  type AmountRow,
  type EntityRow,
  type Explanation,
  type Graph,
  type GraphParams,
  type LegendEntry,
  type MentionRow,
  type MentionsParams,
  type NextMention,
  type NextMentionParams,
  type PlaceParams,
  type ScopeParams,
  type TimelineRow,
} from './protocol';
import { displayValue } from './value-display';

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

/** Things named, most frequent first. */
export function listEntities({ host, params }: WorkspaceRequest<ScopeParams>): readonly EntityRow[] {
  return host.workspace.freshIndex().things(filterOf(params)).map(toRow);
}

/** Policy fields and where they are spoken of. */
export function listDomains({ host, params }: WorkspaceRequest<ScopeParams>): readonly EntityRow[] {
  return host.workspace
    .freshIndex()
    .things({ ...filterOf(params), type: 'DOMAIN' })
    .map(toRow);
}

/** Every mention of one thing in context. */
export function listMentions({ host, params }: WorkspaceRequest<MentionsParams>): readonly MentionRow[] {
  return host.workspace
    .freshIndex()
    .mentionsOf(params.entity, params.textDocument?.uri)
    .slice(0, params.limit ?? Infinity)
    .map((mention) => toMentionRow(host, mention));
}

/** Money, percentages and quantities in the order of the text. */
export function listAmounts({ host, params }: WorkspaceRequest<ScopeParams>): readonly AmountRow[] {
  const index = host.workspace.freshIndex();
  const types = (['MONEY', 'PERCENT', 'QUANTITY'] as const).filter(
    (type) => params.type === undefined || params.type === type,
  );
  const wanted = new Set<MentionType>(types);
  const rows: AmountRow[] = [];
  let about: IndexedMention | undefined;
  for (const mention of index.mentionsOfTypes([...types, ...subjects], params.textDocument?.uri)) {
    if (!wanted.has(mention.type)) {
      about = mention;
      continue;
    }
    const { type, value } = mention;
    if (value === undefined || (type !== 'MONEY' && type !== 'PERCENT' && type !== 'QUANTITY')) continue;
    const isNear = about !== undefined && about.uri === mention.uri && about.line === mention.line;
    rows.push({
      ...toMentionRow(host, mention),
      type,
      value,
      display: displayValue(type, value, host.locale, host.t).plain,
      ...(isNear && about !== undefined
        ? { about: index.lineText(about.uri, about.line).slice(about.start, about.end) }
        : {}),
    });
  }
  return rows;
}

/** Dates that are known, by time; durations and unknown ones are left out. */
export function listTimeline({ host, params }: WorkspaceRequest<ScopeParams>): readonly TimelineRow[] {
  return host.workspace
    .freshIndex()
    .mentionsOfTypes(['DATE'], params.textDocument?.uri)
    .flatMap((mention): TimelineRow[] => {
      const { value } = mention;
      if (value === undefined || !/^\d{2,4}/u.test(value.norm)) return [];
      const { plain, weekday } = displayValue('DATE', value, host.locale, host.t);
      return [
        { ...toMentionRow(host, mention), value, display: weekday === undefined ? plain : `${plain} ${weekday}` },
      ];
    })
    .sort((a, b) => (a.value.norm < b.value.norm ? -1 : a.value.norm > b.value.norm ? 1 : 0));
}

/** Persons, bodies, places and policies that stand in one line together; the `limit` most frequent things. */
export function makeGraph({ host, params }: WorkspaceRequest<GraphParams>): Graph {
  const index = host.workspace.freshIndex();
  const uri = params.textDocument?.uri;
  const nodes = index
    .things(uri === undefined ? {} : { uri })
    .filter(
      ({ type, id }) =>
        (params.type === undefined ? subjects.includes(type) : type === params.type) && !id.includes('+'),
    )
    .slice(0, params.limit ?? 60)
    .map(({ id, type, name, count }) => ({ id, type, name, count }));
  const shown = new Set(nodes.map(({ id }) => id));
  const weights = new Map<string, number>();
  let place = '';
  let together = new Set<string>();
  const close = (): void => {
    const ids = [...together].sort();
    ids.forEach((from, at) =>
      ids.slice(at + 1).forEach((to) => weights.set(`${from}\t${to}`, (weights.get(`${from}\t${to}`) ?? 0) + 1)),
    );
    together = new Set();
  };
  for (const mention of index.mentionsOfTypes(subjects, uri)) {
    const here = `${mention.uri} ${mention.line}`;
    if (here !== place) close();
    place = here;
    for (const id of mention.thing.split('+')) if (shown.has(id)) together.add(id);
  }
  close();
  return {
    nodes,
    edges: [...weights]
      .map(([pair, weight]) => {
        const [from = '', to = ''] = pair.split('\t');
        return { from, to, weight };
      })
      .sort((a, b) => b.weight - a.weight),
  };
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

const subjects: readonly MentionType[] = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'POLICY', 'DOCUMENT'];
const context = 24;

function filterOf({ textDocument, type }: ScopeParams): { uri?: string; type?: MentionType } {
  if (type !== undefined && !mentionTypes.includes(type)) throw new Refusal(`unknown type ${String(type)}`);
  return { ...(textDocument === undefined ? {} : { uri: textDocument.uri }), ...(type === undefined ? {} : { type }) };
}

function toRow({ id, type, name, forms, count, files }: IndexedThing): EntityRow {
  return { id, type, name, forms, count, files };
}

function toMentionRow(host: Host, mention: IndexedMention): MentionRow {
  const text = host.workspace.index.lineText(mention.uri, mention.line);
  return {
    ...locationOf(host, mention),
    before: text.slice(Math.max(0, mention.start - context), mention.start),
    surface: text.slice(mention.start, mention.end),
    after: text.slice(mention.end, mention.end + context),
  };
}
