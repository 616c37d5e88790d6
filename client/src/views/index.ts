import * as vscode from 'vscode';
import type { MentionRow } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { AmountsPage } from './amounts';
import { registerDecisions } from './decide';
import { DomainsTree } from './domains';
import { EntitiesTree } from './entities';
import { showFilterBox } from './filter';
import { followCursor, type Follower } from './follow';
import { GraphPage } from './graph';
import { Places, rangeOf, type Place } from './places';
import { ViewScope } from './scope';
import { TimelineTree } from './timeline';
import type { LazyTree, Node } from './tree';
import { WebviewPage } from './webview-page';

/** The views, as the extension's own tests reach them. */
export interface Views {
  readonly scope: ViewScope;
  readonly entities: EntitiesTree;
  readonly domains: DomainsTree;
  readonly timeline: TimelineTree;
  readonly amounts: AmountsPage;
  readonly pages: Readonly<Record<'amounts' | 'graph', WebviewPage>>;
  readonly trees: Readonly<Record<'entities' | 'domains' | 'timeline', vscode.TreeView<Node>>>;
}

/** Views are drawn anew so long after a change, and while the index grows no more often than that. */
const pause = 300;
const leastInterval = 1500;

/** Builds the views of the activity bar's container and keeps them in step with the index and the editor. */
export function registerViews(server: Server, context: vscode.ExtensionContext): Views {
  const places = new Places();
  const scope = new ViewScope(context.workspaceState);
  const entities = new EntitiesTree(server, scope);
  const domains = new DomainsTree(server, scope);
  const timeline = new TimelineTree(server, scope);
  const amounts = new AmountsPage(server, scope, places);
  const pages = {
    amounts: new WebviewPage(context.extensionUri, amounts),
    graph: new WebviewPage(context.extensionUri, new GraphPage(server, scope, places)),
  };
  const treeOf = (name: string, treeDataProvider: LazyTree): vscode.TreeView<Node> =>
    vscode.window.createTreeView(`meipi.${name}`, { treeDataProvider, showCollapseAll: true });
  const trees = {
    entities: treeOf('entities', entities),
    domains: treeOf('domains', domains),
    timeline: treeOf('timeline', timeline),
  };
  let lastTime = 0;
  const refresh = (): void => {
    lastTime = Date.now();
    trees.entities.message = scope.filter === '' ? '' : vscode.l10n.t('Names that hold “{0}”', scope.filter);
    for (const view of Object.values(trees))
      view.description = scope.onlyDocument ? vscode.l10n.t('this document') : '';
    for (const tree of [entities, domains, timeline]) tree.refresh();
    for (const page of Object.values(pages)) page.post({ kind: 'changed' });
  };
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(refresh, Math.max(pause, lastTime + leastInterval - Date.now()));
  };
  const views: Views = { scope, entities, domains, timeline, amounts, pages, trees };
  context.subscriptions.push(
    scope.register(),
    ...Object.values(trees),
    ...Object.entries(pages).map(([name, page]) => vscode.window.registerWebviewViewProvider(`meipi.${name}`, page)),
    scope.onDidChange(refresh),
    server.onDidChange(() => {
      if (!server.running) soon();
    }),
    server.onDidChangeIndex(soon),
    followCursor(server, places, followersOf(views)),
    ...commandsOf(views, places),
    ...registerDecisions(server),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  return views;
}

function followersOf({ scope, entities, domains, timeline, trees, pages }: Views): readonly Follower[] {
  const reveal = async (tree: LazyTree, view: vscode.TreeView<Node>, node: Node | undefined): Promise<void> => {
    if (node && view.visible) await tree.reveal(view, node);
  };
  return [
    {
      get visible() {
        return Object.values(trees).some((view) => view.visible);
      },
      follow: async ({ document }, thing) => {
        if (!thing) return;
        if (thing.forms.length > 0 && scope.filter === '')
          await reveal(entities, trees.entities, entities.nodeOf(thing, document.uri.toString()));
        if (thing.type === 'DOMAIN') await reveal(domains, trees.domains, domains.nodeOf(thing));
        await reveal(timeline, trees.timeline, timeline.nodeOf(thing));
      },
    },
    {
      get visible() {
        return Object.values(pages).some((page) => page.visible);
      },
      follow: ({ document, selection: { active } }, thing) => {
        const { line, character } = active;
        const cursor = { uri: document.uri.toString(), line, character, thing: thing?.id ?? '' };
        for (const page of Object.values(pages)) page.post({ kind: 'cursor', ...cursor });
      },
    },
  ];
}

function commandsOf({ scope, pages, amounts }: Views, places: Places): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'meipi.views.filter': () => {
      showFilterBox(scope);
    },
    'meipi.views.open': (place: Place) => places.open(place),
    'meipi.views.more': (tree: LazyTree, node: Node) => {
      tree.more(node);
    },
    'meipi.views.goToFirst': async (node: Node) => {
      const first = await firstMention(node);
      if (first) await places.open(first);
    },
    'meipi.views.copyName': (node: Node) => vscode.env.clipboard.writeText(node.name ?? ''),
    'meipi.copyAmounts': () => amounts.copy(),
    'meipi.saveAmounts': (target?: vscode.Uri) => amounts.save(target instanceof vscode.Uri ? target : undefined),
    'meipi.openAmounts': () => {
      pages.amounts.openInEditor();
    },
    'meipi.openGraph': () => {
      pages.graph.openInEditor();
    },
    'meipi.showMentions': async (uri: string, at: MentionRow['range']['start'], found: readonly Place[]) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        new vscode.Position(at.line, at.character),
        found.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), rangeOf(place))),
      ),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

async function firstMention(node: Node): Promise<Place | undefined> {
  const children = await node.load?.({ limit: 1 });
  return children?.rows[0]?.item().command?.arguments?.[0] as Place | undefined;
}
