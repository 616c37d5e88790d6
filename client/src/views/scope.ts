import * as vscode from 'vscode';
import { documentSelector } from '../server';

export type Grouping = 'type' | 'count' | 'file';

interface Choices {
  readonly onlyDocument: boolean;
  readonly grouping: Grouping;
  readonly filter: string;
}

/** What the views show, chosen once for all of them and kept with the workspace; the filter lasts as long as the window. */
export class ViewScope {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #memory: vscode.Memento;
  #choices: Choices;
  /** Views take the focus away from the editor, but not its document. */
  #document: string | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#choices = {
      onlyDocument: memory.get('views.onlyDocument', false),
      grouping: memory.get<Grouping>('views.grouping', 'type'),
      filter: '',
    };
    this.#noteEditor(vscode.window.activeTextEditor);
    this.#tellMenus();
  }

  get grouping(): Grouping {
    return this.#choices.grouping;
  }
  get filter(): string {
    return this.#choices.filter;
  }
  get onlyDocument(): boolean {
    return this.#choices.onlyDocument;
  }

  /** The scope as requests take it. */
  get params(): { textDocument?: { uri: string } } {
    return this.#choices.onlyDocument && this.#document !== undefined ? { textDocument: { uri: this.#document } } : {};
  }

  choose(choices: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...choices };
    void this.#memory.update('views.onlyDocument', this.#choices.onlyDocument);
    void this.#memory.update('views.grouping', this.#choices.grouping);
    this.#tellMenus();
    this.#changed.fire();
  }

  register(): vscode.Disposable {
    const commands: Readonly<Record<string, Partial<Choices>>> = {
      'meipi.views.onlyDocument': { onlyDocument: true },
      'meipi.views.allDocuments': { onlyDocument: false },
      'meipi.views.groupByType': { grouping: 'type' },
      'meipi.views.groupByCount': { grouping: 'count' },
      'meipi.views.groupByFile': { grouping: 'file' },
      'meipi.views.clearFilter': { filter: '' },
    };
    return vscode.Disposable.from(
      this.#changed,
      ...Object.entries(commands).map(([name, choices]) =>
        vscode.commands.registerCommand(name, () => {
          this.choose(choices);
        }),
      ),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.#noteEditor(editor) && this.#choices.onlyDocument) this.#changed.fire();
      }),
    );
  }

  /** Whether the editor shows another document that Meipi may read. */
  #noteEditor(editor: vscode.TextEditor | undefined): boolean {
    if (!editor || vscode.languages.match([...documentSelector], editor.document) === 0) return false;
    const uri = editor.document.uri.toString();
    const isOther = uri !== this.#document;
    this.#document = uri;
    return isOther;
  }

  #tellMenus(): void {
    const { onlyDocument, grouping, filter } = this.#choices;
    void vscode.commands.executeCommand('setContext', 'meipi.views.onlyDocument', onlyDocument);
    void vscode.commands.executeCommand('setContext', 'meipi.views.grouping', grouping);
    void vscode.commands.executeCommand('setContext', 'meipi.views.filtered', filter !== '');
  }
}
