import type { Span } from '../text/span';
import { toSource } from '../text/view';
import { findFieldHeadings } from './field-headings';
import { indexNames, settleLine, type NameIndex } from './consistency';
import { HomeCounter, votesOf, type HomePlaces, type PlaceVotes } from './home';
import { createIdentifier, type Identifier, type IdentityTables } from './identify';
import { DocumentKnowledge } from './knowledge';
import type { Candidate, LineFacts } from './line-facts';
import { linkLine, type LinkContext, type LinkedMark } from './linking';
import { officesOf, rememberOffices, type KnownOffices, type Office } from './office-links';
import type { OfficeName } from './offices';
import { combineProfiles } from './profile';
import { findStructure, isRead, type Structure } from './structure';
import type { AnalyzedLine, DocumentProfile, LineKind, Mention } from './types';
import { startTrail, type DateTrail } from './value-trail';

/** Everything that was worked out for one line, with what it was worked out from. */
interface LineState {
  readonly facts: LineFacts;
  readonly read: boolean;
  /** The part of the line that names a policy field as a whole, in view units. */
  field: Span | undefined;
  settled: readonly Candidate[];
  votes: PlaceVotes;
  offices: readonly Office[];
  linked: readonly LinkedMark[];
  analyzed: AnalyzedLine | undefined;
  trailBefore: DateTrail;
  trailAfter: DateTrail;
}

/** What a document's state is built with. */
export interface StateInput {
  readonly tables: IdentityTables;
  readonly splitOffice: (name: string) => OfficeName;
  /** Counts lines whose marks were settled anew. */
  readonly onSettled: () => void;
}

/** The result of one update, line by line. */
export interface DocumentResult {
  readonly structure: Structure;
  readonly profile: DocumentProfile;
  readonly analyzed: readonly AnalyzedLine[];
}

/**
 * One document between edits: what its lines say together, kept so that an update settles and links only the lines that
 * changed and those that mention a name whose standing changed. `update` gives what a fresh state would give.
 */
export class DocumentState {
  private lines: LineState[] = [];
  private readonly knowledge = new DocumentKnowledge();
  private names: NameIndex = new Map();
  private identifier: Identifier | undefined;
  private readonly homeCounter: HomeCounter;
  private home: HomePlaces = { province: undefined, city: undefined };
  private known: KnownOffices = new Map();
  private profileKey = '';

  constructor(private readonly input: StateInput) {
    this.homeCounter = new HomeCounter(input.tables);
  }

  update(facts: readonly LineFacts[]): DocumentResult {
    const structure = findStructure(facts.map((line) => line.shape));
    const profile = combineProfiles(
      facts.map((line) => line.profile),
      structure.kinds,
      facts.map((line) => line.text),
    );
    const changed = this.replaceLines(facts, structure);
    this.placeFields(findFieldHeadings(facts, structure));
    this.settle(changed);
    this.link(profile, changed.size > 0);
    return {
      structure,
      profile,
      analyzed: this.lines.map((line, number) => analyzedLine(line, structure.kinds[number] ?? 'text')),
    };
  }

  /** Exchanges the lines between the common head and tail; tells which names changed their standing. */
  private replaceLines(facts: readonly LineFacts[], structure: Structure): Set<string> {
    const fresh = facts.map((line, number): LineState => {
      const read = isRead(structure.kinds[number] ?? 'text');
      return {
        facts: line,
        read,
        field: undefined,
        settled: unsettled,
        votes: [],
        offices: [],
        linked: unlinked,
        analyzed: undefined,
        trailBefore: startTrail,
        trailAfter: startTrail,
      };
    });
    const same = (a: LineState | undefined, b: LineState | undefined): boolean =>
      a !== undefined && b !== undefined && a.facts === b.facts && a.read === b.read;
    let head = 0;
    while (head < fresh.length && same(this.lines[head], fresh[head])) head += 1;
    let tail = 0;
    while (
      tail < Math.min(fresh.length, this.lines.length) - head &&
      same(this.lines.at(-1 - tail), fresh.at(-1 - tail))
    )
      tail += 1;
    const changed = new Set<string>();
    for (const line of this.lines.slice(head, this.lines.length - tail)) {
      if (line.read) this.knowledge.apply(line.facts, -1, changed);
      this.homeCounter.apply(line.votes, -1);
    }
    const inserted = fresh.slice(head, fresh.length - tail);
    for (const line of inserted) if (line.read) this.knowledge.apply(line.facts, 1, changed);
    this.lines = [...this.lines.slice(0, head), ...inserted, ...(tail === 0 ? [] : this.lines.slice(-tail))];
    return changed;
  }

  /** Notes which lines are field headings now; a line for which that changed is settled anew. */
  private placeFields(fields: ReadonlyMap<number, Span>): void {
    this.lines.forEach((line, number) => {
      const field = fields.get(number);
      if (field?.start === line.field?.start && field?.end === line.field?.end) return;
      line.field = field;
      line.settled = unsettled;
    });
  }

  /** Settles the new lines and those that hold a name whose standing changed. */
  private settle(changed: ReadonlySet<string>): void {
    if (changed.size > 0) this.names = indexNames(this.knowledge);
    const keys = [...changed];
    for (const line of this.lines) {
      const isNew = line.settled === unsettled;
      if (!isNew && !(line.read && keys.some((key) => line.facts.view.text.includes(key)))) continue;
      line.settled = line.read ? withField(settleLine(line.facts, this.knowledge, this.names), line.field) : [];
      this.homeCounter.apply(line.votes, -1);
      line.votes = votesOf(line.facts.view.text, line.settled, this.input.tables);
      this.homeCounter.apply(line.votes, 1);
      line.linked = unlinked;
      this.input.onSettled();
    }
  }

  /** Links the lines whose marks, dates or surroundings changed. */
  private link(profile: DocumentProfile, namesChanged: boolean): void {
    const { tables, splitOffice } = this.input;
    let all = false;
    if (namesChanged || this.identifier === undefined) {
      const identifier = createIdentifier(tables, this.knowledge);
      all ||= this.identifier === undefined || !identifier.agreesWith(this.identifier);
      this.identifier = identifier;
    }
    const home = this.homeCounter.places();
    all ||= home.province !== this.home.province || home.city !== this.home.city;
    this.home = home;
    const officeInput = { tables, splitOffice, identifier: this.identifier, home };
    let officesChanged = all;
    for (const line of this.lines) {
      if (!all && line.linked !== unlinked) continue;
      const offices = officesOf(line.facts.view.text, line.settled, officeInput);
      if (offices.length > 0 || line.offices.length > 0) officesChanged = true;
      line.offices = offices;
    }
    if (officesChanged) this.known = rememberOffices(this.lines.flatMap((line) => line.offices));
    const profileKey = JSON.stringify(profile);
    all ||= profileKey !== this.profileKey;
    this.profileKey = profileKey;
    const context: LinkContext = { ...officeInput, known: this.known, profile };
    let trail = startTrail;
    for (const line of this.lines) {
      const stale =
        all || line.linked === unlinked || (officesChanged && line.offices.length > 0) || line.trailBefore !== trail;
      if (stale) {
        const result = linkLine(line.facts.view, line.settled, line.offices, context, trail);
        line.linked = result.marks;
        line.analyzed = undefined;
        line.trailBefore = trail;
        line.trailAfter = result.trail;
      }
      trail = line.trailAfter;
    }
  }
}

const unsettled: readonly Candidate[] = [];
const unlinked: readonly LinkedMark[] = [];

/** The line as features see it; the same object as long as nothing about it changes. */
function analyzedLine(line: LineState, kind: LineKind): AnalyzedLine {
  if (line.analyzed?.kind !== kind) {
    const { facts } = line;
    line.analyzed = {
      text: facts.text,
      view: facts.view,
      kind,
      mentions: line.linked.map((mark) => toMention(mark, facts)),
    };
  }
  return line.analyzed;
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

/** A field heading is one mark, whatever its words mean elsewhere. */
function withField(marks: readonly Candidate[], field: Span | undefined): readonly Candidate[] {
  if (field === undefined) return marks;
  const heading: Candidate = {
    ...field,
    type: 'DOMAIN',
    confidence: 0.8,
    reason: { source: 'rule', detail: 'field heading' },
  };
  return [heading, ...marks.filter((mark) => mark.end <= field.start || mark.start >= field.end)].sort(
    (a, b) => a.start - b.start,
  );
}
