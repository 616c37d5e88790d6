import type { Lexicon } from '../lexicon/lexicon';
import { isAbbreviation } from './aliases';
import type { HomePlaces } from './home';
import type { DocumentKnowledge } from './knowledge';
import { createPlaceNames, type PlaceNames } from './places';
import type { MentionType, NamingType } from './types';

/** The letter before an id of each naming type (guideline, G8). */
export const idPrefixes: Readonly<Record<NamingType, string>> = {
  PERSON: 'P',
  POSITION: 'R',
  ORGANISATION: 'O',
  PLACE: 'L',
  EVENT: 'E',
  POLICY: 'Y',
  DOCUMENT: 'W',
  DOMAIN: 'D',
};

/** Gives names their ids within one document. */
export interface Identifier {
  /** The id of a name read as `type`; `home` are the places that 省委 and 市政府 belong to here. */
  idOf(key: string, type: NamingType, home: HomePlaces): string;
  /** The names to which it may give another id than `other` does. */
  differencesFrom(other: Identifier): ReadonlySet<string>;
  /** What the document adds to the lexicon: short name → the name that it stands for. */
  readonly links: ReadonlyMap<string, string>;
}

/** What identification needs of the lexicon, prepared once. */
export interface IdentityTables {
  readonly lexicon: Lexicon;
  readonly places: PlaceNames;
}

export function createIdentityTables(lexicon: Lexicon): IdentityTables {
  return { lexicon, places: createPlaceNames(lexicon) };
}

/**
 * Builds the identifier of a document from all that it names. A name gets, in this order: the id of its lexicon entry;
 * that of the name which it is declared short for; that of the one longer name of its type that it regularly shortens;
 * or an id of its own, its folded key, which is the same in every document and script.
 */
export function createIdentifier(tables: IdentityTables, knowledge: DocumentKnowledge): Identifier {
  const longer = findLongerNames(knowledge);
  const ids = new Map<string, string>();

  const identify = (key: string, type: NamingType, home: HomePlaces, depth: number): string => {
    const known = fromLexicon(tables, key, type);
    if (known !== undefined) return known;
    const declared = knowledge.nameOfAlias(key);
    if (declared !== undefined && declared.type === type && depth < 3)
      return identify(declared.name, type, home, depth + 1);
    if (type === 'ORGANISATION') {
      const organ = organId(tables, key, home);
      if (organ !== undefined) return organ;
    }
    const full = longer.get(`${type}:${key}`);
    if (full !== undefined && depth < 3) return identify(full, type, home, depth + 1);
    return `${idPrefixes[type]}-${normalizeKey(key, type)}`;
  };

  const links = linksOf(longer, knowledge);
  return {
    links,
    differencesFrom: (other) => differencesOf(links, other.links),
    idOf(key, type, home) {
      const cacheKey = `${type}:${key}:${home.province ?? ''}:${home.city ?? ''}`;
      let id = ids.get(cacheKey);
      if (id === undefined) {
        id = identify(key, type, home, 0);
        ids.set(cacheKey, id);
      }
      return id;
    },
  };
}

/** Short names and declared aliases by name, whatever their type: `TYPE=name`, several in lines. */
function linksOf(longer: ReadonlyMap<string, string>, knowledge: DocumentKnowledge): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const add = (short: string, link: string): void => {
    const before = links.get(short);
    links.set(short, before === undefined ? link : `${before}\n${link}`);
  };
  for (const [typed, long] of longer) {
    const colon = typed.indexOf(':');
    add(typed.slice(colon + 1), `${typed.slice(0, colon)}=${long}`);
  }
  for (const alias of knowledge.aliases.keys()) add(alias, `=${knowledge.nameOfAlias(alias)?.name ?? ''}`);
  return links;
}

/** The names whose link is another one, and those that are linked to such a name, at whatever remove. */
function differencesOf(links: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): ReadonlySet<string> {
  const different = new Set<string>();
  for (const [short, link] of links) if (others.get(short) !== link) different.add(short);
  for (const short of others.keys()) if (!links.has(short)) different.add(short);
  if (different.size === 0) return different;
  for (let size = 0; size < different.size;) {
    size = different.size;
    for (const [short, link] of [...links, ...others])
      if (link.split('\n').some((each) => different.has(each.slice(each.indexOf('=') + 1)))) different.add(short);
  }
  return different;
}

/** A key without what variants of one name differ in: blanks, dots, quotes, title marks, the words that only frame it. */
export function normalizeKey(key: string, type: NamingType): string {
  const bare = key.replace(/[\s·.,“”‘’"'《》()-]/gu, '');
  switch (type) {
    case 'POLICY':
      return bare.replace(/(?:规划|战略|建设|发展)$/u, '') || bare;
    case 'ORGANISATION':
      return bare.replace(/(?:股份)?(?:有限)?(?:责任)?公司$/u, '').replace(/^中共(?=.{3})/u, '') || bare;
    case 'PLACE':
      return bare.replace(/(?:地区|区域)$/u, '') || bare;
    default:
      return bare;
  }
}

function fromLexicon(tables: IdentityTables, key: string, type: NamingType): string | undefined {
  if (type === 'PLACE') return tables.places.idOf(key);
  const forms = tables.lexicon.formsOf(key).filter((form) => form.entry.type === type && form.standing !== 'trap');
  return (forms.find((form) => form.standing === 'sure') ?? forms[0])?.entry.id;
}

const relativeOrgan =
  /^(省|市|县|区|州|自治区)((?:委|人民政府|政府|人大|政协|纪委|工商联|法院|检察院|\p{Script=Han}{1,8}(?:厅|局|委|办|部|处|会|院)).*)$/u;

/** 浙江省教育廳 = 浙江教育廳 = 省教育廳 where the document is about Zhejiang. */
function organId(tables: IdentityTables, written: string, home: HomePlaces): string | undefined {
  const key = written.replace(/^中共(?=.{3})/u, '');
  const relative = relativeOrgan.exec(key);
  if (relative !== null) {
    const place = relative[1] === '省' || relative[1] === '自治区' ? home.province : (home.city ?? home.province);
    return place === undefined ? undefined : `O-${place.slice(2)}:${normalizeOrgan(relative[2] ?? '')}`;
  }
  const prefix = tables.places.prefixOf(key);
  if (prefix === undefined) return undefined;
  const rest = key.slice(prefix.length).replace(/^(?:省|市|县|区|州|自治区)(?=\S)/u, '');
  if (rest === '' || !/(?:委|政府|厅|局|办|人大|政协|部|会|院|署|处)$/u.test(rest)) return undefined;
  return `O-${prefix.id.slice(2)}:${normalizeOrgan(rest)}`;
}

function normalizeOrgan(organ: string): string {
  return organ
    .replace(/^(?:省|市|县|区|州)(?=.)/u, '')
    .replace(/人民政府/u, '政府')
    .replace(/^委员会$/u, '委')
    .replace(/委员会$/u, '委')
    .replace(/办公[室厅]$/u, '办');
}

/** For each name, the one longer name of the same type in the document that it regularly shortens. */
function findLongerNames(knowledge: DocumentKnowledge): ReadonlyMap<string, string> {
  const byType = new Map<MentionType, string[]>();
  for (const key of knowledge.names.keys()) {
    const type = knowledge.typeOf(key);
    if (type === undefined || type === 'POSITION' || type === 'DOMAIN' || type === 'PLACE') continue;
    const list = byType.get(type) ?? [];
    list.push(key);
    byType.set(type, list);
  }
  const longer = new Map<string, string>();
  for (const [type, keys] of byType) {
    const related = relatedNames(type, keys);
    for (const key of keys) {
      const full = longerNameOf(key, type, related(key));
      if (full !== undefined) longer.set(`${type}:${key}`, full);
    }
  }
  return longer;
}

/** The names that can be the longer form of one at all: those that share its first or its last character. */
function relatedNames(type: MentionType, keys: readonly string[]): (key: string) => readonly string[] {
  if (type === 'POLICY') return () => keys;
  const endOf = (key: string): string => (type === 'DOCUMENT' ? normalizeKey(key, 'DOCUMENT') : key).slice(-1);
  const byFirst = groupBy(keys, (key) => key.charAt(0));
  const byLast = groupBy(keys, endOf);
  return (key) => {
    const sameEnd = byLast.get(endOf(key)) ?? [];
    if (type === 'EVENT' || type === 'DOCUMENT') return sameEnd;
    const sameStart = byFirst.get(key.charAt(0)) ?? [];
    return [...new Set([...sameStart, ...sameEnd])];
  };
}

function groupBy(keys: readonly string[], mark: (key: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const group = groups.get(mark(key));
    if (group === undefined) groups.set(mark(key), [key]);
    else group.push(key);
  }
  return groups;
}

function longerNameOf(key: string, type: MentionType, keys: readonly string[]): string | undefined {
  const candidates = keys.filter((other) => other.length > key.length && isShortening(key, other, type));
  if (candidates.length === 0) return undefined;
  const [first] = candidates.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return first;
}

function isShortening(short: string, long: string, type: MentionType): boolean {
  switch (type) {
    case 'PERSON':
      return (
        (short.length === 1 && long.startsWith(short)) ||
        (short.length >= 2 && short.length === long.length - 1 && long.endsWith(short) && long.length === 3)
      );
    case 'ORGANISATION':
      return (
        isAbbreviation(short, long) &&
        (long.startsWith(short) || long.endsWith(short) || long.startsWith(short.charAt(0))) &&
        sharesHead(short, long)
      );
    case 'DOCUMENT': {
      const [a, b] = [normalizeKey(short, 'DOCUMENT'), normalizeKey(long, 'DOCUMENT')];
      return a.length >= 2 && a !== b && b.endsWith(a);
    }
    case 'EVENT':
      return isAbbreviation(short, long) && short.length >= 3 && long.endsWith(short.slice(-1));
    case 'POLICY':
      return short.length >= 4 && long.includes(short) && long.length - short.length <= 4;
    default:
      return false;
  }
}

/** 香港中总 and 香港中华总商会, but not 浙江省 bodies of another kind: the last characters must not name another head. */
function sharesHead(short: string, long: string): boolean {
  const head =
    /(?:委|局|厅|署|会|部|院|办|社|网|报|台|所|处|组|公司|集团|大学|学院|中心|协会|基金|银行|联盟|联会|总会|商会)$/u.exec(
      short,
    )?.[0];
  return head === undefined || long.endsWith(head) || long.includes(head.slice(-1));
}
