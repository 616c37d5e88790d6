import type { Analysis } from '../analysis/types';
import { summarize } from '../rules/summary';
import type { DocumentSummary } from '../rules/types';
import type { Knowledge } from './knowledge';
import type { DocumentRecord } from './document-record';
import { changeLines, createTextDocument, type Snapshot, type TextChange, type TextDocument } from './document';
import { createEntityIndex, type EntityIndex, type LinkSource } from './entity-index';
import { applyLinks } from './entity-links';
import { createIntern, internNames } from './interning';
import { createNameIndex } from './name-index';
import { canonicalUri } from './uris';

/** The open documents with their analyses, and the index over them and the workspace's files. */
export interface Workspace {
  readonly index: EntityIndex;
  readonly documents: ReadonlyMap<string, TextDocument>;
  open(uri: string, languageId: string, version: number, text: string): void;
  /** Applies changes one after the other; each finds its offsets in the text that the one before left. */
  change(uri: string, version: number, changes: readonly ((document: TextDocument) => TextChange)[]): void;
  close(uri: string): void;
  /** Exchanges analyzer and glossary; every document is analysed anew when next asked for. */
  setKnowledge(knowledge: Knowledge): void;
  /** Exchanges the decisions by which things are merged, kept apart and named. */
  setLinks(source: LinkSource): void;
  /** Which open documents are read; the others are in the index under no circumstances. */
  setFilter(isRead: (document: TextDocument) => boolean): void;
  /** The document at its present version with its analysis, or `undefined` when it is not open or nothing is loaded. */
  snapshot(uri: string): Snapshot | undefined;
  /** The index after every open document's present version has gone into it. */
  freshIndex(): EntityIndex;
  /** Where the texts of the workspace's files go in and out: into the index, and among the names to compare. */
  readonly files: WorkspaceFiles;
  /** What other documents, open or not, call things that could be those of this one. */
  namesBeside(snapshot: Snapshot): readonly DocumentSummary[];
}

/** The texts of the workspace's files, as the index and the names to compare have them. */
export interface WorkspaceFiles {
  uris(): readonly string[];
  put(uri: string, lines: readonly string[], record: DocumentRecord): void;
  remove(uri: string): void;
}

export function createWorkspace(): Workspace {
  const documents = new Map<string, TextDocument>();
  const analyses = new Map<string, { document: TextDocument; analysis: Analysis }>();
  const linked = new WeakMap<Analysis, { readonly source: LinkSource; readonly analysis: Analysis }>();
  const indexed = new Map<string, Analysis>();
  const index = createEntityIndex();
  const names = createNameIndex();
  const intern = createIntern();
  /** Open documents whose names have gone in, with the analysis that they are from. */
  const named = new Map<string, Analysis>();
  let knowledge: Knowledge | undefined;
  let linksOf: LinkSource = () => undefined;
  let isRead: (document: TextDocument) => boolean = () => true;

  function analysisOf(document: TextDocument): Analysis | undefined {
    if (knowledge === undefined) return undefined;
    const known = analyses.get(document.uri);
    if (known?.document === document) return known.analysis;
    const analysis = knowledge.analyzer.analyze(document.index, known?.analysis);
    analyses.set(document.uri, { document, analysis });
    return analysis;
  }

  function linkedAnalysisOf(document: TextDocument): Analysis | undefined {
    const read = analysisOf(document);
    if (read === undefined) return undefined;
    const known = linked.get(read);
    if (known?.source === linksOf) return known.analysis;
    const analysis = applyLinks(read, linksOf(document.uri, read));
    linked.set(read, { source: linksOf, analysis });
    return analysis;
  }

  return {
    index,
    documents,
    open(uri, languageId, version, text) {
      analyses.delete(uri);
      documents.set(uri, createTextDocument(uri, languageId, version, text));
      // The scan may know the file under another spelling of its address.
      if (canonicalUri(uri) !== uri) {
        index.hide(canonicalUri(uri), true);
        names.hide(canonicalUri(uri), true);
      }
    },
    change(uri, version, changes) {
      const document = documents.get(uri);
      if (document === undefined) return;
      let changed: TextDocument = { ...document, version };
      for (const change of changes) changed = { ...changed, index: changeLines(changed.index, change(changed)) };
      documents.set(uri, changed);
    },
    close(uri) {
      documents.delete(uri);
      analyses.delete(uri);
      indexed.delete(uri);
      named.delete(uri);
      for (const each of [index, names]) {
        each.remove(uri, 'editor');
        each.hide(uri, false);
        each.hide(canonicalUri(uri), false);
      }
    },
    setKnowledge(next) {
      knowledge = next;
      analyses.clear();
    },
    setLinks(source) {
      linksOf = source;
      index.setLinks(source);
    },
    setFilter(next) {
      isRead = next;
    },
    snapshot(uri) {
      const document = documents.get(uri);
      const analysis = document === undefined ? undefined : linkedAnalysisOf(document);
      return document === undefined || analysis === undefined ? undefined : { ...document, analysis };
    },
    freshIndex() {
      for (const document of documents.values()) {
        if (!isRead(document)) {
          if (indexed.delete(document.uri)) index.remove(document.uri, 'editor');
          index.hide(document.uri, true);
          continue;
        }
        index.hide(document.uri, false);
        const analysis = analysisOf(document);
        if (analysis === undefined || indexed.get(document.uri) === analysis) continue;
        indexed.set(document.uri, analysis);
        index.update(document.uri, 'editor', analysis);
      }
      return index;
    },
    files: {
      uris: () => index.uris(),
      put(uri, lines, record) {
        index.restore(uri, 'file', lines, record);
        names.update('file', { document: uri, entities: record.names.map((each) => internNames(each, intern)) });
      },
      remove(uri) {
        index.remove(uri, 'file');
        names.remove(uri, 'file');
      },
    },
    namesBeside({ uri, analysis }) {
      for (const document of documents.values()) {
        const isOn = isRead(document);
        names.hide(document.uri, !isOn);
        const present = isOn ? analysisOf(document) : undefined;
        if (present === undefined || named.get(document.uri) === present) continue;
        named.set(document.uri, present);
        names.update('editor', summarize(document.uri, present));
      }
      return names.beside(summarize(uri, analysis));
    },
  };
}
