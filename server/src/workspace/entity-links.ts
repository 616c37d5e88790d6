import type { Analysis, AnalyzedLine, Entity, Mention, NamingType } from '../analysis/types';
import type { DecisionTable } from './entity-decisions';

/** What the decisions of a team make of the things of one document. */
export interface EntityLinks {
  /** The id of a mention that has this id and stands in this form. */
  idOf(id: string, surface?: string): string;
  /** The document's things under their new ids, with the names that were given to them. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Id → the name that was given to it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Works out what decisions change in a document; `undefined` where they change nothing. `keyOf` folds a surface. */
export function linkEntities(
  entities: ReadonlyMap<string, Entity>,
  table: DecisionTable,
  keyOf: (surface: string) => string,
): EntityLinks | undefined {
  const wholes = new Map<string, string>();
  const forms = new Map<string, ReadonlyMap<string, string>>();
  const given = new Map<string, string>();
  for (const entity of entities.values()) {
    const keys = new Set(entity.forms.map(({ surface }) => keyOf(surface)));
    const byForm = new Map<string, string>();
    const wholeKeys: string[] = [];
    for (const key of keys) {
      const own = table.split(entity.id, entity.type, key, keys);
      if (own === entity.id) wholeKeys.push(key);
      else byForm.set(key, joined(own, entity.type, [key], table));
    }
    const whole = joined(entity.id, entity.type, wholeKeys, table);
    if (whole !== entity.id) wholes.set(entity.id, whole);
    if (byForm.size > 0) forms.set(entity.id, byForm);
    for (const key of keys) {
      const name = table.nameOfForm(entity.type, key);
      if (name !== undefined) given.set(byForm.get(key) ?? whole, name);
    }
    for (const id of [whole, ...byForm.values()]) {
      const name = table.nameOf(id);
      if (name !== undefined) given.set(id, name);
    }
  }
  const one = (id: string): string => wholes.get(id) ?? table.merged(id);
  const idOf: EntityLinks['idOf'] = (id, surface) => {
    const byForm = surface === undefined ? undefined : forms.get(id);
    return byForm?.get(keyOf(surface ?? '')) ?? mapParts(id, one);
  };
  if (![...entities.keys()].some((id) => forms.has(id) || given.has(id) || idOf(id) !== id)) return undefined;
  return { idOf, entities: regroup(entities, idOf, given), names: given };
}

/** The id of a thing, or of a form of it, with what it is merged with by id or by any of its names. */
function joined(id: string, type: NamingType, keys: readonly string[], table: DecisionTable): string {
  const merged = table.merged(id);
  if (merged !== id) return merged;
  for (const key of keys) {
    const member = table.memberOf(type, key);
    if (member !== undefined) return member;
  }
  return merged;
}

/** Sets are joined by `+`; the id of an office begins with that of its organisation. */
function mapParts(id: string, one: (id: string) => string): string {
  if (id.includes('+')) return [...new Set(id.split('+').map((part) => mapParts(part, one)))].sort().join('+');
  const colon = id.lastIndexOf(':');
  const whole = one(id);
  if (!id.startsWith('R-') || colon < 0 || whole !== id) return whole;
  const organisation = one(`O-${id.slice(2, colon)}`);
  return `R-${organisation.slice(2)}${id.slice(colon)}`;
}

function regroup(
  entities: ReadonlyMap<string, Entity>,
  idOf: EntityLinks['idOf'],
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, Entity> {
  const groups = new Map<string, { type: NamingType; forms: Map<string, number> }>();
  for (const { id, type, forms } of entities.values()) {
    for (const { surface, count } of forms) {
      const now = idOf(id, surface);
      const group = groups.get(now) ?? { type, forms: new Map<string, number>() };
      groups.set(now, group);
      group.forms.set(surface, (group.forms.get(surface) ?? 0) + count);
    }
  }
  return new Map(
    [...groups].map(([id, { type, forms }]): [string, Entity] => {
      const ranked = [...forms]
        .map(([surface, count]) => ({ surface, count }))
        .sort((a, b) => b.count - a.count || (a.surface < b.surface ? -1 : 1));
      const fullest = ranked.reduce((best, { surface }) => (surface.length > best.length ? surface : best), '');
      return [id, { id, type, name: given.get(id) ?? fullest, forms: ranked }];
    }),
  );
}

/**
 * The analysis with the ids that the links give. Lines about which nothing changes stay the same objects, and so does a
 * line that is asked for again with the same ids.
 */
export function applyLinks(analysis: Analysis, links: EntityLinks | undefined): Analysis {
  if (links === undefined) return analysis;
  return { ...analysis, lines: analysis.lines.map((line) => relinked(line, links)), entities: links.entities };
}

const known = new WeakMap<AnalyzedLine, { readonly key: string; readonly line: AnalyzedLine }>();

function relinked(line: AnalyzedLine, links: EntityLinks): AnalyzedLine {
  if (line.mentions.every((mention) => isSame(mention, links))) return line;
  const mentions = line.mentions.map((mention) => (isSame(mention, links) ? mention : relinkedMention(mention, links)));
  const key = mentions.map(({ entity, org, holder }) => `${entity} ${org} ${holder}`).join('\n');
  const before = known.get(line);
  if (before?.key === key) return before.line;
  const made = { ...line, mentions };
  known.set(line, { key, line: made });
  return made;
}

function isSame({ entity, folded, org, holder }: Mention, links: EntityLinks): boolean {
  return (
    (entity === undefined || links.idOf(entity, folded) === entity) &&
    (org === undefined || links.idOf(org) === org) &&
    (holder === undefined || links.idOf(holder) === holder)
  );
}

function relinkedMention(mention: Mention, links: EntityLinks): Mention {
  const { entity, folded, org, holder } = mention;
  return {
    ...mention,
    ...(entity === undefined ? {} : { entity: links.idOf(entity, folded) }),
    ...(org === undefined ? {} : { org: links.idOf(org) }),
    ...(holder === undefined ? {} : { holder: links.idOf(holder) }),
  };
}
