import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  SemanticTokensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { createChecker, type Checker } from '../features/checker';
import { abilitiesOf } from '../features/client-abilities';
import { decide } from '../features/decision';
import { diagnosticsOf } from '../features/diagnostics';
import { describeFault } from '../features/glossary-faults';
import { Refusal, type ClientAbilities, type Decision, type Host } from '../features/host';
import { chooseLocale, createTranslate, type Locale, type Translate } from '../features/messages';
import { faultDiagnostics, glossaryUris, readOwnGlossaries, type OwnGlossaries } from '../features/own-glossary';
import { chooseEncoding, createPositions, type Positions } from '../features/positions';
import type { InitializationOptions, Status, StatusReason } from '../features/protocol';
import {
  exceptionsOfDocument,
  isProjectFile,
  noProjectFiles,
  readProjectFiles,
  type ProjectFiles,
} from '../features/project-files';
import { forgetTokens } from '../features/semantic-tokens';
import { readSettings, settingsOver, type ReadSettings, type Settings } from '../features/settings';
import type { HostSource } from '../features/table';
import type { Concept } from '../lexicon/glossary';
import type { Finding } from '../rules/types';
import type { Snapshot, TextDocument } from '../workspace/document';
import type { FileSystem } from '../workspace/file-system';
import { createIndexCache, type CacheStorage, type IndexCache } from '../workspace/index-cache';
import { buildKnowledge, loadData, type DataFiles, type Knowledge, type LoadedData } from '../workspace/knowledge';
import type { Segmenter } from '../workspace/segmenter';
import type { TextReader } from '../workspace/text-reader';
import { canonicalUri } from '../workspace/uris';
import { createWorkspace } from '../workspace/workspace';
import { BackgroundIndex, type BackgroundIndexInput } from './background-index';
import { TeamEntities } from './team-entities';

/** What the entry hands over: the world outside. */
export interface Environment {
  readonly data: DataFiles;
  /** Where the shipped data lies, as a URI without a slash at its end. */
  readonly dataFolder: string;
  readonly fileSystem: FileSystem;
  /** Tells builds apart that may read the same text otherwise; empty: nothing is kept between sessions. */
  readonly build: string;
  /** The same for the same content. */
  readonly hash: (content: Uint8Array | string) => string;
  /** Where the index is kept, in a folder of the client's. */
  readonly openStorage: (folder: string) => CacheStorage;
  /** Starts readers of whole texts beside this thread, with the user's own concepts. */
  readonly createReader?: (concepts: readonly Concept[]) => TextReader;
  /** Makes the segmenter; told when its kind changes and, once, why the quick one cannot be had. */
  readonly createSegmenter: (onChange: () => void, onUnavailable: (reason: string) => void) => Segmenter;
}

/** One client's session, from `initialize` to `exit`. */
export function createSession(
  connection: Connection,
  environment: Environment,
  capabilities: ServerCapabilities,
): HostSource {
  return new Session(connection, environment, capabilities);
}

class Session implements HostSource {
  private readonly workspace = createWorkspace();
  private locale: Locale = 'en';
  private t: Translate = createTranslate('en');
  private positions: Positions = createPositions('utf-16');
  private client: ClientAbilities = abilitiesOf({}, {});
  private read: ReadSettings = readSettings({});
  /** The user's toggle of everything; the setting counts where it was not used. */
  private everywhere: boolean | undefined;
  private readonly offHere = new Set<string>();
  private folders: readonly string[] = [];
  private excluded: readonly string[] = [];
  private own: OwnGlossaries = { concepts: [], faults: new Map() };
  private project = noProjectFiles;
  private readonly entities: TeamEntities;
  private loaded: LoadedData | undefined;
  private knowledge: Knowledge | undefined;
  private checker: Checker | undefined;
  private failure: string | undefined;
  private storage: string | undefined;
  private phase: 'new' | 'open' | 'shut' = 'new';
  private hasBegun = false;
  private readonly segmenter: Segmenter;
  private readonly index: BackgroundIndex;
  private readonly host: Host;
  private readonly pushes = new Map<string, NodeJS.Timeout>();
  private readonly toldFaults = new Set<string>();
  private statusTimer: NodeJS.Timeout | undefined;
  private indexTimer: NodeJS.Timeout | undefined;
  private settleReady: () => void = () => undefined;
  private readonly whenReady: Promise<void>;

  constructor(
    private readonly connection: Connection,
    private readonly environment: Environment,
    private readonly capabilities: ServerCapabilities,
  ) {
    this.whenReady = new Promise((resolve) => {
      this.settleReady = resolve;
    });
    this.segmenter = environment.createSegmenter(
      () => {
        this.announceStatus();
      },
      (reason) => {
        connection.console.warn(this.t('segmenter.unavailable', { reason }));
      },
    );
    this.host = this.makeHost();
    this.index = new BackgroundIndex({
      connection,
      host: this.host,
      excluded: () => this.excluded,
      hash: environment.hash,
      openCache: (onProblem) => this.openCache(onProblem),
      ...this.readers(),
      onChange: () => {
        this.announceStatus();
        this.announceIndex();
      },
      onSettled: () => {
        this.refreshFindings();
      },
    });
    this.entities = new TeamEntities({
      connection,
      fileSystem: environment.fileSystem,
      folders: () => this.folders,
      openText: (uri) => this.workspace.documents.get(uri)?.index.text,
      translate: () => this.t,
      knowledge: () => this.knowledge,
      onChange: (links) => {
        this.workspace.setLinks(links);
        this.refresh();
      },
    });
    this.workspace.setFilter((document) => this.decide(document).on);
    connection.onInitialize((params) =>
      this.phase === 'new'
        ? this.initialize(params)
        : new ResponseError(ErrorCodes.InvalidRequest, 'initialize is sent once', { retry: false }),
    );
    connection.onInitialized(() => {
      if (this.phase !== 'open' || this.hasBegun) return;
      this.hasBegun = true;
      this.begin().catch((error: unknown) => {
        this.reportError('initialized', error as Error);
      });
    });
    connection.onShutdown(async () => {
      this.phase = 'shut';
      const written = this.index.stop();
      this.segmenter.dispose();
      for (const timer of this.pushes.values()) clearTimeout(timer);
      clearTimeout(this.statusTimer);
      clearTimeout(this.indexTimer);
      await written;
    });
    this.serveDocuments();
    this.serveSettings();
    this.serveStatus();
  }

  async ready(): Promise<Host> {
    this.assertOpen();
    await this.whenReady;
    this.assertOpen();
    if (this.failure !== undefined) throw new Refusal(this.failure);
    return this.host;
  }

  private assertOpen(): void {
    if (this.phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
    if (this.phase === 'shut') throw new ResponseError(ErrorCodes.InvalidRequest, 'the server was shut down');
  }

  log(method: string, milliseconds: number): void {
    this.connection.tracer.log(`${method} ${milliseconds.toFixed(1)} ms`);
  }

  reportError(method: string, error: Error): void {
    this.connection.console.error(`${method}: ${error.stack ?? error.message}`);
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.phase = 'open';
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.locale = chooseLocale(typeof options.locale === 'string' ? options.locale : params.locale);
    this.t = createTranslate(this.locale);
    this.client = abilitiesOf(params.capabilities, options);
    const encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.positions = createPositions(encoding);
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof params.rootUri === 'string' ? [params.rootUri] : []);
    this.folders = folders.map(withoutSlash);
    this.storage = typeof options.storage === 'string' && options.storage !== '' ? options.storage : undefined;
    setImmediate(() => {
      void this.load();
    });
    return { capabilities: { positionEncoding: encoding, ...this.capabilities }, serverInfo: { name: 'Meipi' } };
  }

  /** Reads the shipped data; what depends on them waits in `ready`. */
  private async load(): Promise<void> {
    try {
      this.loaded = await loadData(this.environment.data);
      const [reason] = this.loaded.problems;
      if (reason !== undefined) this.connection.window.showWarningMessage(this.t('data.partly', { reason }));
      this.rebuildKnowledge();
    } catch (error) {
      this.failure = (error as Error).message;
      this.connection.window.showErrorMessage(this.t('data.broken', { reason: this.failure }));
    }
    this.settleReady();
    this.announceStatus();
  }

  /** Where the index is kept between sessions; marks change with the build and with the user's own concepts. */
  private openCache(onProblem: (reason: string) => void): IndexCache | undefined {
    const { build, hash, openStorage } = this.environment;
    if (this.storage === undefined || build === '') return undefined;
    const version = hash(JSON.stringify([build, this.own.concepts]));
    return createIndexCache(openStorage(this.storage), version, onProblem);
  }

  private readers(): Pick<BackgroundIndexInput, 'createReader'> {
    const { createReader } = this.environment;
    return createReader === undefined ? {} : { createReader: () => createReader(this.own.concepts) };
  }

  private rebuildKnowledge(): void {
    if (this.loaded === undefined) return;
    this.knowledge = buildKnowledge(this.loaded, this.own.concepts);
    this.checker = createChecker(this.loaded, this.knowledge);
    this.workspace.setKnowledge(this.knowledge);
    this.entities.apply();
  }

  /** What may wait until the client has its answer: settings, watchers, glossaries, the scan, the segmenter. */
  private async begin(): Promise<void> {
    if (this.client.configuration) {
      void this.connection.client
        .register(DidChangeConfigurationNotification.type, { section: ['meipi', 'files.exclude'] })
        .catch(() => undefined);
      await this.fetchSettings();
    }
    if (this.client.watchedFiles) {
      const watchers = [
        { globPattern: '**/*.{txt,md,markdown}' },
        { globPattern: '**/.meipi/*.yaml' },
        { globPattern: '**/.gitignore' },
      ];
      void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (this.client.workspaceFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
        this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => withoutSlash(uri))];
        for (const uri of this.workspace.index.uris())
          if ([...gone].some((folder) => uri.startsWith(`${folder}/`))) this.workspace.files.remove(uri);
        void this.reloadProjectFiles();
        void this.entities.reload();
        void this.reloadGlossaries().then(() => this.index.scan());
      });
    await this.whenReady;
    if (this.knowledge === undefined) return;
    await this.reloadGlossaries();
    await this.reloadProjectFiles();
    await this.entities.reload();
    await this.index.scan();
    // Last of all: it takes as much memory as everything else, and until it is there its twin cuts words.
    setTimeout(() => {
      this.segmenter.warmUp();
    }, warmUpDelay).unref();
  }

  private serveDocuments(): void {
    const { connection, workspace } = this;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      workspace.open(uri, languageId, version, text);
      this.afterChange(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      workspace.change(
        uri,
        version,
        contentChanges.map(
          (change) =>
            ({ index }) =>
              'range' in change
                ? {
                    start: this.positions.offset(index, change.range.start),
                    end: this.positions.offset(index, change.range.end),
                    text: change.text,
                  }
                : { start: 0, end: index.text.length, text: change.text },
        ),
      );
      this.afterChange(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      workspace.close(uri);
      forgetTokens(uri);
      this.announceIndex();
      clearTimeout(this.pushes.get(uri));
      this.pushes.delete(uri);
      if (!this.client.pullDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
      if (this.isGlossary(uri)) void this.reloadGlossaries();
      if (this.entities.isFile(uri)) void this.entities.reload();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const uris = changes.map(({ uri }) => uri);
      if (uris.some((uri) => this.isGlossary(uri))) void this.reloadGlossaries();
      if (uris.some(isProjectFile)) void this.reloadProjectFiles();
      if (uris.some((uri) => this.entities.isFile(uri))) void this.entities.reload();
      if (uris.some((uri) => uri.endsWith('/.gitignore'))) void this.index.scan();
      else void this.index.refresh(uris.map(canonicalUri));
    });
  }

  private afterChange(uri: string): void {
    this.announceStatus();
    this.announceIndex();
    if (this.isGlossary(uri)) {
      this.schedule(uri, () => this.reloadGlossaries());
      return;
    }
    if (this.entities.isFile(uri)) {
      this.schedule(uri, () => this.entities.reload());
      return;
    }
    if (!this.client.pullDiagnostics) this.schedule(uri, () => this.push(uri));
  }

  private schedule(uri: string, work: () => Promise<void>): void {
    clearTimeout(this.pushes.get(uri));
    this.pushes.set(
      uri,
      setTimeout(() => {
        this.pushes.delete(uri);
        void work();
      }, pushDelay),
    );
  }

  private async push(uri: string): Promise<void> {
    await this.whenReady;
    const document = this.workspace.documents.get(uri);
    if (document === undefined || this.knowledge === undefined) return;
    const snapshot = this.decide(document).on ? this.workspace.snapshot(uri) : undefined;
    const diagnostics = snapshot === undefined ? [] : diagnosticsOf(this.host, snapshot);
    await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  private serveSettings(): void {
    this.connection.onDidChangeConfiguration(({ settings }) => {
      if (this.client.configuration) {
        void this.fetchSettings();
        return;
      }
      this.applySettings((settings as { meipi?: unknown } | null)?.meipi ?? {});
    });
  }

  private async fetchSettings(): Promise<void> {
    try {
      const [own, exclude] = (await this.connection.workspace.getConfiguration([
        { section: 'meipi' },
        { section: 'files.exclude' },
      ])) as readonly unknown[];
      this.excluded =
        typeof exclude === 'object' && exclude !== null
          ? Object.entries(exclude)
              .filter(([, on]) => on === true)
              .map(([glob]) => glob)
          : [];
      this.applySettings(own);
    } catch (error) {
      this.reportError('workspace/configuration', error as Error);
    }
  }

  private applySettings(value: unknown): void {
    const before = this.read.settings;
    this.read = readSettings(value);
    const { settings, broken } = this.read;
    if (broken.length > 0) this.connection.console.warn(this.t('settings.broken', { keys: broken.join(', ') }));
    if (before.enable !== settings.enable) this.everywhere = undefined;
    if (this.knowledge !== undefined) {
      if (before.glossary.path !== settings.glossary.path) void this.reloadGlossaries();
      if (JSON.stringify([before.index, before.documents]) !== JSON.stringify([settings.index, settings.documents]))
        void this.index.scan();
    }
    this.refresh();
  }

  private isGlossary(uri: string): boolean {
    return glossaryUris(this.folders, this.read.settings.glossary.path).some(
      (each) => each === uri || each === canonicalUri(uri),
    );
  }

  private async reloadGlossaries(): Promise<void> {
    await this.whenReady;
    const uris = glossaryUris(this.folders, this.read.settings.glossary.path);
    const before = this.own;
    const openText = (uri: string): string | undefined => this.workspace.documents.get(uri)?.index.text;
    this.own = await readOwnGlossaries(uris, this.environment.fileSystem, openText, before);
    for (const [uri, faults] of this.own.faults) {
      void this.connection.sendDiagnostics({ uri, diagnostics: faultDiagnostics(faults, this.t) });
      const [first] = faults;
      if (first === undefined) this.toldFaults.delete(uri);
      else if (!this.toldFaults.has(uri)) {
        this.toldFaults.add(uri);
        this.connection.window.showWarningMessage(this.t('glossary.broken', { fault: describeFault(first, this.t) }));
      }
    }
    for (const uri of before.faults.keys())
      if (!this.own.faults.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    if (JSON.stringify(before.concepts) === JSON.stringify(this.own.concepts)) return;
    this.rebuildKnowledge();
    this.refresh();
    if (this.index.progress.total > 0) void this.index.scan();
  }

  /** Reads exceptions and shared settings anew; tells of a fault that was not there before. */
  private async reloadProjectFiles(): Promise<void> {
    const before = this.project;
    this.project = await readProjectFiles(this.folders, this.environment.fileSystem);
    for (const [file, fault] of this.project.faults) {
      if (before.faults.get(file) === fault) continue;
      this.connection.window.showWarningMessage(this.t('project.broken', { file: decodeURIComponent(file), fault }));
    }
    const contentOf = ({ exceptions, shared }: ProjectFiles): string => JSON.stringify([[...exceptions], shared]);
    if (contentOf(before) !== contentOf(this.project)) this.refresh();
  }

  /** The user's settings, and what the folders say where the user says nothing. */
  private settings(): Settings {
    return settingsOver(this.project.shared, this.read.settings);
  }

  private findingsOf(snapshot: Snapshot): readonly Finding[] {
    return (
      this.checker?.check(snapshot.analysis, {
        settings: this.settings(),
        locale: this.locale,
        exceptions: exceptionsOfDocument(this.project, snapshot.uri),
        others: this.workspace.namesBeside(snapshot),
      }) ?? []
    );
  }

  private serveStatus(): void {
    this.connection.onRequest('meipi/status', ({ textDocument: { uri } }: { textDocument: { uri: string } }) => {
      this.assertOpen();
      return this.statusOf(uri);
    });
    this.connection.onRequest(
      'meipi/toggle',
      ({
        textDocument: { uri },
        scope,
        on,
      }: {
        textDocument: { uri: string };
        scope: 'file' | 'everywhere';
        on?: boolean;
      }) => {
        this.assertOpen();
        if (scope === 'everywhere') this.everywhere = on ?? !this.isEnabled();
        else if (on ?? this.offHere.has(uri)) this.offHere.delete(uri);
        else this.offHere.add(uri);
        this.refresh();
        return this.statusOf(uri);
      },
    );
  }

  private isEnabled(): boolean {
    return this.everywhere ?? this.read.settings.enable;
  }

  private decide(document: TextDocument): Decision {
    const { scripts } = this.loaded ?? {};
    if (scripts === undefined) return { on: false, reason: 'not-open' };
    const settings = { ...this.read.settings, enable: this.isEnabled() };
    return decide(document, { settings, scripts, offHere: this.offHere });
  }

  private statusOf(uri: string): Status {
    const document = this.workspace.documents.get(uri);
    const decision: Decision =
      document === undefined || this.loaded === undefined ? { on: false, reason: 'not-open' } : this.decide(document);
    const snapshot = decision.on ? this.workspace.snapshot(uri) : undefined;
    const problems = [
      ...(this.failure === undefined ? [] : [this.failure]),
      ...(this.read.broken.length === 0 ? [] : [this.t('settings.broken', { keys: this.read.broken.join(', ') })]),
      ...[...this.own.faults.values()].flat().map((fault) => describeFault(fault, this.t)),
      ...(this.loaded?.problems ?? []).map((reason) => this.t('data.partly', { reason })),
      ...this.entities.problems,
    ];
    return {
      on: decision.on,
      reason: decision.reason,
      message:
        this.loaded === undefined && this.failure === undefined
          ? this.t('status.loading')
          : this.t(`status.${decision.reason satisfies StatusReason}`),
      ready: this.knowledge !== undefined,
      segmenter: this.segmenter.kind,
      mentions: snapshot?.analysis.lines.reduce((sum, { mentions }) => sum + mentions.length, 0) ?? 0,
      findings: snapshot === undefined ? 0 : this.host.findingsOf(snapshot).length,
      index: { ...this.index.progress, mentions: this.workspace.index.mentionCount },
      problems,
    };
  }

  /** Tells the client, at most four times a second, that a status may have changed. */
  private announceStatus(): void {
    if (this.statusTimer !== undefined) return;
    this.statusTimer = setTimeout(() => {
      this.statusTimer = undefined;
      void this.connection.sendNotification('meipi/statusChanged').catch(() => undefined);
    }, statusDelay);
    this.statusTimer.unref();
  }

  /** Tells the client, at most twice a second, that views over the index may have changed. */
  private announceIndex(): void {
    if (this.indexTimer !== undefined) return;
    this.indexTimer = setTimeout(() => {
      this.indexTimer = undefined;
      const { documentCount: documents, mentionCount: mentions } = this.workspace.index;
      void this.connection.sendNotification('meipi/indexChanged', { documents, mentions }).catch(() => undefined);
    }, indexDelay);
    this.indexTimer.unref();
  }

  /** Everything shown is asked for anew: what was switched off goes at once, in every open document. */
  private refresh(): void {
    this.workspace.index.touch();
    this.announceIndex();
    const { refresh } = this.client;
    const quietly = (request: Promise<unknown>): void => {
      request.catch(() => undefined);
    };
    if (refresh.tokens) quietly(this.connection.sendRequest(SemanticTokensRefreshRequest.type));
    this.refreshFindings();
    if (refresh.hints) quietly(this.connection.languages.inlayHint.refresh());
    if (refresh.lenses) quietly(this.connection.sendRequest(CodeLensRefreshRequest.type));
    this.announceStatus();
  }

  /** Findings of open documents are asked for anew, or sent. */
  private refreshFindings(): void {
    const { refresh, pullDiagnostics } = this.client;
    if (refresh.diagnostics) this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    if (!pullDiagnostics) for (const uri of this.workspace.documents.keys()) void this.push(uri);
  }

  private makeHost(): Host {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getters below have a `this` of their own
    const session = this;
    const known = (): Knowledge => {
      if (session.knowledge === undefined) throw new Refusal(session.t('status.loading'));
      return session.knowledge;
    };
    return {
      get locale() {
        return session.locale;
      },
      get t() {
        return session.t;
      },
      get settings() {
        return session.settings();
      },
      get positions() {
        return session.positions;
      },
      get client() {
        return session.client;
      },
      workspace: session.workspace,
      get knowledge() {
        return known();
      },
      get segmenter() {
        return session.segmenter;
      },
      fileSystem: session.environment.fileSystem,
      get folders() {
        return session.folders;
      },
      dataFolder: session.environment.dataFolder,
      decide: (document) => session.decide(document),
      findingsOf: (snapshot) => session.findingsOf(snapshot),
    };
  }
}

/** Milliseconds: nodejieba loads when the first marks have been shown and the index is there. */
const warmUpDelay = 1500;
const pushDelay = 200;
const statusDelay = 250;
const indexDelay = 500;

function withoutSlash(uri: string): string {
  return canonicalUri(uri.replace(/\/$/u, ''));
}
