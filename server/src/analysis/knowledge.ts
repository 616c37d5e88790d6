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

  /**
   * Takes `removed` away and adds `added`; gives the keys whose standing is another than before. A name that stands in
   * both, as nearly all of an edited line do, is none of them.
   */
  exchange(removed: readonly LineFacts[], added: readonly LineFacts[]): Set<string> {
    const before = new Map<string, string>();
    for (const line of removed) this.apply(line, -1, before);
    for (const line of added) this.apply(line, 1, before);
    const changed = new Set<string>();
    for (const [key, standing] of before) if (this.standingOf(key) !== standing) changed.add(key);
    return changed;
  }

  /** Adds or takes away what `line` says; notes in `before` how each name stood that was not touched yet. */
  private apply(line: LineFacts, sign: 1 | -1, before: Map<string, string>): void {
    for (const candidate of line.firm) {
      if (isValueType(candidate.type)) continue;
      const key = line.view.text.slice(candidate.start, candidate.end);
      if (!before.has(key)) before.set(key, this.standingOf(key));
      this.count(key, candidate.type, candidate.confidence, sign);
    }
    for (const alias of line.aliases) {
      if (!before.has(alias.alias)) before.set(alias.alias, this.standingOf(alias.alias));
      this.countAlias(alias, sign);
    }
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

  /** Everything about a key on which other lines depend. */
  private standingOf(key: string): string {
    const record = this.names.get(key);
    const alias = this.aliases.has(key) ? this.nameOfAlias(key) : undefined;
    const declared = alias === undefined ? '' : `${alias.name}:${alias.type}`;
    if (record === undefined) return declared;
    const type = this.typeOf(key);
    return `${type ?? ''} ${String(isKnown(record, type))} ${declared}`;
  }

  private count(key: string, type: MentionType, confidence: number, sign: 1 | -1): void {
    let record = this.names.get(key);
    if (record === undefined) {
      record = { key, weights: new Map(), counts: new Map(), strong: 0 };
      this.names.set(key, record);
    }
    record.weights.set(type, (record.weights.get(type) ?? 0) + sign * confidence);
    record.counts.set(type, (record.counts.get(type) ?? 0) + sign);
    if (confidence >= 0.85) record.strong += sign;
    if ((record.counts.get(type) ?? 0) <= 0) {
      record.counts.delete(type);
      record.weights.delete(type);
    }
    if (record.counts.size === 0) this.names.delete(key);
  }

  private countAlias(declared: DeclaredAlias, sign: 1 | -1): void {
    const names = this.aliases.get(declared.alias) ?? new Map<string, { count: number; type: NamingType }>();
    const known = names.get(declared.name) ?? { count: 0, type: declared.type };
    known.count += sign;
    if (known.count > 0) names.set(declared.name, known);
    else names.delete(declared.name);
    if (names.size > 0) this.aliases.set(declared.alias, names);
    else this.aliases.delete(declared.alias);
  }
}
