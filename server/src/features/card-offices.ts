import type { Mention } from '../analysis/types';
import type { Snapshot } from '../workspace/document';
import { thingOf, type EntityIndex, type IndexedMention } from '../workspace/entity-index';

/** An office that a person holds, and where that is said first in each document. */
export interface CardOffice {
  readonly name: string;
  readonly places: readonly { readonly uri: string; readonly line: number }[];
}

/**
 * The offices of a person over the workspace, those that this document says first. In the document itself an office belongs
 * to whom the analysis gives it; of others the index knows where names stand, and an office counts that stands right before
 * the person's name, alone or in a list (省委書記、省人大常委會主任易煉紅).
 */
export function officesInWorkspace(index: EntityIndex, snapshot: Snapshot, person: Mention): readonly CardOffice[] {
  const offices = new Map<string, { name: string; places: { uri: string; line: number }[] }>();
  const add = (id: string, name: string, uri: string, line: number): void => {
    const office = offices.get(id) ?? { name, places: [] };
    offices.set(id, office);
    if (!office.places.some((place) => place.uri === uri)) office.places.push({ uri, line });
  };
  const { analysis, uri: own } = snapshot;
  analysis.lines.forEach(({ mentions }, line) => {
    for (const { type, entity, holder, surface } of mentions) {
      if (type !== 'POSITION' || entity === undefined || person.entity === undefined) continue;
      if (holder?.split('+').includes(person.entity) !== true) continue;
      add(entity, analysis.entities.get(entity)?.name ?? surface, own, line);
    }
  });
  const elsewhere = index.mentionsOf(thingOf(person)).filter(({ uri }) => uri !== own);
  const positions = new Map<string, readonly IndexedMention[]>();
  for (const mention of elsewhere.slice(0, most)) {
    const { uri, line } = mention;
    const all = positions.get(uri) ?? index.mentionsOfTypes(['POSITION'], uri);
    positions.set(uri, all);
    for (const { thing, start, end } of before(
      mention,
      all.filter((each) => each.line === line),
      index,
    )) {
      add(thing, index.thing(thing)?.name ?? index.lineText(uri, line).slice(start, end), uri, line);
    }
  }
  return [...offices.values()];
}

/** The offices that lead up to a name, next to it or joined by a list mark. */
function before(
  person: IndexedMention,
  positions: readonly IndexedMention[],
  index: EntityIndex,
): readonly IndexedMention[] {
  const text = index.lineText(person.uri, person.line);
  const found: IndexedMention[] = [];
  let start = person.start;
  for (const position of positions.toReversed()) {
    if (position.end > start) continue;
    if (!/^[、兼]?$/u.test(text.slice(position.end, start))) break;
    found.unshift(position);
    start = position.start;
  }
  return found;
}

/** Mentions that are looked at, so that a name on every page costs no more than a hover may. */
const most = 300;
