import * as vscode from 'vscode';
import { tokenTypeOf, type LegendEntry } from '../../server/src/features/protocol';
import type { Server } from './server';

const scheme = 'meipi-legend';
const address = vscode.Uri.parse(`${scheme}:/Meipi`);

/** 'Show Legend': a read-only document in which each type stands in the very colour that marks have in this theme. */
export function registerLegend(server: Server): vscode.Disposable {
  const legend = new LegendDocument();
  const tokens = new vscode.SemanticTokensLegend(Object.values(tokenTypeOf));
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, legend),
    vscode.languages.registerDocumentSemanticTokensProvider({ scheme }, legend, tokens),
    vscode.commands.registerCommand('meipi.showLegend', async () => {
      const entries = await server.request('meipi/legend', undefined);
      if (!entries) return;
      legend.show(entries);
      const document = await vscode.workspace.openTextDocument(address);
      await vscode.languages.setTextDocumentLanguage(document, 'zh-policy');
      await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
        preview: true,
      });
    }),
  );
}

class LegendDocument implements vscode.TextDocumentContentProvider, vscode.DocumentSemanticTokensProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  #entries: readonly LegendEntry[] = [];

  show(entries: readonly LegendEntry[]): void {
    this.#entries = entries;
    this.#changed.fire(address);
  }

  provideTextDocumentContent(): string {
    const lines = this.#entries.map(({ label, description }) => `${label}\n${description}\n`);
    return `${vscode.l10n.t('What the colours of Meipi mean')}\n\n${lines.join('\n')}`;
  }

  provideDocumentSemanticTokens(document: vscode.TextDocument): vscode.SemanticTokens {
    const builder = new vscode.SemanticTokensBuilder();
    const types = Object.values(tokenTypeOf);
    const entries = new Map(this.#entries.map((entry) => [entry.label, entry]));
    for (let line = 2; line < document.lineCount; line += 3) {
      const { text } = document.lineAt(line);
      const entry = entries.get(text);
      if (entry) builder.push(line, 0, text.length, types.indexOf(entry.tokenType), 0);
    }
    return builder.build();
  }
}
