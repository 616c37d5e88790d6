import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';

/** The language server's process among the children of this host; on Linux. */
function serverProcess(): number | undefined {
  const parentOf = (id: string): number => {
    try {
      return Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
    } catch {
      return -1;
    }
  };
  const isServer = (id: string): boolean => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('dist/server.js');
    } catch {
      return false;
    }
  };
  const found = readdirSync('/proc').find((id) => /^\d+$/u.test(id) && parentOf(id) === process.pid && isServer(id));
  return found === undefined ? undefined : Number(found);
}

async function tokensOf(document: vscode.TextDocument): Promise<number> {
  const tokens = await vscode.commands
    .executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri)
    .then(undefined, () => undefined);
  return tokens?.data.length ?? 0;
}

async function waitFor(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail('not in time');
}

describe('a server that is killed', () => {
  before(function onLinuxOnly() {
    if (process.platform !== 'linux') this.skip();
  });

  it('comes back by itself, with every mark and nothing lost that was typed', async () => {
    const [uri] = await vscode.workspace.findFiles('seeds/001_*.txt');
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await waitFor(async () => (await tokensOf(document)) > 0);
    const saved = document.getText();
    const typed = '香港貿易發展局與浙江省商務廳。\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), typed));
    const marks = await tokensOf(document);
    const before = serverProcess();
    assert.ok(before !== undefined, 'the server is a child of the host');
    process.kill(before, 'SIGKILL');
    await waitFor(() => serverProcess() !== undefined && serverProcess() !== before);
    await waitFor(async () => (await tokensOf(document)) === marks);
    assert.equal(document.getText(), typed + saved);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
