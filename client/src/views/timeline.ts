import * as vscode from 'vscode';
import type { EntityRow, Page, TimelineRow, TimelineYear } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { loadMentions } from './entities';
import { groupItem } from './items';
import type { ViewScope } from './scope';
import { LazyTree, type Node } from './tree';

/** Years, the dates of each, and their mentions, in the order of time. */
export class TimelineTree extends LazyTree {
  readonly #server: Server;
  readonly #scope: ViewScope;

  constructor(server: Server, scope: ViewScope) {
    super(() => this.#years());
    this.#server = server;
    this.#scope = scope;
  }

  /** The row of a date; `undefined` for one that has no place in time. */
  nodeOf({ id, count, type }: EntityRow): Node | undefined {
    const norm = /^=DATE (\S+)/u.exec(id)?.[1];
    const year = norm === undefined ? undefined : /^\d[\dX]*/u.exec(norm)?.[0];
    if (type !== 'DATE' || norm === undefined || year === undefined) return undefined;
    return this.#date({ id, norm, display: norm, count }, this.#year({ year, dates: 0, mentions: 0 }));
  }

  async #years(): Promise<Page<Node>> {
    const years = (await this.#server.request('meipi/timelineYears', this.#scope.params)) ?? [];
    return { total: years.length, rows: years.map((year) => this.#year(year)) };
  }

  #year({ year, dates, mentions }: TimelineYear): Node {
    const spoken = vscode.l10n.t('Dates: {0}. Mentions: {1}.', dates, mentions);
    const node: Node = {
      id: `year:${year}`,
      parent: undefined,
      item: () => groupItem(year, dates, spoken, new vscode.ThemeIcon('calendar')),
      load: async () => {
        const rows = (await this.#server.request('meipi/timeline', { ...this.#scope.params, year })) ?? [];
        return { total: rows.length, rows: rows.map((row) => this.#date(row, node)) };
      },
    };
    return node;
  }

  #date(row: TimelineRow, parent: Node): Node {
    const node: Node = {
      id: `${parent.id}/${row.id}`,
      parent,
      name: row.display,
      item: () => {
        const spoken = vscode.l10n.t('Mentions: {0}.', row.count);
        return groupItem(row.display, row.count, spoken, new vscode.ThemeIcon('clock'));
      },
      load: (page) => loadMentions(this.#server, row.id, node, this.#scope.params, page),
    };
    return node;
  }
}
