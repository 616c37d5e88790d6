import * as vscode from 'vscode';
import type { Conversion } from '../../../server/src/features/protocol';
import type { Server } from '../server';
import { applyChoices, groupChoices, type ChoiceGroup } from './choices';
import { labelOf, pickTarget, type Target } from './targets';

const scheme = 'meipi-converted';

/** What is to be replaced, and by what, until the user says so. */
interface Proposal {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly range: vscode.Range;
  readonly text: string;
}

/**
 * 'Convert…': the selection, or the whole document, in another script. First what has alternatives is listed, then the
 * change is shown beside the text; nothing is changed before the user accepts it there.
 */
export function registerConvert(server: Server): vscode.Disposable {
  const previews = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => previews.get(uri.toString()) ?? '',
    }),
    vscode.commands.registerCommand('meipi.convert', (target?: Target) => convert(server, previews, target)),
  );
}

async function convert(server: Server, previews: Map<string, string>, target: Target | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const to =
    target ??
    (await pickTarget(selection.isEmpty ? vscode.l10n.t('Convert Document') : vscode.l10n.t('Convert Selection')));
  if (!to) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const range = document.validateRange(selection.isEmpty ? whole : selection);
  const { version } = document;
  const { start, end } = range;
  const conversion = await server.ask('meipi/convert', {
    textDocument: { uri: document.uri.toString() },
    to,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  });
  if (conversion instanceof Error) {
    void vscode.window.showWarningMessage(conversion.message);
    return;
  }
  if (conversion.text === '' || conversion.text === document.getText(range)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing to convert: it is written so already.'));
    return;
  }
  const chosen = await choose(conversion, to);
  if (chosen === undefined) return;
  await propose(previews, { document, version, range, text: applyChoices(conversion, chosen) }, to);
}

/** Lists what could be written otherwise, until the user goes on or gives up. */
async function choose(conversion: Conversion, to: Target): Promise<ReadonlyMap<ChoiceGroup, string> | undefined> {
  const chosen = new Map<ChoiceGroup, string>();
  const groups = groupChoices(conversion.choices);
  if (groups.length === 0) return chosen;
  const why: Readonly<Record<ChoiceGroup['why'], string>> = {
    'name-kept': vscode.l10n.t('Personal name'),
    'regional-wording': vscode.l10n.t('Regional wording'),
    'ambiguous-character': vscode.l10n.t('Ambiguous character'),
  };
  for (;;) {
    const onward = { label: `$(diff) ${vscode.l10n.t('Show the change')}`, alwaysShow: true, group: undefined };
    const items = groups.map((group) => ({
      label: `${group.from} → ${chosen.get(group) ?? group.to}`,
      description: vscode.l10n.t('or {0} · places: {1}', group.alternatives.join(' '), group.places.length),
      detail: `${why[group.why]} · ${vscode.l10n.t('Line {0}', (group.places[0]?.range.start.line ?? 0) + 1)}`,
      group,
    }));
    const picked = await vscode.window.showQuickPick([onward, ...items], {
      title: vscode.l10n.t('Convert to {0}: what could be written otherwise', labelOf(to)),
      matchOnDescription: true,
    });
    if (!picked) return undefined;
    const { group } = picked;
    if (!group) return chosen;
    const form = await vscode.window.showQuickPick([group.to, ...group.alternatives], {
      title: vscode.l10n.t('“{0}” becomes…', group.from),
    });
    if (form) chosen.set(group, form);
  }
}

/** Shows the document beside what it would become, and changes it when that is accepted. */
async function propose(previews: Map<string, string>, proposal: Proposal, to: Target): Promise<void> {
  const { document, version, range, text } = proposal;
  const all = document.getText();
  const preview = all.slice(0, document.offsetAt(range.start)) + text + all.slice(document.offsetAt(range.end));
  const uri = document.uri.with({ scheme, query: `${to} ${version}` });
  previews.set(uri.toString(), preview);
  const title = vscode.l10n.t('Convert to {0}', labelOf(to));
  await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true });
  const accept = vscode.l10n.t('Convert as Shown');
  // The list stays while the user scrolls through the change.
  const options = { title, ignoreFocusOut: true, placeHolder: vscode.l10n.t('Convert as shown? It can be undone.') };
  const answer = await vscode.window.showQuickPick([accept, vscode.l10n.t('Leave as It Is')], options);
  await closePreview(uri);
  previews.delete(uri.toString());
  if (answer !== accept) return;
  if (document.version !== version) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The document has changed meanwhile; convert it again.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

async function closePreview(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString());
  await vscode.window.tabGroups.close(tabs);
}
