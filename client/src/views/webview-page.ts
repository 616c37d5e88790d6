import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { FromPage, ToPage } from './pages/messages';

/** What a page is made of and how its questions are answered. */
export interface PageSource {
  /** Of the script in `dist/views`. */
  readonly name: string;
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
  answer(message: FromPage, post: (message: ToPage) => void): void | Promise<void>;
}

/** A page in the side bar and, on demand, in the editor: one script, no network, nothing of a document read as markup. */
export class WebviewPage implements vscode.WebviewViewProvider {
  readonly #root: vscode.Uri;
  readonly #source: PageSource;
  /** Each with whether it can be seen. */
  readonly #webviews = new Map<vscode.Webview, () => boolean>();
  #shown: Extract<FromPage, { kind: 'shown' }> | undefined;

  constructor(extension: vscode.Uri, source: PageSource) {
    this.#root = vscode.Uri.joinPath(extension, 'dist', 'views');
    this.#source = source;
  }

  /** What the page last said that it shows. */
  get shown(): Extract<FromPage, { kind: 'shown' }> | undefined {
    return this.#shown;
  }

  get visible(): boolean {
    return [...this.#webviews.values()].some((isVisible) => isVisible());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#serve(view.webview, view.onDidDispose, () => view.visible);
  }

  /** Opens the page beside documents, where a table is wide. */
  openInEditor(): void {
    const panel = vscode.window.createWebviewPanel(
      `meipi.${this.#source.name}.editor`,
      this.#source.title,
      vscode.ViewColumn.Active,
    );
    const icon = (file: string): vscode.Uri => vscode.Uri.joinPath(this.#root, '..', '..', 'images', file);
    panel.iconPath = { light: icon('activity.svg'), dark: icon('activity-dark.svg') };
    this.#serve(panel.webview, panel.onDidDispose, () => panel.visible);
  }

  post(message: ToPage): void {
    for (const webview of this.#webviews.keys()) void webview.postMessage(message);
  }

  #serve(webview: vscode.Webview, onDidDispose: vscode.Event<void>, isVisible: () => boolean): void {
    webview.options = { enableScripts: true, localResourceRoots: [this.#root] };
    this.#webviews.set(webview, isVisible);
    onDidDispose(() => this.#webviews.delete(webview));
    webview.onDidReceiveMessage((message: FromPage) => {
      if (message.kind === 'shown') this.#shown = message;
      else if (message.kind === 'ready') void webview.postMessage({ kind: 'changed' } satisfies ToPage);
      else void this.#source.answer(message, (answer) => void webview.postMessage(answer));
    });
    webview.html = this.#html(webview);
  }

  #html(webview: vscode.Webview): string {
    const { name, title, texts } = this.#source;
    const nonce = randomBytes(16).toString('hex');
    const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(this.#root, file)).toString();
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link nonce="${nonce}" rel="stylesheet" href="${address(`${name}.css`)}">
<style nonce="${nonce}" id="__________cytoscape_stylesheet"></style>
<title>${escape(title)}</title>
</head>
<body data-texts="${escape(JSON.stringify(texts))}">
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
