import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { safeEditsOf } from '../rules/safe-fixes';
import type { Finding, Fix } from '../rules/types';
import type { Snapshot } from '../workspace/document';
import { rangeOfPlace, toDiagnostic } from './diagnostics';
import { draftEntry, glossaryEdit } from './glossary-draft';
import { entityActions } from './entity-decisions';
import type { DocumentRequest, Host } from './host';
import { suppressions } from './suppressions';

/** The kinds that are answered. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  `${CodeActionKind.SourceFixAll}.meipi`,
];

/** Fixes of the findings in a range and ways to silence them, all safe fixes at once as `source.fixAll.meipi`, and 'Add to glossary…' on a selection. */
export async function codeActions({
  host,
  snapshot,
  params,
}: DocumentRequest<CodeActionParams>): Promise<CodeAction[]> {
  const wanted = (kind: string): boolean =>
    params.context.only === undefined
      ? kind !== codeActionKinds[2]
      : params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const from = host.positions.place(snapshot.index, params.range.start);
  const to = host.positions.place(snapshot.index, params.range.end);
  const findings = host.findingsOf(snapshot);
  const touched = findings.filter(({ place }) => {
    const end = { line: place.endLine ?? place.line, unit: place.end };
    return before({ line: place.line, unit: place.start }, to) && before(from, end);
  });
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of touched) {
      for (const fix of finding.fixes) actions.push(quickFix(host, snapshot, finding, fix));
    }
    for (const finding of touched) actions.push(...(await suppressions(host, snapshot, finding)));
  }
  if (wanted(`${CodeActionKind.SourceFixAll}.meipi`)) {
    const edits = safeEdits(host, snapshot, findings);
    if (edits.length > 0) {
      actions.push({
        title: host.t('action.fixAll'),
        kind: `${CodeActionKind.SourceFixAll}.meipi`,
        edit: editOf(host, snapshot, edits),
      });
    }
  }
  if (wanted(CodeActionKind.Refactor)) actions.push(...(await entityActions({ host, snapshot, params })));
  const isSelection = from.line === to.line && to.unit - from.unit >= 2;
  if (wanted(CodeActionKind.Refactor) && isSelection && host.client.createFiles) {
    const draft = await draftEntry({
      host,
      snapshot,
      params: { textDocument: params.textDocument, range: params.range },
    });
    const edit = draft === null ? undefined : await glossaryEdit(host, draft);
    if (edit !== undefined)
      actions.push({ title: host.t('action.addToGlossary'), kind: CodeActionKind.Refactor, edit });
  }
  return actions;
}

/** Edits of all safe fixes, as the command line would choose them. */
export function safeEdits(host: Host, snapshot: Snapshot, findings: readonly Finding[]): TextEdit[] {
  return safeEditsOf(findings, snapshot.index).map(({ place, text }) => ({
    range: rangeOfPlace(host, snapshot, place),
    newText: text,
  }));
}

function quickFix(host: Host, snapshot: Snapshot, finding: Finding, fix: Fix): CodeAction {
  const edits = fix.edits.map(({ place, text }) => ({ range: rangeOfPlace(host, snapshot, place), newText: text }));
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(host, snapshot, finding)],
    isPreferred: fix.preferred,
    edit: editOf(host, snapshot, edits),
  };
}

function editOf(host: Host, { uri, version }: Snapshot, edits: TextEdit[]): WorkspaceEdit {
  return host.client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function before(a: { line: number; unit: number }, b: { line: number; unit: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.unit <= b.unit);
}
