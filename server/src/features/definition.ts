import type { DefinitionParams, LocationLink, Location, Range } from 'vscode-languageserver';
import type { Concept } from '../lexicon/glossary';
import { findDefiningMention, findMentionAt } from '../workspace/finder';
import { findConcept } from './card';
import type { DocumentRequest, Host } from './host';
import { locationOf } from './locations';
import { findTermAt } from './term-at';

/** The glossary entry of a term, and the mention that introduces a name: in full, with the document's own before others'. */
export function definition({
  host,
  snapshot,
  params,
}: DocumentRequest<DefinitionParams>): LocationLink[] | Location[] | null {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const analyzed = snapshot.analysis.lines[line];
  if (analyzed === undefined) return null;
  const found = findMentionAt(snapshot, line, unit);
  const targets: Location[] = [];
  let origin: Range;
  if (found === undefined) {
    const term = findTermAt(analyzed, unit, { ...host.knowledge, isSupported: () => true });
    if (term === undefined) return null;
    targets.push(entryOf(host, term.concept));
    origin = host.positions.range(analyzed.text, line, term.start, term.end);
  } else {
    const index = host.workspace.freshIndex();
    const concept = findConcept(host, found.mention);
    const defining = findDefiningMention(index, found.mention, snapshot.uri);
    if (concept !== undefined) targets.push(entryOf(host, concept));
    if (defining !== undefined) targets.push(locationOf(host, defining));
    origin = host.positions.range(analyzed.text, line, found.mention.start, found.mention.end);
  }
  if (!host.client.linkedDefinitions) return targets;
  return targets.map(({ uri, range }) => ({
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    originSelectionRange: origin,
  }));
}

/** Where an entry stands: a file of the shipped glossary, or the user's own by its URI. */
function entryOf(host: Host, { origin: { file, line } }: Concept): Location {
  const uri = file.includes(':') ? file : `${host.dataFolder}/glossary/${file}`;
  const start = { line: line - 1, character: 0 };
  return { uri, range: { start, end: start } };
}
