import type { CancellationToken } from 'vscode-languageserver';
import type { Finding } from '../rules/types';
import type { FileSystem } from '../workspace/file-system';
import type { Segmenter } from '../workspace/segmenter';
import type { Snapshot, TextDocument } from '../workspace/document';
import type { Knowledge } from '../workspace/knowledge';
import type { Workspace } from '../workspace/workspace';
import type { Locale, Translate } from './messages';
import type { Positions } from './positions';
import type { StatusReason } from './protocol';
import type { Settings } from './settings';

/** What a client can do, as far as answers depend on it. */
export interface ClientAbilities {
  readonly markdownHover: boolean;
  readonly versionedEdits: boolean;
  readonly createFiles: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly linkedDefinitions: boolean;
  readonly pullDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly refresh: {
    readonly tokens: boolean;
    readonly diagnostics: boolean;
    readonly hints: boolean;
    readonly lenses: boolean;
  };
  readonly progress: boolean;
  readonly configuration: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly lineFoldingOnly: boolean;
  /** Commands that the client runs, for code lenses and code actions. */
  readonly commands: readonly string[];
}

/** Whether a document is read, and why. */
export interface Decision {
  readonly on: boolean;
  readonly reason: StatusReason;
}

/** What features stand on. `knowledge` has been loaded by the time a feature runs. */
export interface Host {
  readonly locale: Locale;
  readonly t: Translate;
  readonly settings: Settings;
  readonly positions: Positions;
  readonly client: ClientAbilities;
  readonly workspace: Workspace;
  readonly knowledge: Knowledge;
  readonly segmenter: Segmenter;
  readonly fileSystem: FileSystem;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** Where the shipped data lies, as a URI without a slash at its end. */
  readonly dataFolder: string;
  decide(document: TextDocument): Decision;
  findingsOf(snapshot: Snapshot): readonly Finding[];
}

/** What a feature of one document receives. */
export interface DocumentRequest<P> {
  readonly host: Host;
  readonly snapshot: Snapshot;
  readonly params: P;
  readonly token: CancellationToken;
}

/** What a feature of the whole workspace receives. */
export interface WorkspaceRequest<P> {
  readonly host: Host;
  readonly params: P;
  readonly token: CancellationToken;
}

/** Thrown by a feature to refuse with a sentence that helps; told to the user as it is. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
