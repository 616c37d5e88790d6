import * as vscode from 'vscode';
import { registerConvert } from './convert/convert';
import { Twins } from './convert/twin';
import { registerLegend } from './legend';
import { registerMentionCommands } from './mentions';
import { Server } from './server';
import { registerStatus } from './status';
import { registerSwitches } from './switches';
import { registerViews, type Views } from './views';

let server: Server | undefined;

/** Starts the server without waiting for it: nothing of the editor hangs on it. Gives its views to its own tests. */
export function activate(context: vscode.ExtensionContext): { readonly views: Views } {
  server = new Server(context);
  context.subscriptions.push(
    registerStatus(server),
    registerSwitches(server),
    registerMentionCommands(server),
    registerLegend(server),
    registerConvert(server),
    new Twins(server),
    vscode.commands.registerCommand('meipi.restartServer', () => server?.restart()),
    vscode.commands.registerCommand('meipi.showOutput', () => server?.output.show()),
  );
  const views = registerViews(server, context);
  void server.start();
  return { views };
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
