import { isValueType, mentionTypes } from '../analysis/types';
import type { IndexedThing } from '../workspace/entity-index';
import type { Host, WorkspaceRequest } from './host';
import type {
  EntitiesParams,
  EntityGroup,
  EntityGroupsParams,
  EntityRow,
  MentionRow,
  MentionsParams,
  Page,
} from './protocol';
import { filterOf, pageOf, toEntityRow, toMentionRow } from './rows';

/** Things named, most frequent first. */
export function listEntities({ host, params }: WorkspaceRequest<EntitiesParams>): Page<EntityRow> {
  return pageOf(thingsFor(host, params), params, toEntityRow);
}

/** How many things are named of each type, or in each document; groups without any are left out. */
export function listEntityGroups({ host, params }: WorkspaceRequest<EntityGroupsParams>): Page<EntityGroup> {
  const groups = params.by === 'type' ? groupByType(host, params) : groupByFile(host, params);
  return pageOf(groups, params, (group) => group);
}

/** Every mention of one thing in context. */
export function listMentions({ host, params }: WorkspaceRequest<MentionsParams>): Page<MentionRow> {
  const mentions = host.workspace.freshIndex().mentionsOf(params.entity, params.textDocument?.uri);
  return pageOf(mentions, params, (mention) => toMentionRow(host, mention));
}

/** Folded forms, kept as long as the index keeps the thing. */
const keys = new WeakMap<IndexedThing, string>();

function thingsFor(host: Host, params: EntitiesParams): readonly IndexedThing[] {
  const { hiddenTypes } = host.settings;
  const things = host.workspace
    .freshIndex()
    .things(filterOf(params))
    .filter(({ type }) => !hiddenTypes.includes(type));
  const wanted = host.knowledge.fold(params.filter?.trim() ?? '').toLowerCase();
  return wanted === '' ? things : things.filter((thing) => keyOf(host, thing).includes(wanted));
}

function keyOf(host: Host, thing: IndexedThing): string {
  const known = keys.get(thing);
  if (known !== undefined) return known;
  const key = host.knowledge.fold(thing.forms.map(({ surface }) => surface).join('\n')).toLowerCase();
  keys.set(thing, key);
  return key;
}

function groupByType(host: Host, params: EntityGroupsParams): readonly EntityGroup[] {
  const things = thingsFor(host, params);
  return mentionTypes
    .filter((type) => !isValueType(type))
    .map((type) => {
      const label = host.t(`type.${type}`);
      return summary(
        type,
        label,
        things.filter((thing) => thing.type === type),
      );
    })
    .filter(({ things: count }) => count > 0);
}

function groupByFile(host: Host, params: EntityGroupsParams): readonly EntityGroup[] {
  const uris = params.textDocument === undefined ? host.workspace.freshIndex().uris() : [params.textDocument.uri];
  return uris
    .map((uri) => summary(uri, '', thingsFor(host, { ...params, textDocument: { uri } })))
    .filter(({ things: count }) => count > 0);
}

function summary(key: string, label: string, things: readonly IndexedThing[]): EntityGroup {
  return { key, label, things: things.length, mentions: things.reduce((sum, { count }) => sum + count, 0) };
}
