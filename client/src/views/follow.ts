import * as vscode from 'vscode';
import type { EntityRow } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { documentSelector } from '../server';
import type { Places } from './places';

/** The cursor is followed when it rests so long. */
const pause = 250;

/** A view that shows what the editor's cursor stands on. */
export interface Follower {
  /** Whether there is anybody to see it. */
  readonly visible: boolean;
  follow(editor: vscode.TextEditor, thing: EntityRow | undefined): void | Promise<void>;
}

/** Tells the views what the cursor stands on, unless one of them has just led it there. */
export function followCursor(server: Server, places: Places, followers: readonly Follower[]): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const watching = followers.filter(({ visible }) => visible);
    if (!editor || watching.length === 0) return;
    if (vscode.languages.match([...documentSelector], editor.document) === 0 || places.ledTo(editor)) return;
    if (!vscode.workspace.getConfiguration('meipi', editor.document.uri).get('views.followCursor', true)) return;
    const { line, character } = editor.selection.active;
    const textDocument = { uri: editor.document.uri.toString() };
    const thing = await server.request('meipi/thingAt', { textDocument, position: { line, character } });
    if (
      vscode.window.activeTextEditor !== editor ||
      !editor.selection.active.isEqual(new vscode.Position(line, character))
    )
      return;
    for (const follower of watching) await follower.follow(editor, thing ?? undefined);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pause);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
