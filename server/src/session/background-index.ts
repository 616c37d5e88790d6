import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Host } from '../features/host';
import { isMostlyHan, isOwnPath } from '../features/decision';
import { matchesGlob } from '../workspace/globs';
import { isTextName, scanFile, scanFolders, type ScanInput } from '../workspace/scanner';

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
  /** Told when a scan or a change of files is through: findings may speak of other documents now. */
  readonly onSettled: () => void;
}

/** Keeps the workspace's files in the index, in the background: open documents and typing come first. */
export class BackgroundIndex {
  progress: IndexProgress = { done: 0, total: 0 };
  private run = 0;
  private problems = 0;

  constructor(private readonly input: BackgroundIndexInput) {}

  /** Scans all folders anew; a scan under way is given up. */
  async scan(): Promise<void> {
    this.run += 1;
    const run = this.run;
    const { host, connection } = this.input;
    if (!host.settings.index.enable || host.folders.length === 0) return;
    const reporter = host.client.progress
      ? await connection.window.createWorkDoneProgress().catch(() => undefined)
      : undefined;
    if (run !== this.run) return;
    reporter?.begin(host.t('index.title'), 0, '', true);
    const isCancelled = (): boolean => run !== this.run || reporter?.token.isCancellationRequested === true;
    this.problems = 0;
    await scanFolders(host.folders, this.scanInput(isCancelled, reporter));
    reporter?.done();
    if (this.problems > 0) connection.console.warn(host.t('index.problems', { count: this.problems }));
    this.input.onChange();
    this.input.onSettled();
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
  }

  stop(): void {
    this.run += 1;
  }

  private scanInput(isCancelled: () => boolean, reporter: WorkDoneProgressServerReporter | undefined): ScanInput {
    const { host, connection } = this.input;
    return {
      fileSystem: host.fileSystem,
      index: host.workspace.files,
      analyze: (text) => host.knowledge.analyzer.analyze(text),
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

/** The decision on open documents, for files: they have no language yet, only a name. */
function isWantedFile(host: Host, uri: string, text: string): boolean {
  const { documents } = host.settings;
  if (isOwnPath(uri)) return true;
  if (documents === 'policyOnly') return false;
  if (typeof documents === 'object')
    return documents.some((glob) => matchesGlob(glob, decodeURIComponent(uri.replace(/^file:\/\//u, ''))));
  return isMostlyHan(text, host.knowledge.scripts);
}
