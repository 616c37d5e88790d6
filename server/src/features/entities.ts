import type { CancellationToken } from 'vscode-languageserver';
import { isValueType, mentionTypes } from '../analysis/types';
import type { IndexedThing } from '../workspace/entity-index';
import { searchThings } from './entity-search';
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
export async function listEntities({
  host,
  params,
  token,
}: WorkspaceRequest<EntitiesParams>): Promise<Page<EntityRow>> {
  return pageOf(await thingsFor(host, params, token), params, toEntityRow);
}

/** How many things are named of each type, or in each document; groups without any are left out. */
export async function listEntityGroups({
  host,
  params,
  token,
}: WorkspaceRequest<EntityGroupsParams>): Promise<Page<EntityGroup>> {
  const groups = await (params.by === 'type' ? groupByType(host, params, token) : groupByFile(host, params, token));
  return pageOf(groups, params, (group) => group);
}

/** Every mention of one thing in context. */
export function listMentions({ host, params }: WorkspaceRequest<MentionsParams>): Page<MentionRow> {
  const mentions = host.workspace.freshIndex().mentionsOf(params.entity, params.textDocument?.uri);
  return pageOf(mentions, params, (mention) => toMentionRow(host, mention));
}

function thingsFor(host: Host, params: EntitiesParams, token: CancellationToken): Promise<readonly IndexedThing[]> {
  const { hiddenTypes } = host.settings;
  const things = host.workspace
    .freshIndex()
    .things(filterOf(params))
    .filter(({ type }) => !hiddenTypes.includes(type));
  return searchThings(host, things, params.filter ?? '', token);
}

async function groupByType(
  host: Host,
  params: EntityGroupsParams,
  token: CancellationToken,
): Promise<readonly EntityGroup[]> {
  const byType = new Map<string, IndexedThing[]>();
  for (const thing of await thingsFor(host, params, token)) {
    const group = byType.get(thing.type);
    if (group === undefined) byType.set(thing.type, [thing]);
    else group.push(thing);
  }
  return mentionTypes
    .filter((type) => !isValueType(type))
    .map((type) => summary(type, host.t(`type.${type}`), byType.get(type) ?? []))
    .filter(({ things: count }) => count > 0);
}

async function groupByFile(
  host: Host,
  params: EntityGroupsParams,
  token: CancellationToken,
): Promise<readonly EntityGroup[]> {
  const uris = params.textDocument === undefined ? host.workspace.freshIndex().uris() : [params.textDocument.uri];
  const groups: EntityGroup[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const things = await thingsFor(host, { ...params, textDocument: { uri } }, token);
    if (things.length > 0) groups.push(summary(uri, '', things));
  }
  return groups;
}

function summary(key: string, label: string, things: readonly IndexedThing[]): EntityGroup {
  return { key, label, things: things.length, mentions: things.reduce((sum, { count }) => sum + count, 0) };
}
