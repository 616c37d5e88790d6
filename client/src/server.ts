import * as vscode from 'vscode';
import {
  LanguageClient,
  State,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import type { CustomNotifications, CustomRequests, InitializationOptions } from '../../server/src/features/protocol';
import { RestartPolicy } from './restart-policy';

/** Languages whose documents are handed to the server; it decides which of them it reads. */
export const servedLanguages = ['zh-policy', 'plaintext', 'markdown'] as const;
const servedSchemes = ['file', 'untitled'] as const;

export const documentSelector = servedSchemes.flatMap((scheme) =>
  servedLanguages.map((language) => ({ scheme, language })),
);

type Params<R extends keyof CustomRequests> = CustomRequests[R]['params'];
type Result<R extends keyof CustomRequests> = CustomRequests[R]['result'];

/** The language server's process and what the client's features say to it. */
export class Server {
  readonly output: vscode.LogOutputChannel;
  readonly #context: vscode.ExtensionContext;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #indexChanged = new vscode.EventEmitter<CustomNotifications['meipi/indexChanged']>();
  #client: LanguageClient | undefined;
  #stopped = false;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.output = vscode.window.createOutputChannel('Meipi', { log: true });
    context.subscriptions.push(this.output, this.#changed, this.#indexChanged);
  }

  /** Fires when a status may differ from the last one shown: the server started, stopped, or said so. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get onDidChangeIndex(): vscode.Event<CustomNotifications['meipi/indexChanged']> {
    return this.#indexChanged.event;
  }

  get running(): boolean {
    return this.#client?.state === State.Running;
  }

  /** Whether it has been given up after repeated crashes. */
  get stopped(): boolean {
    return this.#stopped;
  }

  async start(): Promise<void> {
    this.#stopped = false;
    const client = new LanguageClient('meipi', 'Meipi', serverOptions(this.#context), this.#clientOptions());
    this.#client = client;
    client.onDidChangeState(() => this.#changed.fire());
    client.onNotification('meipi/statusChanged', () => this.#changed.fire());
    client.onNotification('meipi/indexChanged', (size: CustomNotifications['meipi/indexChanged']) =>
      this.#indexChanged.fire(size),
    );
    try {
      await client.start();
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      await this.#giveUp(vscode.l10n.t('Meipi could not start its language server.'));
    }
    this.#changed.fire();
  }

  async restart(): Promise<void> {
    await this.dispose();
    await this.start();
  }

  async dispose(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    try {
      await client.stop();
    } catch (error) {
      this.output.warn(`stopping: ${error instanceof Error ? error.message : String(error)}`);
    }
    await client.dispose();
  }

  /** Sends one of Meipi's own requests; `undefined` where the server is not there or does not answer. */
  async request<R extends keyof CustomRequests>(method: R, params: Params<R>): Promise<Result<R> | undefined> {
    if (!this.#client || !this.running) return undefined;
    try {
      return await this.#client.sendRequest<Result<R>>(method, params);
    } catch (error) {
      this.output.debug(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** The same, with a refusal as an error whose message is meant for the user. */
  async ask<R extends keyof CustomRequests>(method: R, params: Params<R>): Promise<Result<R> | Error> {
    if (!this.#client || !this.running) return new Error(vscode.l10n.t('Meipi has stopped'));
    try {
      return await this.#client.sendRequest<Result<R>>(method, params);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** An edit of the protocol as one of the editor. */
  async toEdit(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit | undefined> {
    return this.#client?.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  #clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      locale: vscode.env.language,
      storage: (this.#context.storageUri ?? this.#context.globalStorageUri).fsPath,
      commands: ['meipi.showMentions', 'meipi.entity.sameAs', 'meipi.entity.notTheSame', 'meipi.entity.name'],
    };
    return {
      documentSelector: [...documentSelector],
      outputChannel: this.output,
      initializationOptions,
      markdown: { isTrusted: false, supportHtml: false },
      diagnosticPullOptions: { onChange: true, onTabs: true },
      errorHandler: new RestartPolicy({
        log: (text) => this.output.warn(text),
        giveUp: () =>
          void this.#giveUp(vscode.l10n.t('The language server of Meipi has ended five times in a row and stays off.')),
      }),
    };
  }

  async #giveUp(message: string): Promise<void> {
    this.#stopped = true;
    this.#changed.fire();
    const again = vscode.l10n.t('Restart');
    const show = vscode.l10n.t('Show Output');
    const advice = vscode.l10n.t('Your documents are as you left them. The output says what went wrong.');
    const choice = await vscode.window.showErrorMessage(`${message} ${advice}`, again, show);
    if (choice === again) await this.restart();
    if (choice === show) this.output.show();
  }
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6099'] } } };
}
