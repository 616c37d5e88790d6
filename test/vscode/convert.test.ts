import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const twinOf = (): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'meipi-twin');

async function until(isSo: () => boolean, what: string, again: () => void = () => undefined): Promise<void> {
  for (let left = 200; left > 0 && !isSo(); left -= 1) {
    // What came while the window was still being laid out may be lost.
    if (left % 20 === 0) again();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(isSo(), what);
}

describe('the converted twin', () => {
  let source: vscode.TextEditor;
  before(async () => {
    const [seed] = await vscode.workspace.findFiles('seeds/004_*.txt');
    assert.ok(seed);
    source = await vscode.window.showTextDocument(seed, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('meipi.openTwin', 'hk');
    await until(() => twinOf() !== undefined, 'no twin');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has the lines of its source in the other script', async () => {
    await until(() => twinOf()?.document.lineCount === source.document.lineCount, 'other lines');
    const text = twinOf()?.document.getText() ?? '';
    assert.ok(text.includes('發展') && !text.includes('发'), text.slice(0, 200));
  });

  it('scrolls along', async () => {
    const line = Math.floor(source.document.lineCount / 2);
    const top = (editor: vscode.TextEditor | undefined): number => editor?.visibleRanges[0]?.start.line ?? -1;
    const front = (): vscode.TextEditor | undefined =>
      vscode.window.visibleTextEditors.find(({ document }) => document === source.document);
    let round = 0;
    const scroll = (): void => {
      const to = line + (round++ % 2);
      front()?.revealRange(new vscode.Range(to, 0, to, 0), vscode.TextEditorRevealType.AtTop);
    };
    await until(() => top(twinOf()) > 5 && Math.abs(top(twinOf()) - top(front())) <= 2, 'elsewhere', scroll);
  });

  it('follows edits', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(source.document.uri, new vscode.Position(0, 0), '银发经济发展计划。\n');
    await vscode.workspace.applyEdit(edit);
    await until(() => twinOf()?.document.lineAt(0).text === '銀髮經濟發展計劃。', 'as before');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
