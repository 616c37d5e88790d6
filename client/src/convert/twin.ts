import * as vscode from 'vscode';
import type { Server } from '../server';
import { labelOf, pickTarget, type Target } from './targets';

const scheme = 'meipi-twin';
const pause = 300;

/** 'Open Converted Copy Beside': a read-only twin in another script that follows edits and scrolls along, line by line. */
export class Twins implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #registered: vscode.Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#registered = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.commands.registerCommand('meipi.openTwin', (target?: Target) => this.open(target)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrollWith(textEditor)),
      server.onDidChange(() => this.#twins().forEach(({ uri }) => this.#changed.fire(uri))),
    );
  }

  get onDidChange(): vscode.Event<vscode.Uri> {
    return this.#changed.event;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#registered.dispose();
  }

  /** Opens the twin of the document in front; asks for the script unless it is given. */
  async open(target?: Target): Promise<vscode.TextEditor | undefined> {
    const source = vscode.window.activeTextEditor;
    if (!source || source.document.uri.scheme === scheme) return undefined;
    const to = target ?? (await pickTarget(vscode.l10n.t('Open Converted Copy Beside')));
    if (!to) return undefined;
    const document = await vscode.workspace.openTextDocument(twinUri(source.document.uri, to));
    await vscode.languages.setTextDocumentLanguage(document, source.document.languageId);
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false };
    const twin = await vscode.window.showTextDocument(document, options);
    this.#scrollWith(source);
    return twin;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { source, to } = sourceOf(uri);
    await vscode.workspace.openTextDocument(source);
    const answer = await this.#server.request('meipi/convert', { textDocument: { uri: source.toString() }, to });
    const text = answer?.text ?? this.#texts.get(uri.toString()) ?? '';
    this.#texts.set(uri.toString(), text);
    return text;
  }

  #twins(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
  }

  #follow({ uri }: vscode.TextDocument): void {
    for (const twin of this.#twins()) {
      if (sourceOf(twin.uri).source.toString() !== uri.toString()) continue;
      const key = twin.uri.toString();
      clearTimeout(this.#timers.get(key));
      this.#timers.set(
        key,
        setTimeout(() => this.#changed.fire(twin.uri), pause),
      );
    }
  }

  /**
   * Lines are the same in both, so the first visible line is. The editor with the cursor leads: the other one's scrolling is
   * an echo, however late its events come.
   */
  #scrollWith({ document: { uri }, visibleRanges: [visible] }: vscode.TextEditor): void {
    if (!visible || vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) return;
    const others = vscode.window.visibleTextEditors.filter(({ document: other }) => areTwins(uri, other.uri));
    const top = new vscode.Range(visible.start, visible.start);
    for (const other of others) other.revealRange(top, vscode.TextEditorRevealType.AtTop);
  }
}

function areTwins(one: vscode.Uri, other: vscode.Uri): boolean {
  const isOf = (twin: vscode.Uri, source: vscode.Uri): boolean =>
    twin.scheme === scheme && sourceOf(twin).source.toString() === source.toString();
  return isOf(one, other) || isOf(other, one);
}

/** The tab shows the last part of the path: the script, then the file's name. */
function twinUri(source: vscode.Uri, to: Target): vscode.Uri {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return vscode.Uri.from({
    scheme,
    path: `/${labelOf(to)}: ${name}`,
    query: JSON.stringify({ source: source.toString(), to }),
  });
}

function sourceOf({ query }: vscode.Uri): { readonly source: vscode.Uri; readonly to: Target } {
  const { source, to } = JSON.parse(query) as { readonly source: string; readonly to: Target };
  return { source: vscode.Uri.parse(source, true), to };
}
