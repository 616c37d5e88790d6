import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Host } from './host';
import { faultOfParams } from './request-shape';
import { Refusal, type DocumentRequest, type WorkspaceRequest } from './host';
import type { CustomRequests } from './protocol';

/** A row of the table of features: what is advertised beside what serves it. */
export interface Feature {
  readonly method: string;
  readonly capability: Partial<ServerCapabilities>;
  register(connection: Connection, source: HostSource): void;
}

/** Where handlers get their host from. */
export interface HostSource {
  /**
   * Resolves when the data have been loaded; rejects with a Refusal when they cannot be, and with the protocol's own error
   * before `initialize` and after `shutdown`.
   */
  ready(): Promise<Host>;
  readonly log: (method: string, milliseconds: number) => void;
  readonly reportError: (method: string, error: Error) => void;
}

/** A request type of the protocol, for its types. */
interface TypedRequest<P, R> {
  readonly method: string;
  readonly _?: readonly [P, R, ...unknown[]] | undefined;
}
type Custom = keyof CustomRequests;

/**
 * A feature of one document. The handler receives the document at its present version; for documents that are not open,
 * or are left alone, `whenOff` is answered without it.
 */
export function onDocument<M extends Custom>(
  method: M,
  capability: Partial<ServerCapabilities>,
  handler: (
    request: DocumentRequest<CustomRequests[M]['params']>,
  ) => CustomRequests[M]['result'] | Promise<CustomRequests[M]['result']>,
  whenOff: CustomRequests[M]['result'],
): Feature;
export function onDocument<P extends { textDocument: { uri: string } }, R>(
  type: TypedRequest<P, R>,
  capability: Partial<ServerCapabilities>,
  handler: (request: DocumentRequest<P>) => NoInfer<R> | Promise<NoInfer<R>>,
  whenOff: NoInfer<R>,
): Feature;
export function onDocument(
  type: string | { readonly method: string },
  capability: Partial<ServerCapabilities>,
  handler: (request: DocumentRequest<never>) => unknown,
  whenOff: unknown,
): Feature {
  const method = typeof type === 'string' ? type : type.method;
  return wrap(method, capability, (host, params, token) => {
    const { textDocument } = params as { textDocument?: { uri: string } };
    if (textDocument === undefined)
      return new ResponseError(ErrorCodes.InvalidParams, `${method}: textDocument is missing`);
    const document = host.workspace.documents.get(textDocument.uri);
    if (document === undefined || !host.decide(document).on) return whenOff;
    const snapshot = host.workspace.snapshot(document.uri);
    return snapshot === undefined ? whenOff : handler({ host, snapshot, params: params as never, token });
  });
}

/** A feature of the whole workspace. */
export function onWorkspace<M extends Custom>(
  method: M,
  capability: Partial<ServerCapabilities>,
  handler: (
    request: WorkspaceRequest<CustomRequests[M]['params']>,
  ) => CustomRequests[M]['result'] | Promise<CustomRequests[M]['result']>,
): Feature;
export function onWorkspace<P, R>(
  type: TypedRequest<P, R>,
  capability: Partial<ServerCapabilities>,
  handler: (request: WorkspaceRequest<P>) => NoInfer<R> | Promise<NoInfer<R>>,
): Feature;
export function onWorkspace(
  type: string | { readonly method: string },
  capability: Partial<ServerCapabilities>,
  handler: (request: WorkspaceRequest<never>) => unknown,
): Feature {
  const method = typeof type === 'string' ? type : type.method;
  return wrap(method, capability, (host, params, token) => handler({ host, params: params as never, token }));
}

/** Waits for the data, checks the token after waiting, times, and maps refusals and faults to the protocol, once for all. */
function wrap(
  method: string,
  capability: Partial<ServerCapabilities>,
  handle: (host: Host, params: unknown, token: CancellationToken) => unknown,
): Feature {
  return {
    method,
    capability,
    register(connection, source) {
      connection.onRequest(method, async (params: unknown, token: CancellationToken): Promise<unknown> => {
        const started = performance.now();
        try {
          const fault = faultOfParams(params);
          if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, `${method}: ${fault}`);
          const host = await source.ready();
          if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
          const answer = await handle(host, params, token);
          return token.isCancellationRequested
            ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
            : (answer ?? null);
        } catch (error) {
          if (error instanceof ResponseError) return error;
          if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
          source.reportError(method, error as Error);
          return new ResponseError(ErrorCodes.InternalError, `${method}: ${(error as Error).message}`);
        } finally {
          source.log(method, performance.now() - started);
        }
      });
    },
  };
}
