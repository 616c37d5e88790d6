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
import { ProfileTotals } from './profile';
import { isAlike } from './line-shape';
import { buildSections, findStructure, isRead, type Structure } from './structure';
import type { AnalyzedLine, DocumentProfile, LineKind, Mention, Section } from './types';
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

/** What the lines of a document make of it, and the lines. */
interface Outline {
  readonly facts: readonly LineFacts[];
  readonly structure: Structure;
  readonly sections: readonly Section[];
  /** Of lines that name a policy field as a whole: which part of them. */
  readonly fields: ReadonlyMap<number, Span>;
}

/** What a document's state is built with. */
export interface StateInput {
  readonly tables: IdentityTables;
  readonly splitOffice: (name: string) => OfficeName;
  /** Parts left out, to measure what each is worth: consistency, structure. */
  readonly without: ReadonlySet<string>;
  /** Counts lines whose marks were settled anew. */
  readonly onSettled: () => void;
}

/** The result of one update, line by line. */
export interface DocumentResult {
  readonly sections: readonly Section[];
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
  private readonly profileTotals = new ProfileTotals();
  private home: HomePlaces = { province: undefined, city: undefined };
  private known: KnownOffices = new Map();
  private profileKey = '';
  private outline: Outline | undefined;
  private fieldCount = 0;
  /** Offices of lines that have gone since the last linking. */
  private gone: readonly Office[] = [];

  constructor(private readonly input: StateInput) {
    this.homeCounter = new HomeCounter(input.tables);
  }

  /** Brings the state to these lines; `read` gives what can be said of a line by itself. */
  update(texts: readonly string[], read: (text: string) => LineFacts, assumedDate?: string): DocumentResult {
    const facts = this.factsOf(texts, read);
    const { structure, sections, fields } = this.outlineOf(facts);
    const changed = this.replaceLines(facts, structure);
    const own = this.profileTotals.profile(facts, structure.kinds);
    const profile =
      own.date === undefined && assumedDate !== undefined ? { ...own, date: { iso: assumedDate, line: -1 } } : own;
    this.placeFields(fields);
    this.settle(changed);
    this.link(profile, changed.size > 0);
    return {
      sections,
      profile,
      analyzed: this.lines.map((line, number) => analyzedLine(line, structure.kinds[number] ?? 'text')),
    };
  }

  /** What the lines make of the document; as before while the lines that changed are like those that they replace. */
  private outlineOf(facts: readonly LineFacts[]): Outline {
    const before = this.outline;
    if (before?.facts.length === facts.length) {
      let isLike = true;
      for (let number = 0; isLike && number < facts.length; number += 1) {
        const [old, now] = [before.facts[number], facts[number]];
        if (old === now || old === undefined || now === undefined) continue;
        const kind = before.structure.kinds[number];
        isLike = kind !== 'heading' && kind !== 'list' && isAlike(old.shape, now.shape);
      }
      if (isLike) return (this.outline = { ...before, facts });
    }
    const found = findStructure(facts.map((line) => line.shape));
    const structure = this.input.without.has('structure')
      ? { ...found, kinds: found.kinds.map(() => 'text' as const) }
      : found;
    const sections = buildSections(
      facts.map(({ text }) => text),
      structure,
    );
    this.outline = { facts, structure, sections, fields: findFieldHeadings(facts, structure) };
    return this.outline;
  }

  /** Reads the lines between those that stand as they stood at the head and at the tail. */
  private factsOf(texts: readonly string[], read: (text: string) => LineFacts): readonly LineFacts[] {
    const { lines } = this;
    const shorter = Math.min(lines.length, texts.length);
    let head = 0;
    while (head < shorter && lines[head]?.facts.text === texts[head]) head += 1;
    let tail = 0;
    const distance = lines.length - texts.length;
    while (tail < shorter - head && lines[lines.length - 1 - tail]?.facts.text === texts[texts.length - 1 - tail])
      tail += 1;
    const facts: LineFacts[] = [];
    for (let number = 0; number < texts.length; number += 1) {
      const isHead = number < head;
      const known = isHead || number >= texts.length - tail ? lines[isHead ? number : number + distance] : undefined;
      facts.push(known?.facts ?? read(texts[number] ?? ''));
    }
    return facts;
  }

  /** Exchanges the lines between the common head and tail; tells which names changed their standing. */
  private replaceLines(facts: readonly LineFacts[], structure: Structure): Set<string> {
    const { lines } = this;
    const isReadLine = (number: number): boolean => isRead(structure.kinds[number] ?? 'text');
    const same = (old: LineState | undefined, number: number): boolean =>
      old !== undefined && old.facts === facts[number] && old.read === isReadLine(number);
    const shorter = Math.min(facts.length, lines.length);
    let head = 0;
    while (head < shorter && same(lines[head], head)) head += 1;
    let tail = 0;
    while (tail < shorter - head && same(lines[lines.length - 1 - tail], facts.length - 1 - tail)) tail += 1;
    const removed = lines.slice(head, lines.length - tail);
    const inserted = facts
      .slice(head, facts.length - tail)
      .map((line, number) => freshLine(line, isReadLine(head + number)));
    for (const line of removed) this.homeCounter.apply(line.votes, -1);
    const readOf = (states: readonly LineState[]): readonly LineFacts[] =>
      states.filter(({ read }) => read).map(({ facts: each }) => each);
    for (const { facts: line } of removed) this.profileTotals.apply(line.profile, -1);
    for (const { facts: line } of inserted) this.profileTotals.apply(line.profile, 1);
    const changed = this.knowledge.exchange(readOf(removed), readOf(inserted));
    this.gone = removed.flatMap(({ offices }) => offices);
    this.lines =
      removed.length === inserted.length
        ? lines
        : [...lines.slice(0, head), ...inserted, ...lines.slice(lines.length - tail)];
    if (removed.length === inserted.length) inserted.forEach((line, number) => (lines[head + number] = line));
    return changed;
  }

  /** Notes which lines are field headings now; a line for which that changed is settled anew. */
  private placeFields(fields: ReadonlyMap<number, Span>): void {
    if (fields.size === 0 && this.fieldCount === 0) return;
    this.fieldCount = fields.size;
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
      if (!isNew && (keys.length === 0 || !line.read || !keys.some((key) => line.facts.view.text.includes(key))))
        continue;
      line.settled = line.read ? withField(this.marksOf(line.facts), line.field) : [];
      this.homeCounter.apply(line.votes, -1);
      line.votes = votesOf(line.facts.view.text, line.settled, this.input.tables);
      this.homeCounter.apply(line.votes, 1);
      line.linked = unlinked;
      this.input.onSettled();
    }
  }

  private marksOf(facts: LineFacts): readonly Candidate[] {
    return this.input.without.has('consistency') ? facts.firm : settleLine(facts, this.knowledge, this.names);
  }

  /** Has the lines that mention one of these names linked anew. */
  private unlink(names: ReadonlySet<string>): void {
    if (names.size === 0) return;
    for (const line of this.lines) {
      const { text } = line.facts.view;
      if (line.settled.some(({ start, end }) => names.has(text.slice(start, end)))) line.linked = unlinked;
    }
  }

  /** Links the lines whose marks, dates or surroundings changed. */
  private link(profile: DocumentProfile, namesChanged: boolean): void {
    const { tables, splitOffice } = this.input;
    let all = false;
    if (namesChanged || this.identifier === undefined) {
      const identifier = createIdentifier(tables, this.knowledge);
      if (this.identifier === undefined) all = true;
      else this.unlink(identifier.differencesFrom(this.identifier));
      this.identifier = identifier;
    }
    const home = this.homeCounter.places();
    all ||= home.province !== this.home.province || home.city !== this.home.city;
    this.home = home;
    const officeInput = { tables, splitOffice, identifier: this.identifier, home };
    const touched = new Set(this.gone.flatMap(({ holders }) => holders));
    this.gone = [];
    for (const line of this.lines) {
      if (!all && line.linked !== unlinked) continue;
      const offices = officesOf(line.facts.view.text, line.settled, officeInput);
      for (const { holders } of [...line.offices, ...offices]) for (const holder of holders) touched.add(holder);
      line.offices = offices;
    }
    const officesChanged = all || touched.size > 0;
    if (officesChanged) this.known = rememberOffices(this.lines.flatMap((line) => line.offices));
    const profileKey = JSON.stringify(profile);
    all ||= profileKey !== this.profileKey;
    this.profileKey = profileKey;
    const context: LinkContext = { ...officeInput, known: this.known, profile };
    let trail = startTrail;
    for (const line of this.lines) {
      const stale =
        all ||
        line.linked === unlinked ||
        (officesChanged && hasHolder(line.offices, touched)) ||
        line.trailBefore !== trail;
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

function hasHolder(offices: readonly Office[], holders: ReadonlySet<string>): boolean {
  return offices.some((office) => office.org === undefined && office.holders.some((holder) => holders.has(holder)));
}

function freshLine(facts: LineFacts, read: boolean): LineState {
  return {
    facts,
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
