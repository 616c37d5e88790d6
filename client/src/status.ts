import * as vscode from 'vscode';
import type { Status } from '../../server/src/features/protocol';
import { documentSelector, type Server } from './server';

/** Typing is followed at this distance: the count of marks need not race with the keys. */
const pause = 400;

/** The language status item: says what is on in the active document, and why it is left alone where it is. */
export function registerStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('meipi.status', [...documentSelector]);
  item.name = 'Meipi 眉批';
  let timer: NodeJS.Timeout | undefined;

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match([...documentSelector], document) === 0) return setServed(false);
    if (!server.running) return showServer(item, server);
    const textDocument = { uri: document.uri.toString() };
    const status = await server.request('meipi/status', { textDocument });
    if (!status || vscode.window.activeTextEditor?.document !== document) return;
    showStatus(item, status);
    setServed(status.on);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), pause);
  };
  void update();
  return vscode.Disposable.from(
    item,
    server.onDidChange(() => void update()),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === vscode.window.activeTextEditor?.document) soon();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** Key bindings of mentions hold only where there are any. */
function setServed(on: boolean): void {
  void vscode.commands.executeCommand('setContext', 'meipi.served', on);
}

function showServer(item: vscode.LanguageStatusItem, server: Server): void {
  item.busy = !server.stopped;
  item.severity = server.stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.text = server.stopped ? vscode.l10n.t('Meipi has stopped') : vscode.l10n.t('Meipi is starting');
  item.detail = '';
  item.command = { command: 'meipi.restartServer', title: vscode.l10n.t('Restart') };
}

function showStatus(item: vscode.LanguageStatusItem, status: Status): void {
  item.busy = !status.ready;
  const [problem] = status.problems;
  item.severity = problem ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.text = status.on ? vscode.l10n.t('Meipi: {0} marks', status.mentions) : vscode.l10n.t('Meipi is off here');
  item.detail = problem ?? status.message;
  item.command = switchFor(status);
}

/** What would help: where a switch is off, that switch; else the one for this file, or the setting that leaves it out. */
function switchFor(status: Status): vscode.Command {
  switch (status.reason) {
    case 'off-everywhere':
      return { command: 'meipi.toggle', title: vscode.l10n.t('Switch On') };
    case 'off-here':
      return { command: 'meipi.toggleFile', title: vscode.l10n.t('Switch On for This File') };
    case 'policy-only':
    case 'no-glob':
    case 'not-han':
    case 'other-language':
    case 'not-open':
      return {
        command: 'workbench.action.openSettings',
        title: vscode.l10n.t('Settings'),
        arguments: ['meipi.documents'],
      };
    case 'own-language':
    case 'mostly-han':
    case 'glob':
      return { command: 'meipi.toggleFile', title: vscode.l10n.t('Switch Off for This File') };
  }
}
