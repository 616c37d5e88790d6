import type { Connection } from 'vscode-languageserver';
import {
  contradictionFault,
  decisionDiagnostics,
  describeDecisionFault,
  entitiesUri,
  noEntities,
  readOwnEntities,
  type OwnEntities,
} from '../features/own-entities';
import type { Translate } from '../features/messages';
import type { DecisionFault } from '../workspace/decision-reader';
import type { FileSystem } from '../workspace/file-system';
import type { LinkSource } from '../workspace/entity-index';
import type { Knowledge } from '../workspace/knowledge';
import { createLinkSource, findContradictions } from '../workspace/team-links';
import { canonicalUri } from '../workspace/uris';

export interface TeamEntitiesInput {
  readonly connection: Connection;
  readonly fileSystem: FileSystem;
  readonly folders: () => readonly string[];
  readonly openText: (uri: string) => string | undefined;
  readonly translate: () => Translate;
  readonly knowledge: () => Knowledge | undefined;
  /** Told when other decisions hold. */
  readonly onChange: (links: LinkSource) => void;
}

/** Keeps the decisions of `.meipi/entities.yaml` in force: read anew when a file changes, faults shown where they stand. */
export class TeamEntities {
  private own: OwnEntities = noEntities;
  private faults: ReadonlyMap<string, readonly DecisionFault[]> = new Map();
  private readonly told = new Set<string>();
  private run = 0;
  private inForce = false;

  constructor(private readonly input: TeamEntitiesInput) {}

  isFile(uri: string): boolean {
    return this.input
      .folders()
      .some((folder) => entitiesUri(folder) === uri || entitiesUri(folder) === canonicalUri(uri));
  }

  /** Faults, each one sentence with its place. */
  get problems(): readonly string[] {
    const { translate } = this.input;
    return [...this.faults].flatMap(([uri, faults]) =>
      faults.map((fault) => describeDecisionFault(decodeURIComponent(uri), fault, translate())),
    );
  }

  /** Reads the files anew. */
  async reload(): Promise<void> {
    const { input } = this;
    this.run += 1;
    const { run } = this;
    const read = await readOwnEntities(input.folders(), input.fileSystem, input.openText, this.own);
    if (run !== this.run) return;
    const before = JSON.stringify([...this.own.byFolder]);
    this.own = read;
    if (before !== JSON.stringify([...read.byFolder])) this.apply();
    this.tellFaults();
  }

  /** Binds the decisions to the present knowledge: names may have other ids by it. */
  apply(): void {
    const knowledge = this.input.knowledge();
    const isEmpty = [...this.own.byFolder.values()].every((decisions) => decisions.length === 0);
    if (knowledge === undefined || (isEmpty && !this.inForce)) return;
    this.inForce = !isEmpty;
    this.input.onChange(createLinkSource(this.own.byFolder, knowledge.naming));
  }

  private tellFaults(): void {
    const { connection, translate } = this.input;
    const before = this.faults;
    this.faults = this.allFaults();
    for (const [uri, faults] of this.faults) {
      void connection.sendDiagnostics({ uri, diagnostics: decisionDiagnostics(faults, translate()) });
      const [first] = faults;
      if (first === undefined) this.told.delete(uri);
      else if (!this.told.has(uri)) {
        this.told.add(uri);
        const fault = describeDecisionFault(decodeURIComponent(uri), first, translate());
        connection.window.showWarningMessage(translate()('entities.broken', { fault }));
      }
    }
    for (const uri of before.keys())
      if (!this.faults.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private allFaults(): ReadonlyMap<string, readonly DecisionFault[]> {
    const knowledge = this.input.knowledge();
    const faults = new Map(this.own.faults);
    for (const [folder, decisions] of this.own.byFolder) {
      const uri = entitiesUri(folder);
      if (knowledge === undefined || !faults.has(uri)) continue;
      const contradicted = findContradictions(decisions, knowledge.naming).map(contradictionFault);
      faults.set(uri, [...(faults.get(uri) ?? []), ...contradicted]);
    }
    return faults;
  }
}
