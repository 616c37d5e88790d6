import * as vscode from 'vscode';
import { registerLegend } from './legend';
import { registerMentionCommands } from './mentions';
import { Server } from './server';
import { registerStatus } from './status';
import { registerSwitches } from './switches';

let server: Server | undefined;

/** Starts the server without waiting for it: nothing of the editor hangs on it. */
export function activate(context: vscode.ExtensionContext): void {
  server = new Server(context);
  context.subscriptions.push(
    registerStatus(server),
    registerSwitches(server),
    registerMentionCommands(server),
    registerLegend(server),
    vscode.commands.registerCommand('meipi.restartServer', () => server?.restart()),
    vscode.commands.registerCommand('meipi.showOutput', () => server?.output.show()),
  );
  void server.start();
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
