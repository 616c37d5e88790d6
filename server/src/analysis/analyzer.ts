import { indexLines, type LineIndex } from '../text/lines';
import { DocumentState } from './document-state';
import { collectEntities } from './entities';
import { createIdentityTables } from './identify';
import { createLineReader, type LineFacts, type Resources } from './line-facts';
import { createOfficeSplitter } from './offices';
import type { Analysis, AnalyzedLine, DocumentProfile } from './types';

/** The date of a document that does not tell its own, ISO; see `borrowDate`. */
export interface AssumedDate {
  readonly date: string;
}

/** Turns texts into analyses. Pure: the same text gives the same analysis, whatever was analysed before. */
export interface Analyzer {
  /**
   * Analyses a text of any content, or one that is cut into lines already. With `previous`, an analysis of an earlier version by this analyzer, only what the
   * edit touches is worked out anew: the result is the same, only sooner. The state behind `previous` moves on to the
   * result; given a second time, `previous` no longer saves anything. `assumed` serves a text that has no date of its own.
   */
  analyze(text: string | LineIndex, previous?: Analysis, assumed?: AssumedDate): Analysis;
  /** How many lines were read and settled so far; tests count with it what an edit costs. */
  readonly work: { readonly read: number; readonly settled: number };
}

/** Builds an analyzer on loaded resources. */
export function createAnalyzer(resources: Resources): Analyzer {
  const tables = createIdentityTables(resources.lexicon);
  const splitOffice = createOfficeSplitter(resources.lexicon);
  const readLine = createLineReader(resources);
  // In two halves: the older one goes when the newer one is full. What documents hold stays with them.
  const half = (resources.cachedLines ?? cachedLines) / 2;
  let newer = new Map<string, LineFacts>();
  let older = new Map<string, LineFacts>();
  const states = new WeakMap<Analysis, DocumentState>();
  const work = { read: 0, settled: 0 };

  const factsOf = (text: string): LineFacts => {
    const known = newer.get(text);
    if (known !== undefined) return known;
    let facts = older.get(text);
    if (facts === undefined) {
      facts = readLine(text);
      work.read += 1;
    }
    if (newer.size >= half) {
      older = newer;
      newer = new Map();
    }
    newer.set(text, facts);
    return facts;
  };

  return {
    work,
    analyze(text, previous, assumed) {
      const before = previous === undefined ? undefined : states.get(previous);
      if (previous !== undefined) states.delete(previous);
      const state =
        before ??
        new DocumentState({
          tables,
          splitOffice,
          without: resources.without ?? new Set(),
          onSettled: () => {
            work.settled += 1;
          },
        });
      const { lines } = typeof text === 'string' ? indexLines(text) : text;
      const { sections, profile, analyzed } = state.update(lines, factsOf, assumed?.date);
      const analysis = createAnalysis(analyzed, sections, profile);
      states.set(analysis, state);
      return analysis;
    },
  };
}

/** Lines kept by content, for undoing, for reopening and for what stands in several documents: some kilobytes each. */
const cachedLines = 4_000;

function createAnalysis(
  lines: readonly AnalyzedLine[],
  sections: Analysis['sections'],
  profile: DocumentProfile,
): Analysis {
  let entities: Analysis['entities'] | undefined;
  return {
    lines,
    sections,
    profile,
    get entities() {
      entities ??= collectEntities(lines);
      return entities;
    },
  };
}
