import { isValueType, type Mention, type MentionType } from '../analysis/types';
import { preferredForm, type ByLanguage, type Concept } from '../lexicon/glossary';
import type { Span } from '../text/span';
import type { Snapshot } from '../workspace/document';
import { thingOf, type IndexedMention } from '../workspace/entity-index';
import { findSameThing, type MentionAt } from '../workspace/finder';
import { officesInWorkspace, type CardOffice } from './card-offices';
import { formsOf, glossaryForms, type CardForm } from './card-forms';
import type { Region } from './conversion';
import type { Host } from './host';
import { pronounce, readingTableOf, type Pronunciation } from './readings';
import { findTermsWithin, isAmbiguous } from './term-at';
import { displayValue, type ValueDisplay } from './value-display';

/** What a reader is told of one thing; facts only, rendering comes last. */
export interface Card {
  /** Canonical name, in the script of the document. */
  readonly name: string;
  readonly type: MentionType | 'CONCEPT';
  readonly concept?: Concept;
  /** Forms by region; only where they differ. */
  readonly forms: readonly CardForm[];
  /** Whether a personal name was left as it is instead of being converted. */
  readonly nameKept: boolean;
  readonly definitions: readonly string[];
  readonly usages: readonly string[];
  readonly value?: ValueDisplay;
  readonly basis?: string;
  /** How the name is read aloud; absent for values, and where there is nothing to read. */
  readonly readings?: Pronunciation;
  /** Glossary terms within the name or term, longest first. */
  readonly inner: readonly { readonly name: string; readonly definition: string }[];
  /** POSITION: who holds it, as the document has them. */
  readonly holders: readonly string[];
  /** PERSON: the offices held, with the documents that say so. */
  readonly offices: readonly CardOffice[];
  readonly related: readonly string[];
  readonly counts?: { readonly here: number; readonly all: number; readonly files: number };
  readonly contexts: readonly CardContext[];
}

export interface CardContext {
  readonly uri: string;
  readonly line: number;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
}

/** The card of a mention. */
export async function makeMentionCard(host: Host, snapshot: Snapshot, found: MentionAt): Promise<Card> {
  const { mention } = found;
  const concept = findConcept(host, mention);
  const index = host.workspace.freshIndex();
  const same = findSameThing(index, mention);
  const here = same.filter(({ uri }) => uri === snapshot.uri);
  const entity = mention.entity === undefined ? undefined : snapshot.analysis.entities.get(mention.entity);
  const region = regionOf(snapshot);
  const name = concept !== undefined ? preferredForm(concept, region) : (entity?.name ?? mention.surface);
  const forms = isValueType(mention.type)
    ? { forms: [], nameKept: false }
    : await formsOf(host, region, { mention, name, concept });
  const value =
    mention.value === undefined
      ? {}
      : {
          value: displayValue(mention.type, mention.value, host.locale, host.t),
          ...(mention.value.basis === undefined ? {} : { basis: mention.value.basis }),
        };
  return {
    name,
    type: mention.type,
    ...(concept === undefined ? {} : { concept }),
    ...forms,
    ...conceptTexts(host, snapshot, concept),
    ...value,
    ...(isValueType(mention.type) ? {} : await readingsOf(host, name, mention.type === 'PERSON')),
    inner: isValueType(mention.type) ? [] : innerTerms(host, snapshot, found, concept),
    holders: mention.type === 'POSITION' ? findHolders(snapshot, mention) : [],
    offices: mention.type === 'PERSON' ? officesInWorkspace(index, snapshot, mention) : [],
    counts: { here: here.length, all: same.length, files: new Set(same.map(({ uri }) => uri)).size },
    contexts: contextsOf(host, [...here, ...same.filter(({ uri }) => uri !== snapshot.uri)], mention, snapshot.uri),
  };
}

/** The card of a glossary term that is not marked. */
export async function makeTermCard(host: Host, snapshot: Snapshot, concept: Concept, place: Place): Promise<Card> {
  const region = regionOf(snapshot);
  const name = preferredForm(concept, region);
  return {
    name,
    type: concept.type,
    concept,
    forms: glossaryForms(concept, region, host.knowledge.fold),
    nameKept: false,
    ...conceptTexts(host, snapshot, concept),
    ...(await readingsOf(host, name, false)),
    inner: innerTerms(host, snapshot, { mention: place, line: place.line }, concept),
    holders: [],
    offices: [],
    contexts: [],
  };
}

/** The glossary's concept that a mention names: by its own form, else by another form of the same thing. */
export function findConcept(host: Host, mention: Mention): Concept | undefined {
  const { glossary, fold } = host.knowledge;
  const fitting = (key: string): Concept | undefined =>
    glossary
      .byForm(key)
      .find(
        (concept) => concept.type === mention.type || (concept.type === 'CONCEPT' && !isAmbiguous(concept, key, fold)),
      );
  const own = fitting(mention.folded);
  if (own !== undefined || mention.entity === undefined || isValueType(mention.type)) return own;
  const thing = host.workspace.index.thing(mention.entity);
  for (const { surface } of thing?.forms ?? []) {
    const other = fitting(fold(surface));
    if (other !== undefined && !isAmbiguous(other, fold(surface), fold)) return other;
  }
  return undefined;
}

/** The region whose forms a document is written in. */
export function regionOf({ analysis: { profile } }: Snapshot): Region {
  if (profile.script === 'hans') return 'cn';
  return profile.region === 'tw' ? 'tw' : 'hk';
}

function conceptTexts(
  host: Host,
  snapshot: Snapshot,
  concept: Concept | undefined,
): Pick<Card, 'definitions' | 'usages' | 'related'> {
  if (concept === undefined) return { definitions: [], usages: [], related: [] };
  const region = regionOf(snapshot);
  const related = (concept.related ?? []).flatMap((id) => {
    const other = host.knowledge.glossary.byId(id);
    return other === undefined ? [] : [preferredForm(other, region)];
  });
  return {
    definitions: chooseLanguages(host, region, concept.definition),
    usages: chooseLanguages(host, region, concept.usage),
    related,
  };
}

function chooseLanguages(host: Host, region: Region, texts: ByLanguage | undefined): readonly string[] {
  if (texts === undefined) return [];
  const { language } = host.settings.hover;
  const own = region === 'cn' ? 'hans' : 'hant';
  const wanted =
    language === 'all'
      ? ([own, own === 'hans' ? 'hant' : 'hans', 'en'] as const)
      : [language === 'document' ? own : language];
  const found = wanted.flatMap((each) => texts[each] ?? []);
  return found.length > 0 ? found : [texts.hant ?? texts.hans ?? texts.en ?? ''].filter((text) => text !== '');
}

/** A stretch of a line. */
export interface Place extends Span {
  readonly line: number;
}

async function readingsOf(host: Host, name: string, isPerson: boolean): Promise<Pick<Card, 'readings'>> {
  if (!host.settings.hover.sections.readings || !/\p{Script=Han}/u.test(name) || name.length > longestRead) return {};
  const readings = await pronounce(name, { isPerson, table: await readingTableOf(host), fold: host.knowledge.fold });
  return { readings };
}

/** No name that anybody would read aloud from a card is longer. */
const longestRead = 24;

function innerTerms(
  host: Host,
  snapshot: Snapshot,
  { mention, line }: { readonly mention: Span; readonly line: number },
  concept: Concept | undefined,
): Card['inner'] {
  const analyzed = snapshot.analysis.lines[line];
  if (analyzed === undefined) return [];
  const region = regionOf(snapshot);
  return findTermsWithin(analyzed, mention, host.knowledge)
    .filter((term) => term.concept.id !== concept?.id)
    .slice(0, shownInner)
    .map((term) => ({
      name: preferredForm(term.concept, region),
      definition: chooseLanguages(host, region, term.concept.definition)[0] ?? '',
    }));
}

const shownInner = 2;

function findHolders({ analysis }: Snapshot, mention: Mention): readonly string[] {
  const found = new Set<string>();
  for (const { mentions } of analysis.lines) {
    for (const { type, holder, entity } of mentions) {
      if (type !== 'POSITION' || holder === undefined || entity === undefined || entity !== mention.entity) continue;
      for (const each of holder.split('+')) found.add(analysis.entities.get(each)?.name ?? '');
    }
  }
  return [...found].filter((name) => name !== '');
}

/** The first few mentions in context: of other lines than the one hovered, this document's before others'. */
function contextsOf(
  host: Host,
  mentions: readonly IndexedMention[],
  hovered: Mention,
  uri: string,
): readonly CardContext[] {
  if (isValueType(hovered.type) && mentions.length < 2) return [];
  const seen = new Set<string>();
  const contexts: CardContext[] = [];
  for (const each of mentions) {
    if (each.uri === uri && each.start === hovered.start && each.thing === thingOf(hovered) && each.end === hovered.end)
      continue;
    const place = `${each.uri} ${each.line}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const text = host.workspace.index.lineText(each.uri, each.line);
    contexts.push({
      uri: each.uri,
      line: each.line,
      before: text.slice(Math.max(0, each.start - 14), each.start),
      surface: text.slice(each.start, each.end),
      after: text.slice(each.end, each.end + 14),
    });
    if (contexts.length === shownContexts) break;
  }
  return contexts;
}

const shownContexts = 3;
