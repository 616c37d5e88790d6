import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Host } from '../features/host';
import { isMostlyHan, isOwnPath } from '../features/decision';
import { indexLines } from '../text/lines';
import { recordOf, type DocumentRecord } from '../workspace/document-record';
import { matchesGlob } from '../workspace/globs';
import type { IndexCache } from '../workspace/index-cache';
import { isTextName, scanFile, scanFolders, type ScanInput, type ScanTarget } from '../workspace/scanner';
import type { TextReader } from '../workspace/text-reader';

/** How far the index is. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

export interface BackgroundIndexInput {
  readonly connection: Connection;
  readonly host: Host;
  /** Globs of `files.exclude`. */
  readonly excluded: () => readonly string[];
  readonly onChange: () => void;
  /** What is kept between sessions, not yet loaded; `undefined` where nothing is. */
  readonly openCache: (onProblem: (reason: string) => void) => IndexCache | undefined;
  /** The same for the same bytes. */
  readonly hash: (bytes: Uint8Array) => string;
  /** Starts readers beside this thread; absent where there are none. */
  readonly createReader?: () => TextReader;
  /** Told when a scan or a change of files is through: findings may speak of other documents now. */
  readonly onSettled: () => void;
}

/** Keeps the workspace's files in the index, in the background: open documents and typing come first. */
export class BackgroundIndex {
  progress: IndexProgress = { done: 0, total: 0 };
  private run = 0;
  private problems = 0;
  private readonly target: ScanTarget;
  private cache: IndexCache | undefined;
  /** Hashes of the texts that the scan has met. */
  private present = new Set<string>();
  private readers: TextReader | undefined;
  private readHere = 0;
  private unwritten = 0;

  constructor(private readonly input: BackgroundIndexInput) {
    const { files } = input.host.workspace;
    this.target = {
      uris: () => files.uris(),
      remove: (uri) => {
        files.remove(uri);
      },
      take: (uri, text, bytes, isLatest) => this.take(uri, text, bytes, isLatest),
    };
  }

  /** Scans all folders anew; a scan under way is given up. */
  async scan(): Promise<void> {
    this.run += 1;
    const run = this.run;
    const { host, connection } = this.input;
    this.dismissReaders();
    if (!host.settings.index.enable || host.folders.length === 0) return;
    const reporter = host.client.progress
      ? await connection.window.createWorkDoneProgress().catch(() => undefined)
      : undefined;
    if (run !== this.run) return;
    reporter?.begin(host.t('index.title'), 0, '', true);
    const isCancelled = (): boolean => run !== this.run || reporter?.token.isCancellationRequested === true;
    this.problems = 0;
    this.present = new Set();
    const cache = this.input.openCache((reason) => {
      connection.console.warn(host.t('index.notKept', { reason }));
    });
    await cache?.load();
    if (run !== this.run) return;
    this.cache = cache;
    await scanFolders(host.folders, this.scanInput(isCancelled, reporter));
    reporter?.done();
    if (run !== this.run) return;
    this.dismissReaders();
    if (this.problems > 0) connection.console.warn(host.t('index.problems', { count: this.problems }));
    this.input.onChange();
    this.input.onSettled();
    await cache?.settle(isCancelled() ? undefined : this.present);
  }

  /** Takes up changes of files outside the editor. */
  async refresh(uris: readonly string[]): Promise<void> {
    const { host } = this.input;
    if (!host.settings.index.enable) return;
    const wanted = uris.filter((uri) => isTextName(uri));
    for (const uri of wanted)
      await scanFile(
        uri,
        this.scanInput(() => false, undefined),
      );
    if (wanted.length === 0) return;
    this.input.onChange();
    this.input.onSettled();
    await this.cache?.settle();
  }

  private async take(uri: string, text: string, bytes: Uint8Array, isLatest: () => boolean): Promise<void> {
    const { cache, present } = this;
    const hash = this.input.hash(bytes);
    present.add(hash);
    const known = cache?.find(hash);
    const record = known ?? (await this.read(text));
    if (!isLatest()) return;
    this.input.host.workspace.files.put(uri, indexLines(text).lines, record);
    if (known !== undefined || cache === undefined) return;
    cache.put(hash, record);
    this.unwritten += 1;
    if (this.unwritten % mostUnwritten === 0) void cache.settle();
  }

  /** A few texts are read here; for more there are readers beside. */
  private async read(text: string): Promise<DocumentRecord> {
    const { host, createReader } = this.input;
    if (createReader !== undefined && this.readHere >= mostReadHere) {
      this.readers ??= createReader();
      try {
        return await this.readers.read(text);
      } catch (error) {
        this.input.connection.tracer.log(`index: ${(error as Error).message}`);
      }
    }
    this.readHere += 1;
    return recordOf(host.knowledge.analyzer.analyze(text));
  }

  private dismissReaders(): void {
    this.readers?.dispose();
    this.readers = undefined;
    this.readHere = 0;
  }

  /** Gives up what is under way; done when what was read is written. */
  async stop(): Promise<void> {
    this.run += 1;
    this.dismissReaders();
    await this.cache?.settle();
  }

  private scanInput(isCancelled: () => boolean, reporter: WorkDoneProgressServerReporter | undefined): ScanInput {
    const { host, connection } = this.input;
    return {
      fileSystem: host.fileSystem,
      target: this.target,
      lanes,
      isWanted: (uri, text) => isWantedFile(host, uri, text),
      excluded: this.input.excluded(),
      maxFileSize: host.settings.index.maxFileSize * 1024,
      breathe: () =>
        new Promise((resolve) => {
          setImmediate(resolve);
        }),
      isCancelled,
      onProgress: (done, total) => {
        this.progress = { done, total };
        reporter?.report(total === 0 ? 100 : Math.round((100 * done) / total), `${done}/${total}`);
        this.input.onChange();
      },
      onProblem: (uri, reason) => {
        this.problems += 1;
        connection.tracer.log(`index: ${uri}: ${reason}`);
      },
    };
  }
}

/** Files under way at one time: reading from the disk takes longer than what is done with most of them. */
const lanes = 8;
/** What was read is written after so many texts: a session that ends early has not read them in vain. */
const mostUnwritten = 100;
/** Starting readers pays off for more texts than these. */
const mostReadHere = 12;

/** The decision on open documents, for files: they have no language yet, only a name. */
function isWantedFile(host: Host, uri: string, text: string): boolean {
  const { documents } = host.settings;
  if (isOwnPath(uri)) return true;
  if (documents === 'policyOnly') return false;
  if (typeof documents === 'object')
    return documents.some((glob) => matchesGlob(glob, decodeURIComponent(uri.replace(/^file:\/\//u, ''))));
  return isMostlyHan(text, host.knowledge.scripts);
}
