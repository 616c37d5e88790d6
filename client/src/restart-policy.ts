import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

interface Outlet {
  readonly log: (text: string) => void;
  readonly giveUp: () => void;
}

const mostRestarts = 5;
/** A server that lived this long had started well: the count begins anew. */
const healthyMilliseconds = 180_000;
const firstDelay = 250;

/** Restarts a server that ended by itself after a pause that doubles, and gives up after five times in a row. */
export class RestartPolicy implements ErrorHandler {
  readonly #outlet: Outlet;
  readonly #now: () => number;
  #restarts = 0;
  #since: number;

  constructor(outlet: Outlet, now: () => number = Date.now) {
    this.#outlet = outlet;
    this.#now = now;
    this.#since = now();
  }

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  async closed(): Promise<CloseHandlerResult> {
    if (this.#now() - this.#since > healthyMilliseconds) this.#restarts = 0;
    if (this.#restarts >= mostRestarts) {
      this.#outlet.giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const delay = firstDelay * 2 ** this.#restarts;
    this.#restarts += 1;
    this.#outlet.log(`the server has ended; restart ${this.#restarts} of ${mostRestarts} in ${delay} ms`);
    await new Promise((done) => setTimeout(done, delay));
    this.#since = this.#now();
    return { action: CloseAction.Restart, handled: true };
  }
}
