import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { disableComment, quoteAt } from '../rules/exceptions';
import type { Finding } from '../rules/types';
import type { Snapshot } from '../workspace/document';
import { toDiagnostic } from './diagnostics';
import { glossaryEdit } from './glossary-draft';
import type { Host } from './host';
import { draftException } from './project-files';

/**
 * 'Disable here / in this file / in the workspace' for a finding: a comment in Markdown, an entry of `.meipi/ignore.yaml`
 * elsewhere, anchored by the quoted text and what stands beside it. Without a workspace folder only comments are offered.
 */
export async function suppressions(host: Host, snapshot: Snapshot, finding: Finding): Promise<CodeAction[]> {
  const { rule, place } = finding;
  const isMarkdown = snapshot.languageId === 'markdown';
  const write = async (scope: 'place' | 'file' | 'workspace'): Promise<WorkspaceEdit | undefined> => {
    const exception = { rule, ...quoteAt(snapshot.analysis, place) };
    const draft = draftException(host.folders, snapshot.uri, exception, scope);
    return draft === undefined || !host.client.createFiles ? undefined : glossaryEdit(host, draft);
  };
  const comment = (scope: 'line' | 'file'): WorkspaceEdit => {
    const start = { line: scope === 'line' ? place.line : 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: `${disableComment(rule, scope)}\n` }];
    const { uri, version } = snapshot;
    return host.client.versionedEdits
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  };
  const edits = {
    'action.disableHere': isMarkdown ? comment('line') : await write('place'),
    'action.disableInFile': isMarkdown ? comment('file') : await write('file'),
    'action.disableInWorkspace': await write('workspace'),
  } as const;
  const titles = ['action.disableHere', 'action.disableInFile', 'action.disableInWorkspace'] as const;
  return titles.flatMap((key): CodeAction[] => {
    const edit = edits[key];
    if (edit === undefined) return [];
    const diagnostics = [toDiagnostic(host, snapshot, finding)];
    return [{ title: host.t(key, { rule }), kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false, edit }];
  });
}
