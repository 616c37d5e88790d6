import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import type { ClientAbilities } from './host';
import type { InitializationOptions } from './protocol';

/** What a client can do; every ability that it does not name is absent. */
export function abilitiesOf(capabilities: ClientCapabilities, options: InitializationOptions): ClientAbilities {
  const { textDocument, workspace, window } = capabilities;
  return {
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linkedDefinitions: textDocument?.definition?.linkSupport === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    refresh: {
      tokens: workspace?.semanticTokens?.refreshSupport === true,
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
    },
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    commands: Array.isArray(options.commands) ? options.commands.filter((name) => typeof name === 'string') : [],
  };
}
