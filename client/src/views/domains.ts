import type { EntityRow, PageParams, Page } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { entityNode, mapPage } from './entities';
import type { ViewScope } from './scope';
import { LazyTree, type Node } from './tree';

/** Policy fields, most spoken of first; under each where. */
export class DomainsTree extends LazyTree {
  readonly #server: Server;
  readonly #scope: ViewScope;

  constructor(server: Server, scope: ViewScope) {
    super((page) => this.#roots(page));
    this.#server = server;
    this.#scope = scope;
  }

  nodeOf(row: EntityRow): Node {
    return entityNode(this.#server, row, undefined, this.#scope.params);
  }

  async #roots(page: PageParams): Promise<Page<Node>> {
    const answer = await this.#server.request('meipi/entities', { ...this.#scope.params, ...page, type: 'DOMAIN' });
    return mapPage(answer, (row) => this.nodeOf(row));
  }
}
