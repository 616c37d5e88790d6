import { isValueType, mentionTypes, type Analysis, type Entity, type MentionType, type Value } from '../analysis/types';
import { packDocument, stride, type PackedDocument } from './document-record';
import type { EntityLinks } from './entity-links';
import { createIntern, internEntity, type Intern } from './interning';

export { thingOf } from './document-record';

/**
 * What the decisions of its team make of a document's things; `undefined` where they change nothing. The things are looked
 * at only where there are decisions.
 */
export type LinkSource = (uri: string, document: Pick<Analysis, 'entities'>) => EntityLinks | undefined;

/** One mention in the index; offsets are UTF-16 units within the line. */
export interface IndexedMention {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  /** What it is a mention of; see `thingOf`. */
  readonly thing: string;
  readonly value?: Value;
}

/** One thing over the documents asked for. */
export interface IndexedThing {
  readonly id: string;
  readonly type: MentionType;
  /** The fullest name. */
  readonly name: string;
  readonly forms: readonly { readonly surface: string; readonly count: number }[];
  readonly count: number;
  readonly files: number;
}

/** A document may be known from its file and from an editor; the editor's text wins while it is there. */
export type Origin = 'file' | 'editor';

/** Stores mentions by document and by thing. It only stores: whoever calls it decides what is up to date. */
export interface EntityIndex {
  /** Grows with every change. */
  readonly revision: number;
  /** Counts as a change although nothing was stored: settings may have changed what is shown. */
  touch(): void;
  readonly documentCount: number;
  readonly mentionCount: number;
  update(uri: string, origin: Origin, analysis: Analysis): void;
  /** The same from what was kept of an analysis. */
  restore(uri: string, origin: Origin, lines: readonly string[], document: PackedDocument): void;
  remove(uri: string, origin: Origin): void;
  /** Exchanges the decisions that ids are given by; what is stored stays, so nothing has to be read again. */
  setLinks(source: LinkSource): void;
  /** Leaves a document out of every answer, whatever is known of it, until it is shown again. */
  hide(uri: string, hidden: boolean): void;
  /** All mentions of one thing, by document and place; of one document only with `uri`. */
  mentionsOf(thing: string, uri?: string): readonly IndexedMention[];
  countOf(thing: string, uri?: string): { readonly mentions: number; readonly files: number };
  /** Things that are named; of one document only with `uri`. Most frequent first. */
  things(filter?: { readonly uri?: string; readonly type?: MentionType }): readonly IndexedThing[];
  thing(id: string): IndexedThing | undefined;
  /** All mentions of these types, by document and place. */
  mentionsOfTypes(types: readonly MentionType[], uri?: string): readonly IndexedMention[];
  lineText(uri: string, line: number): string;
  uris(): readonly string[];
}

interface Entry {
  readonly uri: string;
  readonly lines: readonly string[];
  readonly packed: Int32Array;
  readonly values: ReadonlyMap<number, Value>;
  /** Number of thing → number of its mentions. */
  readonly counts: ReadonlyMap<number, number>;
  readonly list: readonly Entity[];
  /** The same by id, made when it is asked for. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Id → the name that was given to it. */
  readonly names: ReadonlyMap<string, string>;
}

/** A document as it was read, and as decisions would have it. */
interface Stored {
  readonly read: Entry;
  readonly linked: Entry;
}

export function createEntityIndex(): EntityIndex {
  const stored: Record<Origin, Map<string, Stored>> = { file: new Map(), editor: new Map() };
  let linksOf: LinkSource = () => undefined;
  const hidden = new Set<string>();
  const ids: string[] = [];
  const intern = createIntern();
  const numbers = new Map<string, number>();
  const postings = new Map<number, Set<Entry>>();
  let revision = 0;
  let cached:
    { revision: number; things: readonly IndexedThing[]; byId: ReadonlyMap<string, IndexedThing> } | undefined;

  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    ids.push(id);
    return ids.length - 1;
  };
  const entryOf = (uri: string): Entry | undefined => (stored.editor.get(uri) ?? stored.file.get(uri))?.linked;
  const isCurrent = (entry: Entry): boolean => !hidden.has(entry.uri) && entryOf(entry.uri) === entry;
  const unordered = (): readonly Entry[] => {
    const entries: Entry[] = [];
    for (const { linked } of stored.editor.values()) if (!hidden.has(linked.uri)) entries.push(linked);
    for (const [uri, { linked }] of stored.file) if (!hidden.has(uri) && !stored.editor.has(uri)) entries.push(linked);
    return entries;
  };
  const current = (uri?: string): readonly Entry[] => {
    if (uri === undefined) return [...unordered()].sort((a, b) => compare(a.uri, b.uri));
    const entry = entryOf(uri);
    return entry === undefined || hidden.has(uri) ? [] : [entry];
  };
  const withThing = (number: number, uri?: string): readonly Entry[] => {
    if (uri !== undefined) return current(uri);
    return [...(postings.get(number) ?? [])].filter(isCurrent).sort((a, b) => compare(a.uri, b.uri));
  };
  const unpost = (document: Stored | undefined): void => {
    if (document === undefined) return;
    for (const number of document.linked.counts.keys()) postings.get(number)?.delete(document.linked);
  };
  const store = (origin: Origin, read: Entry): void => {
    unpost(stored[origin].get(read.uri));
    const links = linksOf(read.uri, read);
    const linked = links === undefined ? read : relink(read, links, ids, numberOf);
    stored[origin].set(read.uri, { read, linked });
    for (const number of linked.counts.keys()) {
      const posted = postings.get(number);
      if (posted === undefined) postings.set(number, new Set([linked]));
      else posted.add(linked);
    }
    revision += 1;
  };
  const unpack = (entry: Entry, at: number): IndexedMention => {
    const { packed } = entry;
    const value = entry.values.get(at);
    return {
      uri: entry.uri,
      line: packed[at] ?? 0,
      start: packed[at + 1] ?? 0,
      end: packed[at + 2] ?? 0,
      type: mentionTypes[packed[at + 3] ?? 0] ?? 'DOMAIN',
      thing: ids[packed[at + 4] ?? 0] ?? '',
      ...(value === undefined ? {} : { value }),
    };
  };
  const select = (
    chosen: readonly Entry[],
    wanted: (entry: Entry, at: number) => boolean,
  ): readonly IndexedMention[] => {
    const found: IndexedMention[] = [];
    for (const entry of chosen) {
      for (let at = 0; at < entry.packed.length; at += stride) if (wanted(entry, at)) found.push(unpack(entry, at));
    }
    return found;
  };
  const allThings = (): { things: readonly IndexedThing[]; byId: ReadonlyMap<string, IndexedThing> } => {
    if (cached?.revision === revision) return cached;
    const things = collectThings(current());
    cached = { revision, things, byId: new Map(things.map((thing) => [thing.id, thing])) };
    return cached;
  };

  return {
    get revision() {
      return revision;
    },
    touch() {
      revision += 1;
    },
    get documentCount() {
      return unordered().length;
    },
    get mentionCount() {
      return unordered().reduce((sum, entry) => sum + entry.packed.length / stride, 0);
    },
    update(uri, origin, analysis) {
      const lines = analysis.lines.map(({ text }) => text);
      store(origin, unpackDocument(uri, lines, packDocument(analysis), numberOf, intern));
    },
    restore(uri, origin, lines, document) {
      store(origin, unpackDocument(uri, lines, document, numberOf, intern));
    },
    setLinks(source) {
      linksOf = source;
      for (const origin of ['file', 'editor'] as const)
        for (const { read } of [...stored[origin].values()]) store(origin, read);
      revision += 1;
    },
    remove(uri, origin) {
      unpost(stored[origin].get(uri));
      if (stored[origin].delete(uri)) revision += 1;
    },
    hide(uri, hide) {
      if (hidden.has(uri) === hide) return;
      if (hide) hidden.add(uri);
      else hidden.delete(uri);
      revision += 1;
    },
    mentionsOf(thing, uri) {
      const number = numbers.get(thing);
      return number === undefined ? [] : select(withThing(number, uri), (entry, at) => entry.packed[at + 4] === number);
    },
    countOf(thing, uri) {
      const number = numbers.get(thing);
      if (number === undefined) return { mentions: 0, files: 0 };
      const counts = withThing(number, uri)
        .map((entry) => entry.counts.get(number) ?? 0)
        .filter((count) => count > 0);
      return { mentions: counts.reduce((sum, count) => sum + count, 0), files: counts.length };
    },
    things({ uri, type } = {}) {
      const things = uri === undefined ? allThings().things : collectThings(current(uri));
      return type === undefined ? things : things.filter((thing) => thing.type === type);
    },
    thing: (id) => allThings().byId.get(id),
    mentionsOfTypes(types, uri) {
      const wanted = new Set(types.map((type) => mentionTypes.indexOf(type)));
      return select(current(uri), (entry, at) => wanted.has(entry.packed[at + 3] ?? -1));
    },
    lineText: (uri, line) => current(uri)[0]?.lines[line] ?? '',
    uris: () => current().map(({ uri }) => uri),
  };
}

function unpackDocument(
  uri: string,
  lines: readonly string[],
  { things, mentions, values, entities }: PackedDocument,
  numberOf: (id: string) => number,
  intern: Intern,
): Entry {
  const numbers = things.map(numberOf);
  const packed = Int32Array.from(mentions);
  const counts = new Map<number, number>();
  for (let at = 4; at < packed.length; at += stride) {
    const number = numbers[packed[at] ?? 0] ?? 0;
    packed[at] = number;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return {
    uri,
    lines,
    packed,
    values: values.length === 0 ? noValues : new Map(values),
    counts,
    list: entities.map((entity) => internEntity(entity, intern)),
    get entities() {
      return new Map(this.list.map((entity) => [entity.id, entity]));
    },
    names: noNames,
  };
}

const noNames: ReadonlyMap<string, string> = new Map();
const noValues: ReadonlyMap<number, Value> = new Map();

/** The entry with the ids that the links give. */
function relink(entry: Entry, links: EntityLinks, ids: readonly string[], numberOf: (id: string) => number): Entry {
  const packed = entry.packed.slice();
  const counts = new Map<number, number>();
  for (let at = 0; at < packed.length; at += stride) {
    const id = ids[packed[at + 4] ?? 0] ?? '';
    const surface = (entry.lines[packed[at] ?? 0] ?? '').slice(packed[at + 1], packed[at + 2]);
    const number = id.startsWith('=') ? (packed[at + 4] ?? 0) : numberOf(links.idOf(id, surface));
    packed[at + 4] = number;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const list = [...links.entities.values()];
  return { ...entry, packed, counts, list, entities: links.entities, names: links.names };
}

function collectThings(entries: readonly Entry[]): readonly IndexedThing[] {
  const found = new Map<string, { type: MentionType; forms: Map<string, number>; count: number; files: number }>();
  const names = new Map<string, string>();
  for (const { list, names: given } of entries) {
    for (const [id, name] of given) names.set(id, name);
    for (const { id, type, forms } of list) {
      if (isValueType(type)) continue;
      const thing = found.get(id) ?? { type, forms: new Map<string, number>(), count: 0, files: 0 };
      found.set(id, thing);
      thing.files += 1;
      for (const { surface, count } of forms) {
        thing.forms.set(surface, (thing.forms.get(surface) ?? 0) + count);
        thing.count += count;
      }
    }
  }
  return [...found]
    .map(([id, { type, forms, count, files }]): IndexedThing => {
      const ranked = [...forms]
        .map(([surface, number]) => ({ surface, count: number }))
        .sort((a, b) => b.count - a.count || compare(a.surface, b.surface));
      const fullest = ranked.reduce((best, form) => (form.surface.length > best.length ? form.surface : best), '');
      return { id, type, name: names.get(id) ?? fullest, forms: ranked, count, files };
    })
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
