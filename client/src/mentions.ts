import * as vscode from 'vscode';
import type { NextMentionParams } from '../../server/src/features/protocol';
import type { Server } from './server';

type Way = Pick<NextMentionParams, 'direction' | 'by'>;

const ways: Readonly<Record<string, Way>> = {
  'meipi.nextMention': { direction: 'next', by: 'entity' },
  'meipi.previousMention': { direction: 'previous', by: 'entity' },
  'meipi.nextMentionOfType': { direction: 'next', by: 'type' },
  'meipi.previousMentionOfType': { direction: 'previous', by: 'type' },
};

/** Commands that go from the mention under the cursor to the next or previous one of the same thing or type. */
export function registerMentionCommands(server: Server): vscode.Disposable {
  const commands = Object.entries(ways).map(([command, way]) =>
    vscode.commands.registerCommand(command, () => goToMention(server, way)),
  );
  return vscode.Disposable.from(...commands);
}

async function goToMention(server: Server, way: Way): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { line, character } = editor.selection.start;
  const textDocument = { uri: editor.document.uri.toString() };
  const found = await server.request('meipi/nextMention', { textDocument, position: { line, character }, ...way });
  if (!found) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Meipi: no mention here'), 3000);
    return;
  }
  const { start, end } = found.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0}: {1} of {2}', found.name, found.ordinal, found.total), 4000);
}
