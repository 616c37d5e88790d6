import type { HomePlaces } from './home';
import type { Identifier, IdentityTables } from './identify';
import type { Candidate } from './line-facts';
import { linkOffices, type OfficeName } from './offices';

/** One office of a line, with the organisation and the persons that the line itself gives it. */
export interface Office {
  /** Its index in the line's marks. */
  readonly mark: number;
  readonly title: string;
  /** Id of the organisation; undefined for a bare title. */
  readonly org: string | undefined;
  /** Ids of the persons. */
  readonly holders: readonly string[];
}

/** Which offices the document says that a person holds. */
export type KnownOffices = ReadonlyMap<string, readonly Office[]>;

export interface OfficeInput {
  readonly tables: IdentityTables;
  readonly splitOffice: (name: string) => OfficeName;
  readonly identifier: Identifier;
  readonly home: HomePlaces;
}

/** Reads the offices of one line; spans are view units. */
export function officesOf(viewText: string, marks: readonly Candidate[], input: OfficeInput): readonly Office[] {
  const surface = (at: number): string => viewText.slice(marks[at]?.start ?? 0, marks[at]?.end ?? 0);
  return linkOffices(marks, viewText).map(({ office, holders }) => {
    const { organisation, title } = input.splitOffice(surface(office));
    return {
      mark: office,
      title,
      org: organisation === '' ? undefined : orgId(organisation, input),
      holders: holders.map((at) => input.identifier.idOf(surface(at), 'PERSON', input.home)),
    };
  });
}

/** Gathers the offices that name their organisation by holder. */
export function rememberOffices(offices: readonly Office[]): KnownOffices {
  const known = new Map<string, Office[]>();
  for (const office of offices) {
    if (office.org === undefined) continue;
    for (const holder of office.holders) {
      const list = known.get(holder);
      if (list === undefined) known.set(holder, [office]);
      else list.push(office);
    }
  }
  return known;
}

/** A bare title belongs to the organisation for which its holder bears it elsewhere in the document. */
export function orgOfHolder(office: Office, known: KnownOffices): string | undefined {
  for (const holder of office.holders) {
    const same = (known.get(holder) ?? []).find((other) => other.title === office.title);
    if (same?.org !== undefined) return same.org;
  }
  return undefined;
}

/** 浙江省 before 副省長 stands for its government. */
function orgId(organisation: string, input: OfficeInput): string {
  const place = input.tables.places.idOf(organisation);
  return place === undefined
    ? input.identifier.idOf(organisation, 'ORGANISATION', input.home)
    : `O-${place.slice(2)}:政府`;
}
