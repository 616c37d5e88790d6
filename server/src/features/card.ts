import { isValueType, type Mention, type MentionType } from '../analysis/types';
import { preferredForm, type ByLanguage, type Concept } from '../lexicon/glossary';
import type { Snapshot } from '../workspace/document';
import { thingOf, type IndexedMention } from '../workspace/entity-index';
import { findSameThing } from '../workspace/finder';
import { convertText, type Region } from './conversion';
import type { Host } from './host';
import { isAmbiguous } from './term-at';
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
  /** POSITION: who holds it; PERSON: which offices are held. Names, as the document has them. */
  readonly offices: readonly string[];
  readonly related: readonly string[];
  readonly counts?: { readonly here: number; readonly all: number; readonly files: number };
  readonly contexts: readonly CardContext[];
}

export interface CardForm {
  readonly regions: readonly Region[];
  readonly form: string;
  /** `known`: from the glossary or from documents; `converted`: made by conversion. */
  readonly source: 'known' | 'converted';
}

export interface CardContext {
  readonly uri: string;
  readonly line: number;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
}

/** The card of a mention. */
export async function makeMentionCard(host: Host, snapshot: Snapshot, mention: Mention): Promise<Card> {
  const concept = findConcept(host, mention);
  const index = host.workspace.freshIndex();
  const same = findSameThing(index, mention);
  const here = same.filter(({ uri }) => uri === snapshot.uri);
  const entity = mention.entity === undefined ? undefined : snapshot.analysis.entities.get(mention.entity);
  const region = regionOf(snapshot);
  const name = concept !== undefined ? preferredForm(concept, region) : (entity?.name ?? mention.surface);
  const forms = isValueType(mention.type)
    ? { forms: [], nameKept: false }
    : await formsOf(host, snapshot, mention, name, concept);
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
    offices: findOffices(snapshot, mention),
    counts: { here: here.length, all: same.length, files: new Set(same.map(({ uri }) => uri)).size },
    contexts: contextsOf(host, [...here, ...same.filter(({ uri }) => uri !== snapshot.uri)], mention, snapshot.uri),
  };
}

/** The card of a glossary term that is not marked. */
export function makeTermCard(host: Host, snapshot: Snapshot, concept: Concept): Card {
  return {
    name: preferredForm(concept, regionOf(snapshot)),
    type: concept.type,
    concept,
    forms: glossaryForms(concept),
    nameKept: false,
    ...conceptTexts(host, snapshot, concept),
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

/** Forms by region, joined where regions agree; nothing when all agree. */
function joinForms(byRegion: readonly (readonly [Region, string, CardForm['source']])[]): readonly CardForm[] {
  const forms = new Map<string, CardForm>();
  for (const [region, form, source] of byRegion) {
    const known = forms.get(form);
    forms.set(form, {
      form,
      regions: [...(known?.regions ?? []), region],
      source: known?.source === 'known' ? 'known' : source,
    });
  }
  return forms.size < 2 ? [] : [...forms.values()];
}

function glossaryForms(concept: Concept): readonly CardForm[] {
  return joinForms(
    (['hk', 'tw', 'cn'] as const).map((region) => [region, preferredForm(concept, region), 'known'] as const),
  );
}

async function formsOf(
  host: Host,
  snapshot: Snapshot,
  mention: Mention,
  name: string,
  concept: Concept | undefined,
): Promise<Pick<Card, 'forms' | 'nameKept'>> {
  if (concept !== undefined) return { forms: glossaryForms(concept), nameKept: false };
  const region = regionOf(snapshot);
  const other = findOtherScript(host, mention, name);
  if (other !== undefined) {
    const pair =
      region === 'cn'
        ? ([
            ['hk', other, 'known'],
            ['cn', name, 'known'],
          ] as const)
        : ([
            [region, name, 'known'],
            ['cn', other, 'known'],
          ] as const);
    return { forms: joinForms(pair), nameKept: false };
  }
  const clean = mention.surface.length === mention.folded.length ? name : mention.folded;
  if (mention.type === 'PERSON') {
    // 林建岳 must not become 林建嶽: a personal name is shown in another script only where documents have it.
    return { forms: [], nameKept: region === 'cn' || host.knowledge.fold(clean) !== clean };
  }
  const forms = await Promise.all(
    (['hk', 'tw', 'cn'] as const).map(
      async (to) => [to, await convertText(clean, region, to), to === region ? 'known' : 'converted'] as const,
    ),
  );
  return { forms: joinForms(forms), nameKept: false };
}

/** The same name in the other script, if documents of the index have it. */
export function findOtherScript(host: Host, mention: Mention, name: string): string | undefined {
  if (mention.entity === undefined) return undefined;
  const { fold } = host.knowledge;
  const key = fold(name);
  return host.workspace.index
    .thing(mention.entity)
    ?.forms.find(({ surface }) => surface !== name && fold(surface) === key)?.surface;
}

function findOffices({ analysis }: Snapshot, mention: Mention): readonly string[] {
  const nameOf = (id: string): string => analysis.entities.get(id)?.name ?? '';
  const found = new Set<string>();
  for (const { mentions } of analysis.lines) {
    for (const each of mentions) {
      if (each.type !== 'POSITION' || each.holder === undefined || each.entity === undefined) continue;
      const holders = each.holder.split('+');
      if (mention.type === 'PERSON' && mention.entity !== undefined && holders.includes(mention.entity))
        found.add(nameOf(each.entity));
      if (mention.type === 'POSITION' && each.entity === mention.entity)
        holders.forEach((holder) => found.add(nameOf(holder)));
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
