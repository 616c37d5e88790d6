import type { View } from '../text/view';
import type { Identifier, HomePlaces, IdentityTables } from './identify';
import type { Candidate } from './line-facts';
import { linkOffices, type OfficeName } from './offices';
import { joinIds } from './places';
import { isValueType, type DocumentProfile, type Value } from './types';
import { createDateTrail, normalizeValue } from './values/index';

/** A mark with what it stands for. */
export interface LinkedMark extends Candidate {
  readonly entity?: string;
  readonly normal?: Value;
  readonly org?: string;
  readonly holder?: string;
}

export interface MarkedLine {
  readonly view: View;
  readonly marks: readonly Candidate[];
}

export interface LinkerInput {
  readonly tables: IdentityTables;
  readonly identifier: Identifier;
  readonly splitOffice: (name: string) => OfficeName;
  readonly profile: DocumentProfile;
}

/** Gives every mark of a document its entity or value, and every office its organisation and holders. */
export function createLinker(input: LinkerInput): { link(lines: readonly MarkedLine[]): readonly (readonly LinkedMark[])[] } {
  return {
    link(lines) {
      const home = findHome(lines, input);
      const known = new Map<string, Office[]>();
      for (const line of lines) for (const office of officesOf(line, input, home)) remember(known, office);
      const trail = createDateTrail(input.profile);
      return lines.map((line) => linkLine(line, input, home, known, trail));
    },
  };
}

interface Office {
  readonly mark: number;
  readonly title: string;
  /** Undefined for a bare title. */
  readonly org: string | undefined;
  readonly holders: readonly string[];
}

function linkLine(
  line: MarkedLine, input: LinkerInput, home: HomePlaces, known: ReadonlyMap<string, readonly Office[]>, trail: ReturnType<typeof createDateTrail>,
): readonly LinkedMark[] {
  const offices = new Map(officesOf(line, input, home).map((office) => [office.mark, office]));
  let lastOrg: string | undefined;
  return line.marks.map((mark, at): LinkedMark => {
    const key = line.view.text.slice(mark.start, mark.end);
    if (isValueType(mark.type)) return { ...mark, normal: normalizeValue(mark, line.view.text, trail) };
    const office = offices.get(at);
    if (office === undefined) {
      const entity = input.identifier.idOf(key, mark.type, home);
      if (mark.type === 'ORGANISATION') lastOrg = entity;
      return { ...mark, entity };
    }
    const org = office.org ?? orgOfHolder(office, known) ?? lastOrg;
    if (org !== undefined) lastOrg = org;
    const holder = joinIds(office.holders);
    const lexical = input.identifier.idOf(key, 'POSITION', home);
    const unique = input.tables.lexicon.formsOf(key).some((form) => form.entry.type === 'POSITION' && form.standing === 'sure');
    return {
      ...mark,
      entity: unique ? lexical : `R-${(org ?? 'O-').slice(2)}:${office.title}`,
      ...(org === undefined ? {} : { org }),
      ...(holder === '' ? {} : { holder }),
    };
  });
}

function officesOf(line: MarkedLine, input: LinkerInput, home: HomePlaces): readonly Office[] {
  const { text } = line.view;
  return linkOffices(line.marks, text).map(({ office, holders }) => {
    const mark = line.marks[office];
    const { organisation, title } = input.splitOffice(text.slice(mark?.start ?? 0, mark?.end ?? 0));
    return {
      mark: office,
      title,
      org: organisation === '' ? undefined : orgId(organisation, input, home),
      holders: holders.map((at) => input.identifier.idOf(text.slice(line.marks[at]?.start ?? 0, line.marks[at]?.end ?? 0), 'PERSON', home)),
    };
  });
}

/** 浙江省 before 副省長 stands for its government. */
function orgId(organisation: string, input: LinkerInput, home: HomePlaces): string {
  const place = input.tables.places.idOf(organisation);
  return place === undefined ? input.identifier.idOf(organisation, 'ORGANISATION', home) : `O-${place.slice(2)}:政府`;
}

function remember(known: Map<string, Office[]>, office: Office): void {
  if (office.org === undefined) return;
  for (const holder of office.holders) known.set(holder, [...(known.get(holder) ?? []), office]);
}

/** A bare title belongs to the organisation for which its holder bears it elsewhere in the document. */
function orgOfHolder(office: Office, known: ReadonlyMap<string, readonly Office[]>): string | undefined {
  for (const holder of office.holders) {
    const offices = known.get(holder) ?? [];
    const same = offices.find((other) => other.title === office.title) ?? (office.title === '' ? offices[0] : undefined);
    if (same?.org !== undefined) return same.org;
  }
  return undefined;
}

/** The province and the city that the document names most. */
function findHome(lines: readonly MarkedLine[], input: LinkerInput): HomePlaces {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const mark of line.marks) {
      const key = line.view.text.slice(mark.start, mark.end);
      const id = mark.type === 'PLACE' ? input.tables.places.idOf(key)
        : mark.type === 'ORGANISATION' || mark.type === 'POSITION' ? input.tables.places.prefixOf(key)?.id : undefined;
      if (id !== undefined && !id.includes('+')) counts.set(id, (counts.get(id) ?? 0) + (mark.type === 'PLACE' ? 1 : 2));
    }
  }
  const best = (accept: (id: string) => boolean): string | undefined =>
    [...counts].filter(([id]) => accept(id)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const isProvince = (id: string): boolean => /(?:省|自治区)$/u.test(input.tables.lexicon.entries.get(id)?.name ?? '');
  const isCity = (id: string): boolean => /(?:市|州|盟|县|区)$/u.test(input.tables.lexicon.entries.get(id)?.name ?? '');
  return { province: best(isProvince), city: best((id) => isCity(id) && !isProvince(id)) };
}
