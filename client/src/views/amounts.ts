import * as vscode from 'vscode';
import type { AmountRow, AmountsParams } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { writeCsv, writeTabbed } from './csv';
import type { FromPage, ToPage } from './pages/messages';
import { describePlace, type Places } from './places';
import type { ViewScope } from './scope';
import type { PageSource } from './webview-page';

/** The table of amounts: what it shows, copies and saves is asked for in the order in which it stands on the page. */
export class AmountsPage implements PageSource {
  readonly name = 'amounts';
  readonly title = vscode.l10n.t('Amounts');
  readonly texts = {
    title: this.title,
    empty: vscode.l10n.t('No amounts here. Open a Chinese text or Markdown file, or a folder of them.'),
    type: vscode.l10n.t('Type'),
    'type.': vscode.l10n.t('All amounts'),
    'type.MONEY': vscode.l10n.t('Money'),
    'type.PERCENT': vscode.l10n.t('Percentages'),
    'type.QUANTITY': vscode.l10n.t('Quantities'),
    copy: vscode.l10n.t('Copy'),
    save: vscode.l10n.t('Save as CSV…'),
    count: vscode.l10n.t('Amounts: {0}'),
    ...headings(),
  };
  readonly #server: Server;
  readonly #scope: ViewScope;
  readonly #places: Places;
  /** As the page last asked. */
  #order: AmountsParams = {};

  constructor(server: Server, scope: ViewScope, places: Places) {
    this.#server = server;
    this.#scope = scope;
    this.#places = places;
  }

  async answer(message: FromPage, post: (message: ToPage) => void): Promise<void> {
    if (message.kind === 'open') await this.#places.open(message.place);
    else if (message.kind === 'copy') await this.copy();
    else if (message.kind === 'save') await this.save();
    else if (message.kind === 'amounts') {
      const { number, type, sort, descending, limit } = message;
      this.#order = { sort, descending, ...(type === '' ? {} : { type }) };
      const page = await this.#server.request('meipi/amounts', { ...this.#scope.params, ...this.#order, limit });
      const rows = (page?.rows ?? []).map((row) => ({ ...row, where: describePlace(row) }));
      post({ kind: 'amounts', number, total: page?.total ?? 0, rows });
    }
  }

  async copy(): Promise<void> {
    await vscode.env.clipboard.writeText(writeTabbed(await this.#table()));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Amounts copied'), 3000);
  }

  /** Saves all amounts as CSV where the user says. */
  async save(target?: vscode.Uri): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = 'amounts.csv';
    const uri =
      target ??
      (await vscode.window.showSaveDialog({
        filters: { CSV: ['csv'] },
        ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
      }));
    if (!uri) return;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(writeCsv(await this.#table())));
  }

  async #table(): Promise<string[][]> {
    const page = await this.#server.request('meipi/amounts', { ...this.#scope.params, ...this.#order });
    const { value, unit, bound, about, place } = headings();
    const head = [value, unit, bound, about, vscode.l10n.t('As written'), vscode.l10n.t('Context'), place];
    return [head, ...(page?.rows ?? []).map(cellsOf)];
  }
}

function headings(): Record<'value' | 'unit' | 'bound' | 'about' | 'place', string> {
  return {
    value: vscode.l10n.t('Value'),
    unit: vscode.l10n.t('Unit'),
    bound: vscode.l10n.t('Bound'),
    about: vscode.l10n.t('About'),
    place: vscode.l10n.t('Source'),
  };
}

function cellsOf(row: AmountRow): string[] {
  const context = row.before + row.surface + row.after;
  return [row.value.norm, row.unit, row.bound, row.about ?? '', row.surface, context, describePlace(row)];
}
