import type { DeclaredAlias } from './aliases';
import type { LineFacts } from './line-facts';
import { isValueType, type MentionType, type NamingType } from './types';

/** What a document says of one name: how often and how surely it was read as which type. */
export interface NameRecord {
  readonly key: string;
  /** Sum of confidences by type. */
  readonly weights: Map<MentionType, number>;
  /** Number of firm readings by type. */
  readonly counts: Map<MentionType, number>;
  /** Firm readings at 0.85 and above. */
  strong: number;
}

/** Read once with certainty, or so often that the readings together are worth more than one. */
export function isKnown(record: NameRecord, type: MentionType | undefined): boolean {
  return record.strong > 0 || (type !== undefined && (record.weights.get(type) ?? 0) >= enough);
}

/** Found by cross-validation. */
const enough = 1.2;

/**
 * The names that a document knows, as a multiset over its lines: lines can be added and taken away, so that an edit costs
 * what it touches. Keys are folded names.
 */
export class DocumentKnowledge {
  readonly names = new Map<string, NameRecord>();
  /** Declared alias → its name → number of declarations. */
  readonly aliases = new Map<string, Map<string, { count: number; type: NamingType }>>();

  /** Adds what `line` says and tells which keys are new or, with `sign` −1, gone. */
  apply(line: LineFacts, sign: 1 | -1, changed: Set<string>): void {
    for (const candidate of line.firm) {
      if (isValueType(candidate.type)) continue;
      const key = line.view.text.slice(candidate.start, candidate.end);
      this.count(key, candidate.type, candidate.confidence, sign, changed);
    }
    for (const alias of line.aliases) this.countAlias(alias, sign, changed);
  }

  /** The type that the document gives this name most weight as. */
  typeOf(key: string): MentionType | undefined {
    const record = this.names.get(key);
    if (record === undefined) return undefined;
    let best: MentionType | undefined;
    let most = 0;
    for (const [type, weight] of record.weights) {
      if (weight > most + 1e-9) [best, most] = [type, weight];
    }
    return best;
  }

  /** The name that `alias` was declared for, the one declared most often. */
  nameOfAlias(alias: string): { readonly name: string; readonly type: NamingType } | undefined {
    let best: { name: string; type: NamingType } | undefined;
    let most = 0;
    for (const [name, { count, type }] of this.aliases.get(alias) ?? []) {
      if (count > most) [best, most] = [{ name, type }, count];
    }
    return best;
  }

  private count(key: string, type: MentionType, confidence: number, sign: 1 | -1, changed: Set<string>): void {
    let record = this.names.get(key);
    if (record === undefined) {
      record = { key, weights: new Map(), counts: new Map(), strong: 0 };
      this.names.set(key, record);
      changed.add(key);
    }
    const typeBefore = this.typeOf(key);
    const knownBefore = isKnown(record, typeBefore);
    record.weights.set(type, (record.weights.get(type) ?? 0) + sign * confidence);
    record.counts.set(type, (record.counts.get(type) ?? 0) + sign);
    if (confidence >= 0.85) record.strong += sign;
    if ((record.counts.get(type) ?? 0) <= 0) {
      record.counts.delete(type);
      record.weights.delete(type);
    }
    if (record.counts.size === 0) {
      this.names.delete(key);
      changed.add(key);
    } else if (this.typeOf(key) !== typeBefore || isKnown(record, typeBefore) !== knownBefore) changed.add(key);
  }

  private countAlias(declared: DeclaredAlias, sign: 1 | -1, changed: Set<string>): void {
    const names = this.aliases.get(declared.alias) ?? new Map<string, { count: number; type: NamingType }>();
    const known = names.get(declared.name) ?? { count: 0, type: declared.type };
    known.count += sign;
    if (known.count > 0) names.set(declared.name, known);
    else names.delete(declared.name);
    if (names.size > 0) this.aliases.set(declared.alias, names);
    else this.aliases.delete(declared.alias);
    changed.add(declared.alias);
  }
}
