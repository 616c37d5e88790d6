import { spawn, type ChildProcess } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  InitializeParams,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** The server's bundle; that of the project unless said. */
  readonly server?: string;
  /** Options of Node for the server's process. */
  readonly nodeOptions?: readonly string[];
  /** Answers to `workspace/configuration`, by section. */
  readonly settings?: Record<string, unknown>;
}

/** What a usual editor can do. */
export const editorCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    semanticTokens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

/** A client that talks to `node dist/server.js --stdio` over the wire, as an editor does. */
export class LanguageClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly refreshes: string[] = [];
  settings: Record<string, unknown>;
  result: InitializeResult = { capabilities: {} };
  private readonly versions = new Map<string, number>();

  private constructor(options: ClientOptions) {
    this.settings = options.settings ?? {};
    this.process = spawn(
      process.execPath,
      [...(options.nodeOptions ?? []), options.server ?? 'dist/server.js', '--stdio'],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const { stdout, stdin } = this.process;
    if (stdout === null || stdin === null) throw new Error('the server has no streams');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      this.messages.push(message);
      return null;
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => this.settings[section] ?? null),
    );
    for (const method of [
      'workspace/semanticTokens/refresh',
      'workspace/diagnostic/refresh',
      'workspace/inlayHint/refresh',
      'workspace/codeLens/refresh',
    ]) {
      this.connection.onRequest(method, () => {
        this.refreshes.push(method);
        return null;
      });
    }
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
      this.connection.onRequest(method, () => null);
    this.connection.listen();
    // A request that a dead server cannot answer must not wait for ever.
    this.process.once('exit', () => {
      this.connection.dispose();
    });
  }

  /** Starts a server and shakes hands. */
  static async start(options: ClientOptions = {}): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? editorCapabilities,
      initializationOptions: options.initializationOptions ?? { locale: 'en' },
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    };
    client.result = await client.connection.sendRequest('initialize', params);
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params ?? {});
  }

  async open(uri: string, text: string, languageId = 'zh-policy'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends one change and answers the new version. */
  async change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** A request about a place of a document. */
  at<R>(method: string, uri: string, position: Position, more: object = {}): Promise<R> {
    return this.request<R>(method, { textDocument: { uri }, position, ...more });
  }

  /** A request about a document. */
  of<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.request<R>(method, { textDocument: { uri }, ...more });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => {
      this.process.once('exit', resolve);
    });
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** Where `part` first stands in `text`, as a position or range in UTF-16 units. */
export function placeOf(text: string, part: string, occurrence = 0): Range {
  let offset = -1;
  for (let count = 0; count <= occurrence; count += 1) offset = text.indexOf(part, offset + 1);
  if (offset < 0) throw new Error(`${part} does not stand in the text ${occurrence + 1} times`);
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u);
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + part.length } };
}
