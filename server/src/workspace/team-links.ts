import type { Analysis } from '../analysis/types';
import { createDecisionTable, type DecisionTable, type EntityDecision, type Naming } from './entity-decisions';
import type { LinkSource } from './entity-index';
import { linkEntities, type EntityLinks } from './entity-links';
import { matchesGlob } from './globs';
import { homeOf } from './uris';

/** The decisions of one folder, for its documents by their paths within it. */
export type FolderLinks = (path: string, document: Pick<Analysis, 'entities'>) => EntityLinks | undefined;

/** Binds the decisions of a folder; documents for which the same ones hold share what is worked out once. */
export function createFolderLinks(decisions: readonly EntityDecision[], naming: Naming): FolderLinks {
  const tables = new Map<string, DecisionTable>();
  const keys = new Map<string, string>();
  const keyOf = (surface: string): string => {
    const known = keys.get(surface);
    if (known !== undefined) return known;
    const key = naming.keyOf(surface);
    keys.set(surface, key);
    return key;
  };
  const everywhere = decisions.every((decision) => decision.in === undefined);
  const holdsIn = (decision: EntityDecision, path: string): boolean =>
    decision.in === undefined || decision.in.some((glob) => matchesGlob(`/${glob.replace(/^\//u, '')}`, path));
  return (path, document) => {
    if (decisions.length === 0) return undefined;
    const holding = everywhere ? decisions : decisions.filter((decision) => holdsIn(decision, path));
    if (holding.length === 0) return undefined;
    const name = everywhere ? '' : holding.map((decision) => decisions.indexOf(decision)).join(' ');
    let table = tables.get(name);
    if (table === undefined) {
      table = createDecisionTable(holding, naming);
      tables.set(name, table);
    }
    return linkEntities(document.entities, table, keyOf);
  };
}

/** The decisions of all folders; a document goes by those of its own. */
export function createLinkSource(byFolder: ReadonlyMap<string, readonly EntityDecision[]>, naming: Naming): LinkSource {
  const links = new Map([...byFolder].map(([folder, decisions]) => [folder, createFolderLinks(decisions, naming)]));
  const folders = [...byFolder].filter(([, decisions]) => decisions.length > 0).map(([folder]) => folder);
  if (folders.length === 0) return () => undefined;
  return (uri, document) => {
    const home = homeOf([...byFolder.keys()], uri);
    return home === undefined ? undefined : links.get(home.folder)?.(home.path, document);
  };
}

/** Decisions that are not in force because others contradict them, with those of every scope looked at together. */
export function findContradictions(decisions: readonly EntityDecision[], naming: Naming): readonly EntityDecision[] {
  const scopes = new Set(decisions.map((decision) => decision.in?.join('\n')));
  const found = new Set<EntityDecision>();
  for (const scope of scopes) {
    const together = decisions.filter((decision) => decision.in === undefined || decision.in.join('\n') === scope);
    for (const decision of createDecisionTable(together, naming).contradicted) found.add(decision);
  }
  return [...found];
}
