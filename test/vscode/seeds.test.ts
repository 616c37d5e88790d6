import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Opens the seed whose name begins so and waits until its marks are there. */
async function openSeed(prefix: string): Promise<vscode.TextDocument> {
  const [uri] = await vscode.workspace.findFiles(`seeds/${prefix}_*.txt`);
  assert.ok(uri, prefix);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await waitFor(async () => (await tokensOf(document)).length > 0);
  return document;
}

async function tokensOf(document: vscode.TextDocument): Promise<Uint32Array> {
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  return tokens?.data ?? new Uint32Array();
}

async function waitFor(condition: () => Promise<boolean> | boolean, what = 'marks'): Promise<void> {
  for (let round = 0; round < 150; round += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`no ${what} in time`);
}

function positionOf(document: vscode.TextDocument, words: string, inside = 1): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at + inside);
}

async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words),
  );
  return hovers
    .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

describe('the seeds in VS Code', () => {
  for (const prefix of ['000', '001', '002', '003', '004']) {
    it(`${prefix} is marked and has an outline`, async () => {
      const document = await openSeed(prefix);
      assert.ok((await tokensOf(document)).length >= 5 * 40);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(symbols.length > 0);
    });
  }

  it('explain a term in the glossary’s words, with the range of the mention', async () => {
    const document = await openSeed('001');
    assert.match(await hoverText(document, '地瓜經濟'), /浙江/u);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, '易煉紅'),
    );
    assert.equal(document.getText(hover?.range), '易煉紅');
  });

  it('find every mention of a person in all files and both scripts', async () => {
    const document = await openSeed('001');
    await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        positionOf(document, '易煉紅'),
      );
      return new Set(found.map(({ uri }) => uri.toString())).size >= 3;
    }, 'references in three files');
  });

  it('give findings that carry the name of their rule', async () => {
    const document = await openSeed('003');
    await waitFor(
      () => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'meipi'),
      'findings',
    );
    const rules = vscode.languages
      .getDiagnostics(document.uri)
      .map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.ok(rules.includes('pinyin-residue'));
    assert.ok(rules.includes('mixed-script'));
  });

  it('lead from one mention to the next', async () => {
    const document = await openSeed('002');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = positionOf(document, '李家超', 0);
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('meipi.nextMention');
    assert.equal(document.getText(editor.selection), '李家超');
    assert.ok(editor.selection.start.isAfter(start));
    await vscode.commands.executeCommand('meipi.previousMention');
    assert.ok(editor.selection.start.isEqual(start));
  });

  it('lose their marks and findings at once when switched off, and get them back', async () => {
    const document = await openSeed('003');
    await waitFor(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'findings');
    await vscode.commands.executeCommand('meipi.toggleFile');
    await waitFor(
      async () => (await tokensOf(document)).length === 0 && vscode.languages.getDiagnostics(document.uri).length === 0,
      'silence',
    );
    await vscode.commands.executeCommand('meipi.toggleFile');
    await waitFor(async () => (await tokensOf(document)).length > 0);
  });

  it('leave English text alone', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: 'Nothing to see here, move along.',
    });
    await vscode.window.showTextDocument(document);
    assert.equal((await tokensOf(document)).length, 0);
  });
});
