import * as vscode from 'vscode';
import type { GraphParams, MentionRow, Page } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import type { FromPage, GraphChoice, ToPage } from './pages/messages';
import { describePlace, type Places } from './places';
import type { ViewScope } from './scope';
import type { PageSource } from './webview-page';

const typesOf: Readonly<Record<GraphChoice, NonNullable<GraphParams['types']>>> = {
  who: ['PERSON', 'ORGANISATION'],
  persons: ['PERSON'],
  organisations: ['ORGANISATION'],
  all: ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'POLICY', 'DOCUMENT'],
};

/** Who appears with whom: a picture and, below it, the same as a table. */
export class GraphPage implements PageSource {
  readonly name = 'graph';
  readonly title = vscode.l10n.t('Who Appears with Whom');
  readonly texts = {
    title: this.title,
    empty: vscode.l10n.t('No names stand together here. Open a Chinese text or Markdown file, or a folder of them.'),
    choice: vscode.l10n.t('Which names'),
    'choice.who': vscode.l10n.t('Persons and organisations'),
    'choice.persons': vscode.l10n.t('Persons'),
    'choice.organisations': vscode.l10n.t('Organisations'),
    'choice.all': vscode.l10n.t('All names'),
    limit: vscode.l10n.t('How many names'),
    names: vscode.l10n.t('At most {0}'),
    name: vscode.l10n.t('Name'),
    other: vscode.l10n.t('Stands with'),
    lines: vscode.l10n.t('Lines'),
    count: vscode.l10n.t('Names: {0}, pairs: {1}'),
    visited: vscode.l10n.t('{0} of {1}: {2}'),
    pair: vscode.l10n.t('{0} with {1}, lines: {2}'),
  };
  readonly #server: Server;
  readonly #scope: ViewScope;
  readonly #places: Places;

  constructor(server: Server, scope: ViewScope, places: Places) {
    this.#server = server;
    this.#scope = scope;
    this.#places = places;
  }

  async answer(message: FromPage, post: (message: ToPage) => void): Promise<void> {
    if (message.kind === 'graph') {
      const { number, choice, limit } = message;
      const params = { ...this.#scope.params, types: typesOf[choice], limit };
      const graph = await this.#server.request('meipi/graph', params);
      if (graph) post({ kind: 'graph', number, graph });
    } else if (message.kind === 'visit') await this.#visit(message, post);
  }

  /** Leads to one of the places where a thing, or two things together, are named; round the last of them. */
  async #visit(
    { from, to, turn }: Extract<FromPage, { kind: 'visit' }>,
    post: (message: ToPage) => void,
  ): Promise<void> {
    const ask = async (offset: number): Promise<Page<MentionRow> | undefined> => {
      const page = { ...this.#scope.params, offset, limit: 1 };
      return to === undefined
        ? this.#server.request('meipi/mentions', { ...page, entity: from })
        : this.#server.request('meipi/together', { ...page, from, to });
    };
    const total = (await ask(0))?.total ?? 0;
    if (total === 0) return;
    const [place] = (await ask(turn % total))?.rows ?? [];
    if (!place) return;
    post({ kind: 'visited', turn: (turn % total) + 1, total, where: describePlace(place) });
    await this.#places.open(place);
  }
}
