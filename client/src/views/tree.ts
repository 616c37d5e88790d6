import * as vscode from 'vscode';
import type { EntityRow, Page, PageParams } from '../../../server/src/features/protocol';

/** A row of a tree. Branches load their children when they are opened, a page at a time. */
export interface Node {
  /** Unique within its tree and the same after every refresh. */
  readonly id: string;
  readonly parent: Node | undefined;
  readonly item: () => vscode.TreeItem;
  readonly load?: (page: PageParams) => Promise<Page<Node>>;
  /** Rows that are the beginning of something lead there. */
  readonly name?: string;
  /** The thing, on rows of things. */
  readonly entity?: EntityRow;
}

const pageSize = 200;

/** A tree whose branches are asked for when they are opened. What has been loaded is asked for anew after a change. */
export class LazyTree implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #roots: (page: PageParams) => Promise<Page<Node>>;
  /** How many children of a branch are wanted, where that is not the first page. */
  readonly #limits = new Map<string, number>();
  /** A child that is shown although it does not come in the pages loaded so far, by branch. */
  readonly #pinned = new Map<string, Node>();

  constructor(roots: (page: PageParams) => Promise<Page<Node>>) {
    this.#roots = roots;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = node.item();
    item.id = node.id;
    if (node.load) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
    return item;
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const branch = node?.id ?? '';
    const limit = this.#limits.get(branch) ?? pageSize;
    const load = node ? node.load : this.#roots;
    if (!load) return [];
    const { total, rows } = await load({ limit });
    const pinned = this.#pinned.get(branch);
    const isMissing = pinned !== undefined && rows.length < total && !rows.some(({ id }) => id === pinned.id);
    const children = isMissing ? [...rows, pinned] : [...rows];
    if (rows.length < total) children.push(this.#more(node, total - rows.length));
    return children;
  }

  refresh(node?: Node): void {
    this.#changed.fire(node);
  }

  /** Loads the next page of a branch. */
  more(node: Node): void {
    const branch = node.parent?.id ?? '';
    this.#limits.set(branch, (this.#limits.get(branch) ?? pageSize) + pageSize);
    this.refresh(node.parent);
  }

  /** Selects a row, which is shown even where its page has not been loaded; nothing where it is not in the tree. */
  async reveal(view: vscode.TreeView<Node>, node: Node): Promise<void> {
    const branch = node.parent?.id ?? '';
    if (this.#pinned.get(branch)?.id !== node.id) {
      this.#pinned.set(branch, node);
      const rows = await this.getChildren(node.parent);
      if (!rows.some(({ id }) => id === node.id)) return;
    }
    try {
      await view.reveal(node, { select: true, focus: false });
    } catch {
      // The tree has changed meanwhile: the next move of the cursor finds the new one.
    }
  }

  #more(parent: Node | undefined, left: number): Node {
    const node: Node = {
      id: `${parent?.id ?? ''}/more`,
      parent,
      item: () => {
        const item = new vscode.TreeItem(vscode.l10n.t('Show more ({0} left)', left));
        item.iconPath = new vscode.ThemeIcon('ellipsis');
        item.command = { command: 'meipi.views.more', title: '', arguments: [this, node] };
        return item;
      },
    };
    return node;
  }
}
