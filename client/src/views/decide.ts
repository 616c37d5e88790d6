import * as vscode from 'vscode';
import type { DecisionParams, EntityRow } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { iconOf } from './items';
import type { Node } from './tree';

/** A place of a document, as code actions hand it over. */
interface At {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** What is decided upon: a thing, the form that stands at the place, and whose folder keeps the decision. */
interface Subject {
  readonly row: EntityRow;
  readonly form: string;
  readonly uri: string | undefined;
}

/** Typing in the list of things is followed at this distance. */
const pause = 150;
const mostShown = 50;

/** The commands that merge, part and name things. Each may be told its answer instead of asking for it. */
export function registerDecisions(server: Server): readonly vscode.Disposable[] {
  const onSubject =
    (decide: (server: Server, subject: Subject, answer: string | undefined) => Promise<void>) =>
    async (from?: At | Node, answer?: unknown): Promise<void> => {
      const subject = await findSubject(server, from);
      if (subject) await decide(server, subject, typeof answer === 'string' ? answer : undefined);
      else vscode.window.setStatusBarMessage(vscode.l10n.t('Meipi: no mention here'), 3000);
    };
  return [
    vscode.commands.registerCommand('meipi.entity.sameAs', onSubject(sameAs)),
    vscode.commands.registerCommand('meipi.entity.notTheSame', onSubject(notTheSame)),
    vscode.commands.registerCommand('meipi.entity.name', onSubject(nameEntity)),
  ];
}

async function sameAs(server: Server, { row, uri }: Subject, answer: string | undefined): Promise<void> {
  const other = answer ?? (await pickThing(server, row));
  if (other !== undefined) await decide(server, { kind: 'same', type: row.type, names: [other, nameOf(row)] }, uri);
}

async function notTheSame(server: Server, { row, form, uri }: Subject, answer: string | undefined): Promise<void> {
  const name = nameOf(row);
  const everywhere = row.forms.map(({ surface }) => surface).filter((surface) => surface !== name);
  const here = vscode.l10n.t('“{0}” is another one in this document', form);
  const items = [
    ...everywhere
      .sort((a, b) => Number(b === form) - Number(a === form))
      .map((surface) => ({ label: vscode.l10n.t('“{0}” is not {1}', surface, name), surface, onlyHere: false })),
    ...(uri === undefined ? [] : [{ label: here, surface: form, onlyHere: true }]),
  ];
  const picked =
    answer === undefined
      ? await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What is not the same?') })
      : items.find(({ surface, onlyHere }) => (answer === '' ? onlyHere : surface === answer && !onlyHere));
  if (!picked) return;
  const names = picked.onlyHere ? [picked.surface] : [name, picked.surface];
  await decide(server, { kind: 'apart', type: row.type, names, onlyHere: picked.onlyHere }, uri);
}

async function nameEntity(server: Server, { row, uri }: Subject, answer: string | undefined): Promise<void> {
  const prompt = vscode.l10n.t('The name under which views and cards show it; the text stays as it is.');
  const name = answer ?? (await vscode.window.showInputBox({ prompt, value: row.name }));
  if (name === undefined || name.trim() === '' || name.trim() === row.name) return;
  await decide(server, { kind: 'name', type: row.type, names: [nameOf(row)], name }, uri);
}

/** The fullest name that stands in the documents; what the thing is shown as may be a name of the team's own. */
function nameOf({ name, forms }: EntityRow): string {
  if (forms.some(({ surface }) => surface === name)) return name;
  return forms.reduce((best, { surface }) => (surface.length > best.length ? surface : best), '') || name;
}

async function findSubject(server: Server, from: At | Node | undefined): Promise<Subject | undefined> {
  if (from && 'entity' in from) return from.entity && { row: from.entity, form: from.entity.name, uri: undefined };
  const editor = vscode.window.activeTextEditor;
  const at =
    from && 'uri' in from
      ? from
      : editor && { uri: editor.document.uri.toString(), position: positionOf(editor.selection.active) };
  if (!at) return undefined;
  const params = { textDocument: { uri: at.uri }, position: at.position };
  const row = await server.request('meipi/thingAt', params);
  if (!row || row.forms.length === 0 || row.id.includes('+')) return undefined;
  const explained = await server.request('meipi/explain', params);
  return { row, form: explained?.surface ?? row.name, uri: at.uri };
}

function positionOf({ line, character }: vscode.Position): At['position'] {
  return { line, character };
}

/** A list of the things of one type that follows what is typed, readings included. */
async function pickThing(server: Server, row: EntityRow): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly row: EntityRow }>();
  list.title = vscode.l10n.t('“{0}” is the same as…', row.name);
  list.placeholder = vscode.l10n.t('Part of a name, pinyin, initials or Jyutping');
  let timer: NodeJS.Timeout | undefined;
  const show = async (filter: string): Promise<void> => {
    list.busy = true;
    const page = await server.request('meipi/entities', { type: row.type, filter, limit: mostShown });
    if (list.value !== filter) return;
    list.busy = false;
    list.items = (page?.rows ?? [])
      .filter(({ id }) => id !== row.id && !id.includes('+'))
      .map((each) => ({
        label: each.name,
        description: vscode.l10n.t('Mentions: {0}. Files: {1}.', each.count, each.files),
        iconPath: iconOf(each.type),
        alwaysShow: true,
        row: each,
      }));
  };
  list.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(value), pause);
  });
  const picked = await new Promise<EntityRow | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.row);
      list.hide();
    });
    list.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
    });
    list.show();
    void show('');
  });
  list.dispose();
  return picked && nameOf(picked);
}

/** Has the decision written and saved, and says where. */
async function decide(server: Server, decision: DecisionParams, uri: string | undefined): Promise<void> {
  const textDocument = uri === undefined ? undefined : { uri };
  const answer = await server.ask('meipi/decideEntity', { ...decision, ...(textDocument ? { textDocument } : {}) });
  if (answer instanceof Error) {
    void vscode.window.showWarningMessage(answer.message);
    return;
  }
  const edit = await server.toEdit(answer.edit);
  if (!edit || !(await vscode.workspace.applyEdit(edit))) return;
  const file = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.uri));
  await file.save();
  const show = vscode.l10n.t('Show');
  const message = vscode.l10n.t('Kept in {0}. Delete the block there to take it back.', '.meipi/entities.yaml');
  void vscode.window.showInformationMessage(message, show).then((choice) => {
    if (choice === show) void vscode.window.showTextDocument(file);
  });
}
