import * as vscode from 'vscode';
import type {
  EntitiesParams,
  EntityGroup,
  EntityRow,
  MentionRow,
  Page,
  PageParams,
} from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { entityItem, groupItem, iconOf, mentionItem } from './items';
import type { ViewScope } from './scope';
import { LazyTree, type Node } from './tree';

/** Things by type, by count or by document; under each its mentions in context. */
export class EntitiesTree extends LazyTree {
  readonly #server: Server;
  readonly #scope: ViewScope;

  constructor(server: Server, scope: ViewScope) {
    super((page) => this.#roots(page));
    this.#server = server;
    this.#scope = scope;
  }

  /** The row of a thing as the tree is arranged now. */
  nodeOf(row: EntityRow, uri: string): Node {
    const { grouping, params } = this.#scope;
    if (grouping === 'count') return this.#entity(row, undefined, params);
    const key = grouping === 'type' ? row.type : uri;
    const group = this.#group({ key, label: '', things: 0, mentions: 0 });
    return this.#entity(row, group, this.#within(key));
  }

  async #roots(page: PageParams): Promise<Page<Node>> {
    const { grouping, params, filter } = this.#scope;
    if (grouping === 'count') return this.#entities(undefined, { ...params, filter }, page);
    const groups = await this.#server.request('meipi/entityGroups', { ...params, ...page, filter, by: grouping });
    return mapPage(groups, (group) => this.#group(group));
  }

  #group(group: EntityGroup): Node {
    const { key, label, things, mentions } = group;
    const spoken = vscode.l10n.t('Names: {0}. Mentions: {1}.', things, mentions);
    const node: Node = {
      id: `group:${key}`,
      parent: undefined,
      item: () =>
        this.#scope.grouping === 'file'
          ? groupItem(fileName(key), things, spoken, new vscode.ThemeIcon('file'))
          : groupItem(capital(label), things, spoken, iconOf(key as EntityRow['type'])),
      load: (page) => this.#entities(node, { ...this.#within(key), filter: this.#scope.filter }, page),
    };
    return node;
  }

  async #entities(parent: Node | undefined, params: EntitiesParams, page: PageParams): Promise<Page<Node>> {
    const answer = await this.#server.request('meipi/entities', { ...params, ...page });
    return mapPage(answer, (row) => this.#entity(row, parent, params));
  }

  #entity(row: EntityRow, parent: Node | undefined, { textDocument }: EntitiesParams): Node {
    return entityNode(this.#server, row, parent, textDocument === undefined ? {} : { textDocument });
  }

  /** What is asked for under a group. */
  #within(key: string): EntitiesParams {
    return this.#scope.grouping === 'type'
      ? { ...this.#scope.params, type: key as EntityRow['type'] }
      : { textDocument: { uri: key } };
  }
}

/** A thing whose children are its mentions. */
export function entityNode(
  server: Server,
  row: EntityRow,
  parent: Node | undefined,
  scope: { textDocument?: { uri: string } },
): Node {
  const node: Node = {
    id: `${parent?.id ?? ''}/${row.id}`,
    parent,
    name: row.name,
    entity: row,
    item: () => entityItem(row),
    load: (page) => loadMentions(server, row.id, node, scope, page),
  };
  return node;
}

/** The mentions of a thing as rows. */
export async function loadMentions(
  server: Server,
  entity: string,
  parent: Node,
  scope: { textDocument?: { uri: string } },
  page: PageParams,
): Promise<Page<Node>> {
  const answer = await server.request('meipi/mentions', { ...scope, ...page, entity });
  return mapPage(answer, (mention) => mentionNode(mention, parent));
}

export function mapPage<T>(page: Page<T> | undefined, make: (each: T) => Node): Page<Node> {
  return page === undefined ? { total: 0, rows: [] } : { total: page.total, rows: page.rows.map(make) };
}

function mentionNode(mention: MentionRow, parent: Node): Node {
  const { line, character } = mention.range.start;
  return { id: `${parent.id}/${mention.uri}#${line}:${character}`, parent, item: () => mentionItem(mention) };
}

function fileName(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
