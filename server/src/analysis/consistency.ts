import type { Candidate, LineFacts } from './line-facts';
import { isKnown, outweighs, type DocumentKnowledge } from './knowledge';
import { resolveOverlaps } from './resolve';
import { isValueType, type MentionType } from './types';

/** The names to look for in every line: by their first two units, longest first. */
export type NameIndex = ReadonlyMap<
  string,
  readonly { readonly key: string; readonly type: MentionType; readonly alias: boolean }[]
>;

/** Collects the names of which the document is sure enough to find them where their own line does not tell. */
export function indexNames(knowledge: DocumentKnowledge): NameIndex {
  const index = new Map<string, { key: string; type: MentionType; alias: boolean }[]>();
  const add = (key: string, type: MentionType, alias: boolean): void => {
    const head = key.slice(0, 2);
    const list = index.get(head) ?? [];
    if (list.some((entry) => entry.key === key)) return;
    list.push({ key, type, alias });
    index.set(head, list);
  };
  for (const alias of knowledge.aliases.keys()) {
    const name = knowledge.nameOfAlias(alias);
    if (name !== undefined && alias.length >= 2) add(alias, name.type, true);
  }
  for (const [key, record] of knowledge.names) {
    const type = knowledge.typeOf(key);
    if (type === undefined || !isKnown(record, type) || !isDistinctive(key, type)) continue;
    add(key, type, false);
  }
  for (const list of index.values()) list.sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
  return index;
}

/**
 * The flat marks of one line in the light of its document: names known from elsewhere are found here too, and a name that
 * the rest of the document reads as another type follows it unless this line is sure.
 */
export function settleLine(facts: LineFacts, knowledge: DocumentKnowledge, index: NameIndex): readonly Candidate[] {
  const { text } = facts.view;
  const firm = facts.firm.map((candidate) => followDocument(candidate, text, knowledge));
  const found = findKnownNames(text, firm, index);
  return found.length === 0 ? firm : resolveOverlaps([...firm, ...found]);
}

function followDocument(candidate: Candidate, text: string, knowledge: DocumentKnowledge): Candidate {
  const declared = knowledge.nameOfAlias(text.slice(candidate.start, candidate.end));
  if (declared !== undefined && declared.type !== candidate.type) {
    return { ...candidate, type: declared.type, reason: { source: 'alias', detail: declared.name } };
  }
  if (candidate.reason.source !== 'tagger' || isValueType(candidate.type) || candidate.confidence >= 0.9)
    return candidate;
  const key = text.slice(candidate.start, candidate.end);
  const record = knowledge.names.get(key);
  const type = knowledge.typeOf(key);
  if (record === undefined || type === undefined || type === candidate.type || isValueType(type)) return candidate;
  if (!outweighs(record, type, candidate.type)) return candidate;
  return { ...candidate, type, reason: { source: 'consistency', detail: `${candidate.type} → ${type}` } };
}

function findKnownNames(text: string, firm: readonly Candidate[], index: NameIndex): readonly Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  for (let at = 0; at + 1 < text.length; at += 1) {
    while ((firm[next]?.end ?? Infinity) <= at) next += 1;
    const names = index.get(text.slice(at, at + 2));
    if (names === undefined) continue;
    const name = names.find(({ key }) => text.startsWith(key, at));
    if (name === undefined) continue;
    const end = at + name.key.length;
    if (isFree(firm, next, at, end, name)) {
      const confidence = name.alias ? 0.8 : 0.6;
      found.push({
        start: at,
        end,
        type: name.type,
        confidence,
        reason: { source: name.alias ? 'alias' : 'consistency', detail: name.key },
      });
      at = end - 1;
    }
  }
  return found;
}

/** Whether no firm mark is in the way; one that lies inside the name and is itself unsure gives way. */
function isFree(
  firm: readonly Candidate[],
  from: number,
  start: number,
  end: number,
  { alias, type }: { readonly alias: boolean; readonly type: MentionType },
): boolean {
  for (let at = from; at < firm.length; at += 1) {
    const other = firm[at];
    if (other === undefined || other.start >= end) return true;
    if (other.end <= start) continue;
    const inside = other.start >= start && other.end <= end && other.end - other.start < end - start;
    if (!inside || (other.confidence >= 0.8 && !alias && other.type !== type)) return false;
  }
  return true;
}

function isDistinctive(key: string, type: MentionType): boolean {
  switch (type) {
    case 'PERSON':
    case 'ORGANISATION':
    case 'PLACE':
      return key.length >= 2;
    case 'EVENT':
    case 'POLICY':
      return key.length >= 3;
    case 'POSITION':
      return key.length >= 5;
    case 'DOCUMENT':
      return key.length >= 4;
    default:
      return false;
  }
}
