import { indexLines } from '../text/lines';
import { toSource } from '../text/view';
import { indexNames, settleLine } from './consistency';
import { collectEntities } from './entities';
import { createIdentifier, createIdentityTables } from './identify';
import { DocumentKnowledge } from './knowledge';
import { readLine, type LineFacts, type Resources } from './line-facts';
import { createLinker, type LinkedMark } from './linking';
import { createOfficeSplitter } from './offices';
import { combineProfiles } from './profile';
import { buildSections, findStructure, isRead } from './structure';
import type { Analysis, AnalyzedLine, DocumentProfile, Mention } from './types';

/** Turns texts into analyses. Pure: the same text gives the same analysis, whatever was analysed before. */
export interface Analyzer {
  /**
   * Analyses a text of any content. With `previous`, lines that it already holds are not read again: the result is the
   * same, only sooner.
   */
  analyze(text: string, previous?: Analysis): Analysis;
  /** How many lines were read and settled so far; tests count with it what an edit costs. */
  readonly work: { readonly read: number; readonly settled: number };
}

/** Builds an analyzer on loaded resources. */
export function createAnalyzer(resources: Resources): Analyzer {
  const tables = createIdentityTables(resources.lexicon);
  const splitOffice = createOfficeSplitter(resources.lexicon);
  const cache = new Map<string, LineFacts>();
  const work = { read: 0, settled: 0 };

  const factsOf = (text: string): LineFacts => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const facts = readLine(text, resources);
    work.read += 1;
    if (cache.size >= maxCachedLines) cache.delete(cache.keys().next().value ?? '');
    cache.set(text, facts);
    return facts;
  };

  return {
    work,
    analyze(text) {
      const { lines } = indexLines(text);
      const facts = lines.map(factsOf);
      const structureLines = facts.map((line) => ({ text: line.text, viewText: line.view.text }));
      const structure = findStructure(structureLines);
      const profile = combineProfiles(facts.map((line) => line.profile), structure.kinds, lines);
      const knowledge = new DocumentKnowledge();
      facts.forEach((line, number) => {
        if (isRead(structure.kinds[number] ?? 'text')) knowledge.apply(line, 1, new Set());
      });
      const names = indexNames(knowledge);
      const settled = facts.map((line, number) => {
        work.settled += 1;
        return isRead(structure.kinds[number] ?? 'text') ? settleLine(line, knowledge, names) : [];
      });
      const identifier = createIdentifier(tables, knowledge);
      const linker = createLinker({ tables, identifier, splitOffice, profile });
      const linked = linker.link(facts.map((line, number) => ({ view: line.view, marks: settled[number] ?? [] })));
      const analyzed = facts.map((line, number): AnalyzedLine => ({
        text: line.text,
        view: line.view,
        kind: structure.kinds[number] ?? 'text',
        mentions: (linked[number] ?? []).map((mark) => toMention(mark, line)),
      }));
      return createAnalysis(analyzed, buildSections(structureLines, structure), profile);
    },
  };
}

/** Lines kept by content; beyond it the oldest go. */
const maxCachedLines = 200_000;

function createAnalysis(lines: readonly AnalyzedLine[], sections: Analysis['sections'], profile: DocumentProfile): Analysis {
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

function toMention(mark: LinkedMark, line: LineFacts): Mention {
  const span = toSource(line.view, mark);
  return {
    ...span,
    type: mark.type,
    surface: line.text.slice(span.start, span.end),
    folded: line.view.text.slice(mark.start, mark.end),
    confidence: mark.confidence,
    reason: mark.reason,
    ...(mark.entity === undefined ? {} : { entity: mark.entity }),
    ...(mark.normal === undefined ? {} : { value: mark.normal }),
    ...(mark.org === undefined ? {} : { org: mark.org }),
    ...(mark.holder === undefined ? {} : { holder: mark.holder }),
  };
}

