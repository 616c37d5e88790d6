import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('takes a seed for a Chinese policy document', async () => {
    const [seed] = await vscode.workspace.findFiles('seeds/000_*.txt');
    assert.ok(seed);
    const document = await vscode.workspace.openTextDocument(seed);
    assert.equal(document.languageId, 'zh-policy');
  });
});
