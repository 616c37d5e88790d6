import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Views } from '../../client/src/views';
import type { LazyTree, Node } from '../../client/src/views/tree';

let views: Views;

async function waitFor(condition: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`no ${what} in time`);
}

async function open(prefix: string): Promise<vscode.TextEditor> {
  const [uri] = await vscode.workspace.findFiles(`seeds/${prefix}_*.txt`);
  assert.ok(uri);
  return vscode.window.showTextDocument(uri);
}

function putCursor(editor: vscode.TextEditor, words: string, inside = 1): void {
  const at = editor.document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  const position = editor.document.positionAt(at + inside);
  editor.selection = new vscode.Selection(position, position);
}

const labelOf = (node: Node): string => {
  const { label } = node.item();
  return typeof label === 'string' ? label : (label?.label ?? '');
};
const labels = async (tree: LazyTree, node?: Node): Promise<string[]> => (await tree.getChildren(node)).map(labelOf);
const child = async (tree: LazyTree, label: string, node?: Node): Promise<Node> => {
  const found = (await tree.getChildren(node)).find((each) => labelOf(each) === label);
  assert.ok(found, label);
  return found;
};
const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);
const selectedText = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
};

describe('views', () => {
  before(async () => {
    await open('001');
    const extension = vscode.extensions.getExtension<{ views: Views }>('meipi.meipi');
    assert.ok(extension);
    ({ views } = await extension.activate());
    await waitFor(async () => {
      views.scope.choose({ grouping: 'file', onlyDocument: false, filter: '' });
      return (await views.entities.getChildren()).length >= 5;
    }, 'index of all files');
    views.scope.choose({ grouping: 'type' });
  });
  after(async () => {
    views.scope.choose({ grouping: 'type', onlyDocument: false, filter: '' });
    await run('workbench.view.explorer');
  });

  it('show entities by type, by count and by file', async () => {
    assert.equal((await labels(views.entities))[0], 'Person');
    await run('meipi.views.groupByCount');
    assert.ok((await labels(views.entities)).length > 100);
    await run('meipi.views.groupByFile');
    assert.ok((await labels(views.entities)).every((label) => label.endsWith('.txt')));
    await run('meipi.views.groupByType');
  });

  it('expand to mentions in context, aligned on the mention', async () => {
    const people = await child(views.entities, 'Person');
    const person = await child(views.entities, '易煉紅', people);
    const mentions = (await views.entities.getChildren(person)).map((node) => node.item());
    assert.ok(mentions.length > 3);
    for (const item of mentions) {
      assert.ok(typeof item.label === 'object');
      const [start, end] = item.label.highlights?.[0] ?? [0, 0];
      assert.match(item.label.label.slice(start, end), /易[煉炼][紅红]|易/u);
      assert.equal(typeof item.tooltip, 'string');
    }
  });

  it('filter entities by words of the other script, and say so', async () => {
    views.scope.choose({ filter: '易炼红', grouping: 'count' });
    assert.deepEqual(await labels(views.entities), ['易煉紅']);
    assert.match(views.trees.entities.message ?? '', /易炼红/u);
    await run('meipi.views.clearFilter');
    assert.ok((await labels(views.entities)).length > 100);
    views.scope.choose({ grouping: 'type' });
  });

  it('narrow to the document in front, and follow it to another', async () => {
    const all = (await views.entities.getChildren()).length;
    await run('meipi.views.onlyDocument');
    views.scope.choose({ grouping: 'file' });
    assert.equal((await labels(views.entities)).length, 1);
    const [first] = await labels(views.entities);
    await open('002');
    await waitFor(async () => (await labels(views.entities))[0] !== first, 'other document');
    await run('meipi.views.allDocuments');
    views.scope.choose({ grouping: 'type' });
    assert.ok((await views.entities.getChildren()).length >= all);
  });

  it('are walked with the keyboard alone: down, open, to the mention', async function () {
    this.timeout(120_000);
    await run('meipi.entities.focus');
    await waitFor(() => views.trees.entities.visible, 'view');
    const people = await child(views.entities, 'Person');
    const [most] = await views.entities.getChildren(people);
    assert.ok(most);
    const isThere = (): boolean =>
      selectedText() !== '' &&
      (labelOf(most).includes(selectedText()) || selectedText().startsWith(labelOf(most).charAt(0)));
    // A tree takes the focus only when it has rows, and a busy machine draws them late: the walk may start again.
    for (let walk = 1; walk <= 4 && !isThere(); walk += 1) {
      await new Promise((done) => setTimeout(done, 1000 * walk));
      await run('meipi.entities.focus');
      for (const command of [
        'list.collapseAll',
        'list.focusFirst',
        'list.expand',
        'list.focusDown',
        'list.expand',
        'list.focusDown',
        'list.select',
      ]) {
        await new Promise((done) => setTimeout(done, 500 * walk));
        await run(command);
      }
      for (let round = 0; round < 20 && !isThere(); round += 1) await new Promise((done) => setTimeout(done, 100));
    }
    assert.ok(isThere(), `${selectedText()} is selected, ${labelOf(most)} was walked to`);
  });

  it('select what the cursor stands on', async () => {
    const editor = await open('001');
    await run('meipi.entities.focus');
    await open('001');
    putCursor(editor, '林建岳');
    await waitFor(() => views.trees.entities.selection[0]?.name === '林建岳', 'selected person');
  });

  it('list policy fields and where they are spoken of', async () => {
    const [field] = await views.domains.getChildren();
    assert.ok(field);
    const [mention] = await views.domains.getChildren(field);
    const command = mention?.item().command;
    assert.ok(command);
    await run(command.command, ...(command.arguments ?? []));
    assert.ok(selectedText().length > 1);
  });

  it('put dates in the order of time, down to their mentions', async () => {
    const years = await labels(views.timeline);
    assert.deepEqual(years, [...years].sort());
    const year = await child(views.timeline, '2023');
    const [date] = await views.timeline.getChildren(year);
    assert.ok(date && (await views.timeline.getChildren(date)).length > 0);
  });

  it('show a year’s date under the cursor', async () => {
    await run('meipi.timeline.focus');
    const editor = await open('001');
    await waitFor(() => views.trees.timeline.visible, 'timeline');
    putCursor(editor, '2017年');
    await waitFor(() => views.trees.timeline.selection[0]?.id === 'year:2017/=DATE 2017', 'selected date');
  });

  it('load long branches a page at a time', async () => {
    views.scope.choose({ grouping: 'count' });
    const before = await views.entities.getChildren();
    const more = before.at(-1);
    assert.ok(more?.id.endsWith('/more'));
    assert.equal(before.length, 201);
    await run('meipi.views.more', views.entities, more);
    assert.ok((await views.entities.getChildren()).length > 201);
    views.scope.choose({ grouping: 'type' });
  });

  it('show amounts in a table that sorts and leads to the text', async () => {
    await run('meipi.amounts.focus');
    await waitFor(() => (views.pages.amounts.shown?.rows ?? 0) > 20, 'rows of amounts');
    views.pages.amounts.post({ kind: 'press', label: 'Value' });
    const editor = await open('001');
    putCursor(editor, '80億美元', 0);
    await waitFor(() => (views.pages.amounts.shown?.current ?? '') !== '', 'row under the cursor');
    assert.equal(views.pages.amounts.shown?.current, '8,000,000,000');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    views.pages.amounts.post({ kind: 'press', label: '8,000,000,000' });
    await waitFor(() => selectedText() !== '', 'amount in the editor');
  });

  it('copy amounts and save them as CSV', async () => {
    await run('meipi.copyAmounts');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^Value\tUnit\tBound\tAbout/u);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    const target = vscode.Uri.file(join(folder, 'amounts.csv'));
    await run('meipi.saveAmounts', target);
    const saved = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    assert.match(saved, /^\uFEFFValue,Unit,Bound,About,/u);
    assert.equal(saved.trimEnd().split('\r\n').length, copied.split('\n').length);
  });

  it('draw who appears with whom, with the same as a table, and lead to the line', async () => {
    await run('meipi.graph.focus');
    await waitFor(() => (views.pages.graph.shown?.rows ?? 0) > 10, 'pairs');
    const all = views.pages.graph.shown?.rows ?? 0;
    const editor = await open('001');
    putCursor(editor, '盧山', 0);
    await waitFor(() => views.pages.graph.shown?.current === '盧山', 'chosen person');
    assert.ok((views.pages.graph.shown?.rows ?? 0) < all);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    views.pages.graph.post({ kind: 'press', label: '盧山' });
    await waitFor(() => selectedText() === '盧山', 'line that names both');
  });

  it('open in the editor too', async () => {
    for (const command of ['meipi.openAmounts', 'meipi.openGraph']) {
      await run(command);
      await waitFor(
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview,
        'page',
      );
      await run('workbench.action.closeActiveEditor');
    }
  });
});
