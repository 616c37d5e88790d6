import * as vscode from 'vscode';
import type { Server } from './server';

/** The two switches: for the document in front, until its window closes, and everywhere, kept in the settings. */
export function registerSwitches(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('meipi.toggleFile', () => toggleFile(server)),
    vscode.commands.registerCommand('meipi.toggle', toggleEverywhere),
  );
}

async function toggleFile(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const status = await server.request('meipi/toggle', {
    textDocument: { uri: document.uri.toString() },
    scope: 'file',
  });
  if (status) vscode.window.setStatusBarMessage(`Meipi: ${status.message}`, 4000);
}

/** Writes `meipi.enable` where it is set now, so that one press undoes what the last one did. */
async function toggleEverywhere(): Promise<void> {
  const resource = vscode.window.activeTextEditor?.document.uri;
  const settings = vscode.workspace.getConfiguration('meipi', resource);
  const on = !settings.get('enable', true);
  const set = settings.inspect<boolean>('enable');
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update('enable', on, target);
  const said = on ? vscode.l10n.t('Meipi is on again.') : vscode.l10n.t('Meipi is off everywhere.');
  vscode.window.setStatusBarMessage(said, 4000);
}
