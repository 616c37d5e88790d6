import type { NamingType } from './mention-types';
import type { Grid } from './table';

/** One concept of a glossary: what the card of a term shows. The files' format is described by `schema.json`. */
export interface Concept {
  readonly id: string;
  /** CONCEPT is vocabulary that is explained but not marked. */
  readonly type: NamingType | 'CONCEPT';
  readonly category?: string;
  readonly domain?: string;
  readonly forms: FormsByRegion;
  readonly short?: FormsByRegion;
  /** Those of the forms that also mean other things. */
  readonly ambiguous?: readonly string[];
  readonly en?: readonly string[];
  readonly definition: ByLanguage;
  /** EDTF. */
  readonly since?: string;
  readonly by?: string;
  readonly usage?: ByLanguage;
  readonly related?: readonly string[];
  readonly sources?: readonly { readonly fact: string; readonly basis: string; readonly source?: string }[];
  readonly conversion?: string;
  readonly status?: TermStatus;
  /** A form, or the id of a concept. */
  readonly replacedBy?: string;
  /** Where the entry stands: a file name as given to the reader, and the line of its first key, from 1. */
  readonly origin: { readonly file: string; readonly line: number };
}

/** What a glossary says about writing a term; see `isToAvoid`. */
export const termStatuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type TermStatus = (typeof termStatuses)[number];

/** Whether a glossary tells writers not to use the forms of a concept. */
export function isToAvoid<T extends { readonly status?: TermStatus }>(
  concept: T,
): concept is T & { readonly status: 'deprecated' | 'forbidden' } {
  return concept.status === 'deprecated' || concept.status === 'forbidden';
}

export interface FormsByRegion {
  readonly hk?: readonly string[];
  readonly tw?: readonly string[];
  readonly cn?: readonly string[];
}

export interface ByLanguage {
  readonly hant?: string;
  readonly hans?: string;
  readonly en?: string;
}

/** Something that is wrong with a glossary file. Line and column count from 1; the column in UTF-16 units. */
export interface GlossaryFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly kind: GlossaryFaultKind;
  /** The key, value, form or parser's words that it is about. */
  readonly detail: string;
}

export type GlossaryFaultKind =
  | 'syntax'
  | 'not-a-list'
  | 'not-a-mapping'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'duplicate-id'
  | 'duplicate-form'
  | 'unknown-link';

/** Concepts in layers, looked up by id or by the folded key of any of their forms. */
export interface Glossary {
  readonly concepts: readonly Concept[];
  byId(id: string): Concept | undefined;
  /** All concepts with that form, full forms first; `key` is folded text. */
  byForm(key: string): readonly Concept[];
  /** Every folded form with its concepts. */
  keys(): Iterable<string>;
}

/**
 * Joins layers into one glossary; a later layer (the user's) replaces concepts of earlier ones that have its id or
 * whose full form it claims. `fold` makes the key by which forms are compared.
 */
export function joinGlossaries(layers: readonly (readonly Concept[])[], fold: (text: string) => string): Glossary {
  const byId = new Map<string, Concept>();
  const byFullForm = new Map<string, string>();
  const keysOf = new Map<Concept, readonly string[]>();
  for (const [number, layer] of layers.entries()) {
    const claimed = new Map<string, string>();
    for (const concept of layer) {
      const keys = foldedForms(concept.forms, fold);
      keysOf.set(concept, keys);
      for (const key of keys) {
        const other = byFullForm.get(key);
        if (other !== undefined && other !== concept.id && !isAmbiguous(concept, key)) byId.delete(other);
        if (number + 1 < layers.length) claimed.set(key, concept.id);
      }
      byId.set(concept.id, concept);
    }
    for (const [key, id] of claimed) byFullForm.set(key, id);
  }
  const byKey = new Map<string, Concept[]>();
  const add = (keys: readonly string[], concept: Concept): void => {
    for (const key of keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [concept]);
      else if (!list.includes(concept)) list.push(concept);
    }
  };
  const concepts = [...byId.values()];
  for (const concept of concepts) add(keysOf.get(concept) ?? [], concept);
  for (const concept of concepts) if (concept.short !== undefined) add(foldedForms(concept.short, fold), concept);
  return {
    concepts,
    byId: (id) => byId.get(id),
    byForm: (key) => byKey.get(key) ?? [],
    keys: () => byKey.keys(),
  };

  function isAmbiguous({ ambiguous }: Concept, key: string): boolean {
    return ambiguous?.some((form) => fold(form) === key) === true;
  }
}

/** The keys of forms, each once. */
function foldedForms({ hk = [], tw = [], cn = [] }: FormsByRegion, fold: (text: string) => string): readonly string[] {
  const keys: string[] = [];
  for (const forms of [hk, tw, cn]) {
    for (const form of forms) {
      const key = fold(form);
      if (!keys.includes(key)) keys.push(key);
    }
  }
  return keys;
}

/** All forms of all regions, without repetition, Hong Kong first. */
export function formsOf(forms: FormsByRegion | undefined): readonly string[] {
  return [...new Set([...(forms?.hk ?? []), ...(forms?.tw ?? []), ...(forms?.cn ?? [])])];
}

/** The full and short forms of a concept, without repetition. */
export function allForms(concept: Concept): readonly string[] {
  return [...new Set([...formsOf(concept.forms), ...formsOf(concept.short)])];
}

/** The form to show or insert in a region's script; falls back on the nearest region that has one. */
export function preferredForm(concept: Concept, region: 'hk' | 'tw' | 'cn'): string {
  const { hk, tw, cn } = concept.forms;
  const order = region === 'cn' ? [cn, hk, tw] : region === 'tw' ? [tw, hk, cn] : [hk, tw, cn];
  return order.find((forms) => forms !== undefined && forms.length > 0)?.[0] ?? concept.id;
}

/** Prefix of the entity id of a concept that becomes marks, by guideline G8. */
const idPrefix: Readonly<Record<NamingType, string>> = {
  PERSON: 'P-',
  POSITION: 'R-',
  ORGANISATION: 'O-',
  PLACE: 'L-',
  EVENT: 'E-',
  POLICY: 'Y-',
  DOCUMENT: 'W-',
  DOMAIN: 'D-',
};

/** The entity id under which mentions of a concept are linked; `undefined` for vocabulary that is not marked. */
export function entityIdOf(concept: Concept): string | undefined {
  return concept.type === 'CONCEPT' ? undefined : idPrefix[concept.type] + concept.id;
}

/** The concepts that are marked, as a lexicon list: the glossary and the marks cannot disagree about a form. */
export function glossaryAsLexicon(concepts: readonly Concept[]): Grid {
  const rows = concepts.flatMap((concept) => {
    const id = entityIdOf(concept);
    const [name, ...others] = allForms(concept);
    if (id === undefined || name === undefined || isToAvoid(concept)) return [];
    const mark = (form: string): string => (concept.ambiguous?.includes(form) === true ? `?${form}` : form);
    const forms = mark(name) === name ? others.map(mark) : [name, ...others].map(mark);
    return [[id, concept.type, name, forms.join('|'), '', concept.en?.[0] ?? '']];
  });
  return { columns: ['id', 'type', 'name', 'forms', 'near', 'english'], rows };
}
