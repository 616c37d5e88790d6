import type { MentionType, NamingType } from '../lexicon/mention-types';
import type { Span } from '../text/span';
import type { View } from '../text/view';

export { isValueType, mentionTypes, type MentionType, type NamingType, type ValueType } from '../lexicon/mention-types';

/** How a written value bounds the true one: 逾 → gt, 以上 → ge, 近 → approx-below … */
export type Bound = 'eq' | 'gt' | 'ge' | 'lt' | 'le' | 'approx' | 'approx-below';

/** A normalised value. `norm` is a plain number, `a/b` for a range, ISO 8601 / EDTF for dates, `unknown` if open. */
export interface Value {
  readonly norm: string;
  readonly bound: Bound;
  /** ISO 4217, MONEY only. */
  readonly currency?: string;
  readonly unit?: string;
  readonly form?: string;
  readonly mod?: string;
  /** Where what the text does not say comes from: document-date, related-document, heading-year, currency-defaulted, hk-financial-year … */
  readonly basis?: string;
}

/** Why a span is marked: the recogniser and what it went by. `meipi explain` and bug reports show it. */
export interface Reason {
  readonly source: 'value' | 'lexicon' | 'tagger' | 'rule' | 'alias' | 'consistency' | 'glossary';
  readonly detail: string;
}

/** One occurrence, in UTF-16 offsets within its line. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** `line.text.slice(start, end)`. */
  readonly surface: string;
  /** The view text of the span: residue repaired, folded. */
  readonly folded: string;
  /** The id of the thing named; naming types only. Compounds join ids with `+`. */
  readonly entity?: string;
  readonly value?: Value;
  /** POSITION: id of the organisation, ids of the holders joined by `+`. */
  readonly org?: string;
  readonly holder?: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** What a line is; only `text`, `heading`, `list`, `credit`, `dateline` and `caption` lines are read for mentions. */
export type LineKind =
  | 'blank'
  | 'text'
  | 'heading'
  | 'list'
  | 'rule'
  | 'credit'
  | 'dateline'
  | 'caption'
  | 'menu'
  | 'widget'
  | 'links'
  | 'footer'
  | 'template';

export interface AnalyzedLine {
  /** The original line, without its terminator. */
  readonly text: string;
  readonly view: View;
  readonly kind: LineKind;
  /** Sorted, never overlapping. */
  readonly mentions: readonly Mention[];
}

/** One section of the outline: a heading's line and the last line that belongs to it. */
export interface Section {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly endLine: number;
  /** Of the title within its line, UTF-16. */
  readonly span: Span;
  readonly children: readonly Section[];
}

export type Script = 'hant' | 'hans' | 'mixed' | 'none';
export type Region = 'hk' | 'mo' | 'tw' | 'cn';

/** What the document as a whole says about itself. */
export interface DocumentProfile {
  readonly script: Script;
  /** Where it was written, as far as it shows. */
  readonly region: Region;
  /** ISO date of the dateline or publication, with the line it stands in; −1 where another document told it. */
  readonly date?: { readonly iso: string; readonly line: number };
  /** The one year that headings name, where there is no date. */
  readonly year?: number;
}

/** One thing in the world as a document knows it. */
export interface Entity {
  readonly id: string;
  readonly type: NamingType;
  /** The fullest name in this document, original script. */
  readonly name: string;
  /** All surfaces with their number, most frequent first. */
  readonly forms: readonly { readonly surface: string; readonly count: number }[];
}

/** Fully determined by (text, lexicon). */
export interface Analysis {
  readonly lines: readonly AnalyzedLine[];
  readonly sections: readonly Section[];
  readonly profile: DocumentProfile;
  readonly entities: ReadonlyMap<string, Entity>;
}
