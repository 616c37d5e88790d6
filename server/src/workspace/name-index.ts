import type { NamingType } from '../analysis/types';
import { candidateKeys, couldBeOne } from '../rules/name-candidates';
import type { DocumentSummary, SummarizedForm } from '../rules/types';
import type { Origin } from './entity-index';

/**
 * The names of all documents, found by what could be another spelling of them. Asking costs what the names of one document
 * and their look-alikes come to, however many documents there are: a name that many of them share is looked at once.
 */
export interface NameIndex {
  update(origin: Origin, summary: DocumentSummary): void;
  remove(uri: string, origin: Origin): void;
  /** Leaves a document out of every answer until it is shown again. */
  hide(uri: string, hidden: boolean): void;
  /**
   * What other documents call things that could be those of `own`, as parts of their summaries, by document. The same object
   * as before where nothing about it has changed.
   */
  beside(own: DocumentSummary): readonly DocumentSummary[];
}

interface Named {
  readonly uri: string;
  readonly origin: Origin;
  readonly id: string;
  readonly type: NamingType;
  readonly form: SummarizedForm;
}

export function createNameIndex(): NameIndex {
  const documents: Readonly<Record<Origin, Map<string, ReadonlyMap<string, Named>>>> = {
    file: new Map(),
    editor: new Map(),
  };
  const hidden = new Set<string>();
  /** Key → name → the documents that have it. */
  const postings = new Map<string, Map<string, Map<string, Named>>>();
  const answers = new Map<
    string,
    { readonly names: readonly Named[]; readonly summaries: readonly DocumentSummary[] }
  >();

  function post(name: string, named: Named): void {
    for (const key of candidateKeys(named.type, named.form)) {
      const names = postings.get(key) ?? new Map<string, Map<string, Named>>();
      const holders = names.get(name) ?? new Map<string, Named>();
      postings.set(key, names.set(name, holders.set(`${named.origin} ${named.uri}`, named)));
    }
  }

  function unpost(name: string, named: Named): void {
    for (const key of candidateKeys(named.type, named.form)) {
      const names = postings.get(key);
      const holders = names?.get(name);
      holders?.delete(`${named.origin} ${named.uri}`);
      if (holders?.size === 0) names?.delete(name);
      if (names?.size === 0) postings.delete(key);
    }
  }

  function exchange(uri: string, origin: Origin, next: ReadonlyMap<string, Named>): void {
    const before = documents[origin].get(uri) ?? new Map<string, Named>();
    for (const [name, named] of before) if (!next.has(name)) unpost(name, named);
    for (const [name, named] of next) if (before.get(name) !== named) post(name, named);
    documents[origin].set(uri, next);
  }

  const counts = ({ uri, origin }: Named): boolean =>
    !hidden.has(uri) && (origin === 'editor' || !documents.editor.has(uri));

  function namesBeside({ document, entities }: DocumentSummary): readonly Named[] {
    const found = new Set<Named>();
    for (const { type, forms } of entities) {
      for (const form of forms) {
        for (const key of candidateKeys(type, form)) {
          for (const holders of postings.get(key)?.values() ?? []) {
            const [first] = holders.values();
            if (first === undefined || !couldBeOne(type, form, first.form)) continue;
            for (const named of holders.values()) {
              if (named.uri === document || !counts(named)) continue;
              found.add(named);
              break;
            }
          }
        }
      }
    }
    return [...found].sort((a, b) => compare(a.uri, b.uri) || compare(a.form.surface, b.form.surface));
  }

  return {
    update(origin, { document: uri, entities }) {
      const before = documents[origin].get(uri);
      const next = new Map<string, Named>();
      for (const { id, type, forms } of entities) {
        for (const form of forms) {
          const name = `${type} ${form.surface}`;
          const known = before?.get(name);
          if (next.has(name) || candidateKeys(type, form).length === 0) continue;
          next.set(name, known !== undefined && isSame(known, id, form) ? known : { uri, origin, id, type, form });
        }
      }
      exchange(uri, origin, next);
    },
    remove(uri, origin) {
      exchange(uri, origin, new Map());
      documents[origin].delete(uri);
      if (origin === 'editor') answers.delete(uri);
    },
    hide(uri, hide) {
      if (hide) hidden.add(uri);
      else hidden.delete(uri);
    },
    beside(own) {
      const names = namesBeside(own);
      const before = answers.get(own.document);
      if (before?.names.length === names.length && names.every((named, at) => named === before.names[at]))
        return before.summaries;
      const summaries = summariesOf(names);
      answers.set(own.document, { names, summaries });
      return summaries;
    },
  };
}

function isSame(known: Named, id: string, { count, folded, place }: SummarizedForm): boolean {
  const { form } = known;
  return (
    known.id === id &&
    form.count === count &&
    form.folded === folded &&
    form.place.line === place.line &&
    form.place.start === place.start
  );
}

function summariesOf(names: readonly Named[]): readonly DocumentSummary[] {
  const documents = new Map<string, Named[]>();
  for (const named of names) documents.set(named.uri, [...(documents.get(named.uri) ?? []), named]);
  return [...documents].map(([document, own]) => ({
    document,
    entities: own.map(({ id, type, form }) => ({ id, type, forms: [form] })),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
