import { idPrefixes } from '../analysis/identify';
import type { NamingType } from '../analysis/types';

/**
 * One decision of a team on what its documents name; a block of `.meipi/entities.yaml`. Names are written in either
 * script and compared folded.
 */
export type EntityDecision = SameDecision | ApartDecision | NameDecision;

interface DecisionBase {
  readonly type: NamingType;
  /** Globs over paths within the workspace folder; it holds in these documents only. Everywhere without it. */
  readonly in?: readonly string[];
  /** Where it is written, lines from 1. */
  readonly line: number;
}

/** These names name one thing, and so do all other names of what each of them names. */
export interface SameDecision extends DecisionBase {
  readonly kind: 'same';
  readonly names: readonly string[];
}

/**
 * Each of these names names a thing of its own; what is named otherwise goes on with the first. A single name, which
 * needs `in`, names another thing in those documents than elsewhere.
 */
export interface ApartDecision extends DecisionBase {
  readonly kind: 'apart';
  readonly names: readonly string[];
}

/** What `of` names is shown under another name. */
export interface NameDecision extends DecisionBase {
  readonly kind: 'name';
  readonly name: string;
  readonly of: string;
}

/** How names become keys and ids where no document is asked. */
export interface Naming {
  /** The key by which names are compared. */
  keyOf(name: string): string;
  /** The id that a name has by itself. */
  idOf(name: string, type: NamingType): string;
}

/** Decisions made ready for use. */
export interface DecisionTable {
  /** The id that a form of a thing has once names are kept apart. */
  split(id: string, type: NamingType, key: string, formsBeside: ReadonlySet<string>): string;
  /** The one id of all that are merged with this one; itself where nothing is. */
  merged(id: string): string;
  /** The merged id that a name is decided to belong to, if it is named in a merge. */
  memberOf(type: NamingType, key: string): string | undefined;
  /** The name that was given to a merged id, or to what bears a form. */
  nameOf(id: string): string | undefined;
  nameOfForm(type: NamingType, key: string): string | undefined;
  /** Merges that are not in force, because other decisions keep their names apart. */
  readonly contradicted: readonly SameDecision[];
}

/** Prepares the decisions that hold in a document. Kept apart goes before merged: better two things than a wrong one. */
export function createDecisionTable(decisions: readonly EntityDecision[], naming: Naming): DecisionTable {
  const splits = findSplits(decisions, naming);
  const split: DecisionTable['split'] = (id, type, key, formsBeside) => {
    for (const { own, isOf } of splits.get(`${type}:${key}`) ?? []) if (isOf(id, formsBeside)) return own;
    return id;
  };
  const nodeOf = (name: string, type: NamingType): string =>
    split(naming.idOf(name, type), type, naming.keyOf(name), none);
  const { find, contradicted } = mergeAll(decisions, nodeOf);
  const members = new Map<string, string>();
  const names = new Map<string, string>();
  const namesOfForms = new Map<string, string>();
  for (const decision of decisions) {
    if (decision.kind === 'same' && !contradicted.includes(decision)) {
      for (const name of decision.names)
        members.set(`${decision.type}:${naming.keyOf(name)}`, nodeOf(name, decision.type));
    } else if (decision.kind === 'name') {
      names.set(find(nodeOf(decision.of, decision.type)), decision.name);
      namesOfForms.set(`${decision.type}:${naming.keyOf(decision.of)}`, decision.name);
    }
  }
  return {
    split,
    merged: find,
    memberOf(type, key) {
      const node = members.get(`${type}:${key}`);
      return node === undefined ? undefined : find(node);
    },
    nameOf: (id) => names.get(find(id)),
    nameOfForm: (type, key) => namesOfForms.get(`${type}:${key}`),
    contradicted,
  };
}

interface Split {
  /** The id that the form gets. */
  readonly own: string;
  /** Whether a mention with this id, in a document where its thing has these forms, is one that must be kept apart. */
  readonly isOf: (id: string, formsBeside: ReadonlySet<string>) => boolean;
}

const none: ReadonlySet<string> = new Set();

function findSplits(decisions: readonly EntityDecision[], naming: Naming): ReadonlyMap<string, readonly Split[]> {
  const splits = new Map<string, Split[]>();
  const add = (type: NamingType, key: string, found: Split): void => {
    const known = splits.get(`${type}:${key}`);
    if (known === undefined) splits.set(`${type}:${key}`, [found]);
    else known.push(found);
  };
  for (const decision of decisions) {
    if (decision.kind !== 'apart') continue;
    const { type, names } = decision;
    const [only = ''] = names;
    if (names.length === 1) {
      const key = naming.keyOf(only);
      add(type, key, {
        own: `${ownId(type, key)}@${(decision.in?.[0] ?? '').replace(/[+\s]/gu, '_')}`,
        isOf: () => true,
      });
      continue;
    }
    const taken = new Set<string>();
    names.forEach((name, at) => {
      const key = naming.keyOf(name);
      const before = names.slice(0, at);
      const ids = new Set(before.map((each) => naming.idOf(each, type)));
      const keys = before.map((each) => naming.keyOf(each));
      let own = ownId(type, key);
      while (ids.has(own) || taken.has(own)) own += '~';
      taken.add(own);
      if (at > 0) add(type, key, { own, isOf: (id, beside) => ids.has(id) || keys.some((each) => beside.has(each)) });
    });
  }
  return splits;
}

function ownId(type: NamingType, key: string): string {
  return `${idPrefixes[type]}-${key.replace(/[+\s]/gu, '')}`;
}

/** Joins what is decided to be the same, leaving out what would join things that are kept apart. */
function mergeAll(
  decisions: readonly EntityDecision[],
  nodeOf: (name: string, type: NamingType) => string,
): { readonly find: (id: string) => string; readonly contradicted: readonly SameDecision[] } {
  const parents = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const apart = decisions.flatMap((decision) =>
    decision.kind === 'apart' ? [decision.names.map((name) => nodeOf(name, decision.type))] : [],
  );
  const contradicted: SameDecision[] = [];
  for (const decision of decisions) {
    if (decision.kind !== 'same') continue;
    const roots = new Set(decision.names.map((name) => find(nodeOf(name, decision.type))));
    const isContradicted = apart.some((nodes) => nodes.filter((node) => roots.has(find(node))).length > 1);
    if (isContradicted) {
      contradicted.push(decision);
      continue;
    }
    // Ids of the lexicon are in Latin letters and come first, whatever the order of the blocks.
    const [root = '', ...others] = [...roots].sort();
    for (const other of others) parents.set(other, root);
  }
  return { find, contradicted };
}
