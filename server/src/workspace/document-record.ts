import { mentionTypes, type Analysis, type Entity, type Mention, type Value } from '../analysis/types';
import { candidateKeys } from '../rules/name-candidates';
import { summarize } from '../rules/summary';
import type { SummarizedEntity } from '../rules/types';

/** What the index keeps of a document besides its lines: plain data, the same for the same text. */
export interface PackedDocument {
  /** What is mentioned, each once; see `thingOf`. */
  readonly things: readonly string[];
  /** Five numbers a mention: line, start and end (UTF-16 units in it), number of the type, place in `things`. */
  readonly mentions: readonly number[];
  /** Values, each behind the place in `mentions` where its mention begins. */
  readonly values: readonly (readonly [number, Value])[];
  readonly entities: readonly Entity[];
}

/** The same with the names that could be other spellings of names elsewhere. */
export interface DocumentRecord extends PackedDocument {
  readonly names: readonly SummarizedEntity[];
}

/** Numbers of a mention in `PackedDocument.mentions`. */
export const stride = 5;

/** What a mention is a mention of: its entity, or, for a value, the value itself behind an equals sign. */
export function thingOf(mention: Mention): string {
  if (mention.entity !== undefined) return mention.entity;
  const { value, type } = mention;
  if (value === undefined || value.norm === 'unknown') return `=${type} ${mention.folded}`;
  return `=${type} ${value.norm} ${value.currency ?? ''} ${value.unit ?? ''}`.trimEnd();
}

export function packDocument(analysis: Analysis): PackedDocument {
  const places = new Map<string, number>();
  const mentions: number[] = [];
  const values: (readonly [number, Value])[] = [];
  analysis.lines.forEach((line, number) => {
    for (const mention of line.mentions) {
      if (mention.value !== undefined) values.push([mentions.length, mention.value]);
      const thing = thingOf(mention);
      const place = places.get(thing) ?? places.size;
      places.set(thing, place);
      mentions.push(number, mention.start, mention.end, mentionTypes.indexOf(mention.type), place);
    }
  });
  return { things: [...places.keys()], mentions, values, entities: [...analysis.entities.values()] };
}

export function recordOf(analysis: Analysis): DocumentRecord {
  const names = summarize('', analysis).entities.flatMap(({ id, type, forms }): readonly SummarizedEntity[] => {
    const compared = forms.filter((form) => candidateKeys(type, form).length > 0);
    return compared.length === 0 ? [] : [{ id, type, forms: compared }];
  });
  return { ...packDocument(analysis), names };
}
