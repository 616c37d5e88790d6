import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { listAmounts } from './features/amounts';
import { codeActionKinds, codeActions } from './features/code-actions';
import { codeLenses } from './features/code-lens';
import { completion, completionTriggers } from './features/completion';
import { decideEntity } from './features/entity-decisions';
import { convertDocument } from './features/convert-document';
import { definition } from './features/definition';
import { documentDiagnostics, workspaceDiagnostics } from './features/diagnostics';
import { documentLinks } from './features/document-links';
import { documentSymbols } from './features/document-symbols';
import { listEntities, listEntityGroups, listMentions } from './features/entities';
import { foldingRanges } from './features/folding';
import { format, formatRange } from './features/formatting';
import { draftEntry } from './features/glossary-draft';
import { makeGraph, findTogether } from './features/graph';
import { hover } from './features/hover';
import { inlayHints } from './features/inlay-hints';
import { documentHighlight, references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { selectionRanges } from './features/selection-ranges';
import { deltaTokens, fullTokens, legend, rangeTokens } from './features/semantic-tokens';
import { onDocument, onWorkspace, type Feature } from './features/table';
import { listYears, listYear } from './features/timeline';
import { explainMention, getLegend, nextMention, thingAt } from './features/views';
import { workspaceSymbols } from './features/workspace-symbols';
import { createSession, type Environment } from './session/session';

/** Every feature: what it advertises, and what serves it. */
export const features: readonly Feature[] = [
  onDocument(
    SemanticTokensRequest.type,
    { semanticTokensProvider: { legend, full: { delta: true }, range: true } },
    fullTokens,
    { data: [] },
  ),
  onDocument(SemanticTokensDeltaRequest.type, {}, deltaTokens, { data: [] }),
  onDocument(SemanticTokensRangeRequest.type, {}, rangeTokens, { data: [] }),
  onDocument(HoverRequest.type, { hoverProvider: true }, hover, null),
  onDocument(DocumentSymbolRequest.type, { documentSymbolProvider: true }, documentSymbols, null),
  onDocument(DefinitionRequest.type, { definitionProvider: true }, definition, null),
  onDocument(ReferencesRequest.type, { referencesProvider: true }, references, null),
  onDocument(DocumentHighlightRequest.type, { documentHighlightProvider: true }, documentHighlight, null),
  onDocument(FoldingRangeRequest.type, { foldingRangeProvider: true }, foldingRanges, null),
  onDocument(SelectionRangeRequest.type, { selectionRangeProvider: true }, selectionRanges, null),
  onDocument(
    DocumentDiagnosticRequest.type,
    { diagnosticProvider: { identifier: 'meipi', interFileDependencies: true, workspaceDiagnostics: true } },
    documentDiagnostics,
    { kind: 'full', items: [] },
  ),
  onWorkspace(WorkspaceDiagnosticRequest.type, {}, workspaceDiagnostics),
  onDocument(CodeActionRequest.type, { codeActionProvider: { codeActionKinds } }, codeActions, null),
  onDocument(PrepareRenameRequest.type, {}, prepareRename, null),
  onDocument(RenameRequest.type, { renameProvider: { prepareProvider: true } }, rename, null),
  onDocument(
    CompletionRequest.type,
    { completionProvider: { triggerCharacters: completionTriggers } },
    completion,
    null,
  ),
  onDocument(DocumentFormattingRequest.type, { documentFormattingProvider: true }, format, null),
  onDocument(DocumentRangeFormattingRequest.type, { documentRangeFormattingProvider: true }, formatRange, null),
  onDocument(DocumentLinkRequest.type, { documentLinkProvider: {} }, documentLinks, null),
  onDocument(InlayHintRequest.type, { inlayHintProvider: true }, inlayHints, null),
  onDocument(CodeLensRequest.type, { codeLensProvider: {} }, codeLenses, null),
  onWorkspace(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, workspaceSymbols),
  onDocument('meipi/nextMention', {}, nextMention, null),
  onDocument('meipi/explain', {}, explainMention, null),
  onDocument('meipi/convert', {}, convertDocument, { text: '', choices: [] }),
  onDocument('meipi/glossaryDraft', {}, draftEntry, null),
  onWorkspace('meipi/decideEntity', {}, decideEntity),
  onWorkspace('meipi/legend', {}, getLegend),
  onDocument('meipi/thingAt', {}, thingAt, null),
  onWorkspace('meipi/entities', {}, listEntities),
  onWorkspace('meipi/entityGroups', {}, listEntityGroups),
  onWorkspace('meipi/mentions', {}, listMentions),
  onWorkspace('meipi/amounts', {}, listAmounts),
  onWorkspace('meipi/timelineYears', {}, listYears),
  onWorkspace('meipi/timeline', {}, listYear),
  onWorkspace('meipi/graph', {}, makeGraph),
  onWorkspace('meipi/together', {}, findTogether),
];

/** What the table advertises; positions and synchronisation besides. */
export function capabilitiesOf(table: readonly Feature[]): ServerCapabilities {
  return Object.assign(
    {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    ...table.map(({ capability }) => capability),
  ) as ServerCapabilities;
}

/** Serves a connection. `initialize` is answered at once; the data are loaded right after. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = createSession(connection, environment, capabilitiesOf(features));
  for (const feature of features) feature.register(connection, session);
  connection.listen();
}
