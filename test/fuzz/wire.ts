import { spawn, type ChildProcess } from 'node:child_process';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';

/** What came back for one id. */
export interface Answer {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The bare wire to a server: messages are sent as they are written here, in any order, right or wrong. */
export class Wire {
  readonly process: ChildProcess;
  /** Answers that nobody has taken yet, in the order in which they came. */
  readonly answers: Answer[] = [];
  readonly notifications: { readonly method: string; readonly params?: unknown }[] = [];
  readonly exited: Promise<number | null>;
  private readonly waiting = new Map<number | string, (answer: Answer) => void>();
  private nextId = 1_000_000;

  constructor(args: readonly string[] = ['--stdio']) {
    this.process = spawn(process.execPath, ['dist/server.js', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.exited = new Promise((resolve) => {
      this.process.once('exit', (code) => {
        for (const settle of this.waiting.values()) settle({ error: { code: 0, message: 'the server has ended' } });
        resolve(code);
      });
    });
    this.process.stdin?.on('error', () => undefined);
    if (this.process.stdout === null) throw new Error('the server has no output');
    new StreamMessageReader(this.process.stdout).listen((message) => {
      this.take(message as Message & Answer & { readonly method?: string; readonly params?: unknown });
    });
  }

  /** Sends any value, framed. */
  send(message: unknown): void {
    this.write(JSON.stringify(message));
  }

  /** Sends a body of any content, framed; `length` lies about its size. */
  write(body: string, length = Buffer.byteLength(body)): void {
    this.process.stdin?.write(`Content-Length: ${length}\r\n\r\n${body}`);
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) });
  }

  /** Sends a request with an id of its own and waits for the answer, whatever it is. */
  ask(method: string, params?: unknown): Promise<Answer> {
    const id = this.nextId++;
    this.send({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    return this.answerTo(id);
  }

  answerTo(id: number | string): Promise<Answer> {
    const there = this.answers.findIndex((answer) => answer.id === id);
    if (there >= 0) return Promise.resolve(this.answers.splice(there, 1)[0] ?? {});
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  /** Shakes hands as a client that can do nothing beyond the protocol's minimum. */
  async initialize(params: object = {}): Promise<Answer> {
    const answer = await this.ask('initialize', { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify('initialized', {});
    return answer;
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'zh-policy', version: 1, text } });
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private take(message: Answer & { readonly method?: string; readonly params?: unknown }): void {
    const { method, id } = message;
    if (method !== undefined) {
      this.notifications.push({ method, params: message.params });
      // A client without abilities should not be asked anything; whoever is asked all the same must not hang.
      if (id !== undefined) this.send({ jsonrpc: '2.0', id, result: null });
      return;
    }
    const settle = id === undefined || id === null ? undefined : this.waiting.get(id);
    if (settle === undefined) this.answers.push(message);
    else {
      this.waiting.delete(id as number);
      settle(message);
    }
  }
}
