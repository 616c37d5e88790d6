import type { DeclaredAlias } from './aliases';
import type { LineFacts } from './line-facts';
import { isValueType, mentionTypes, type MentionType, type NamingType } from './types';

/** What a document says of one name: how often and how surely it was read as which type. */
export interface NameRecord {
  readonly key: string;
  /** Sum of confidences by type, in millionths: whole numbers come back to what they were when lines go again. */
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

/** Whether the document reads a name so much more often as `type` than as `other` that the one reading corrects the other. */
export function outweighs({ weights }: NameRecord, type: MentionType, other: MentionType): boolean {
  return 10 * (weights.get(type) ?? 0) >= 12 * (weights.get(other) ?? 0);
}

/** Found by cross-validation; in millionths. */
const enough = 1_200_000;

/** What one alias was declared for, and how often. */
interface Declaration {
  readonly name: string;
  readonly type: NamingType;
  count: number;
}

/**
 * The names that a document knows, as a multiset over its lines: lines can be added and taken away, so that an edit costs
 * what it touches. Keys are folded names.
 */
export class DocumentKnowledge {
  readonly names = new Map<string, NameRecord>();
  /** Declared alias → `TYPE name` → its declarations. */
  readonly aliases = new Map<string, Map<string, Declaration>>();

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

  /** The type that the document gives this name most weight as; of equals, the first of the list of types. */
  typeOf(key: string): MentionType | undefined {
    const record = this.names.get(key);
    if (record === undefined) return undefined;
    let best: MentionType | undefined;
    let most = 0;
    for (const [type, weight] of record.weights) {
      const goesBefore = best !== undefined && mentionTypes.indexOf(type) < mentionTypes.indexOf(best);
      if (weight > most || (weight === most && goesBefore)) [best, most] = [type, weight];
    }
    return best;
  }

  /**
   * The name that `alias` was declared for, the one declared most often; of equals, the longest and then the first by
   * its characters: lines come and go in any order, and the answer must not tell in which.
   */
  nameOfAlias(alias: string): { readonly name: string; readonly type: NamingType } | undefined {
    let best: Declaration | undefined;
    for (const declaration of this.aliases.get(alias)?.values() ?? [])
      if (best === undefined || compareDeclarations(declaration, best) < 0) best = declaration;
    return best;
  }

  /** Everything about a key on which other lines depend. */
  private standingOf(key: string): string {
    const record = this.names.get(key);
    const alias = this.aliases.has(key) ? this.nameOfAlias(key) : undefined;
    const declared = alias === undefined ? '' : `${alias.name}:${alias.type}`;
    if (record === undefined) return declared;
    const type = this.typeOf(key);
    const rivals = mentionTypes.filter(
      (other) => type !== undefined && record.weights.has(other) && !outweighs(record, type, other),
    );
    return `${type ?? ''} ${String(isKnown(record, type))} ${rivals.join()} ${declared}`;
  }

  private count(key: string, type: MentionType, confidence: number, sign: 1 | -1): void {
    let record = this.names.get(key);
    if (record === undefined) {
      record = { key, weights: new Map(), counts: new Map(), strong: 0 };
      this.names.set(key, record);
    }
    record.weights.set(type, (record.weights.get(type) ?? 0) + sign * Math.round(confidence * 1_000_000));
    record.counts.set(type, (record.counts.get(type) ?? 0) + sign);
    if (confidence >= 0.85) record.strong += sign;
    if ((record.counts.get(type) ?? 0) <= 0) {
      record.counts.delete(type);
      record.weights.delete(type);
    }
    if (record.counts.size === 0) this.names.delete(key);
  }

  private countAlias({ alias, name, type }: DeclaredAlias, sign: 1 | -1): void {
    const declarations = this.aliases.get(alias) ?? new Map<string, Declaration>();
    const key = `${type} ${name}`;
    const known = declarations.get(key) ?? { name, type, count: 0 };
    known.count += sign;
    if (known.count > 0) declarations.set(key, known);
    else declarations.delete(key);
    if (declarations.size > 0) this.aliases.set(alias, declarations);
    else this.aliases.delete(alias);
  }
}

function compareDeclarations(a: Declaration, b: Declaration): number {
  return (
    b.count - a.count ||
    b.name.length - a.name.length ||
    (a.name === b.name ? mentionTypes.indexOf(a.type) - mentionTypes.indexOf(b.type) : a.name < b.name ? -1 : 1)
  );
}
