import * as vscode from 'vscode';
import type { MentionRow } from '../../../server/src/features/protocol';

/** What a view needs to lead somewhere. */
export type Place = Pick<MentionRow, 'uri' | 'range'>;

/** Opens places in the editor, and remembers the last one, so that the views need not follow where they led. */
export class Places {
  #last: string | undefined;

  /** Shows a place with its mention selected; says so where the file is no longer there. */
  async open(place: Place): Promise<void> {
    const uri = vscode.Uri.parse(place.uri, true);
    const selection = rangeOf(place);
    this.#last = keyOf(uri, selection);
    try {
      await vscode.window.showTextDocument(uri, { selection, preview: true });
    } catch {
      this.#last = undefined;
      const name = vscode.workspace.asRelativePath(uri);
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened.', name));
    }
  }

  /** Whether an editor stands where a view has just led. */
  ledTo(editor: vscode.TextEditor): boolean {
    return this.#last === keyOf(editor.document.uri, editor.selection);
  }
}

export function rangeOf({ range: { start, end } }: Pick<Place, 'range'>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Path within the workspace and line, as editors write it. */
export function describePlace(place: Place): string {
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri))}:${place.range.start.line + 1}`;
}

function keyOf(uri: vscode.Uri, { start, end }: vscode.Range): string {
  return `${uri.toString()} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
