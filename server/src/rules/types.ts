import type { Analysis, NamingType } from '../analysis/types';
import type { WordTable } from '../lexicon/words';
import type { Span } from '../text/span';
import type { RuleData } from './data';
import type { Exception } from './exceptions';
import type { RuleId } from './messages';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
/** What the user set for a rule: a severity, or nothing at all. */
export type SeveritySetting = Severity | 'off';
/** Whose habits a text is held to. */
export type HouseStyle = 'hk' | 'tw' | 'cn';
/** The reader's language: English, 繁體中文, 简体中文. */
export type Locale = 'en' | 'hant' | 'hans';

/** A stretch of the document: from UTF-16 offset `start` of `line` to offset `end` of `endLine` (absent: the same line). */
export interface Place extends Span {
  readonly line: number;
  readonly endLine?: number;
}

/** Puts `text` in the place of what stands at `place`. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** One way out of a finding. Edits of one fix never overlap. */
export interface Fix {
  /** In the reader's language, before → after where it is short. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it may be applied unseen, with all others (`source.fixAll`, `--fix`). Never for an ambiguous conversion. */
  readonly safe: boolean;
  /** Whether there is no doubt which fix is meant. */
  readonly preferred: boolean;
}

/** Another place that the finding speaks of; `document` names another document, as its summary does. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
  readonly document?: string;
}

/** One thing that does not add up. */
export interface Finding {
  readonly rule: RuleId;
  readonly place: Place;
  readonly severity: Severity;
  /** Actual, expected and why, in the reader's language. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  /** Text that could go without loss: editors fade it. */
  readonly faded?: true;
}

export interface RuleSettings {
  /** Overrides of default severities, by rule id. */
  readonly severities: Readonly<Partial<Record<RuleId, SeveritySetting>>>;
  /** Absent: the document's own majority is the measure. */
  readonly houseStyle?: HouseStyle;
  readonly locale: Locale;
}

/** A form that the glossary tells writers to avoid. */
export interface TermNotice {
  /** As written, in either script; compared folded. */
  readonly form: string;
  readonly status: 'deprecated' | 'forbidden';
  /** What to write instead, in the script of `form`. */
  readonly preferred?: string;
  readonly reason?: string;
}

/** What another document calls its entities: enough to compare spellings across files. */
export interface DocumentSummary {
  /** Opaque: a URI or a path; comes back in `RelatedPlace.document`. */
  readonly document: string;
  readonly entities: readonly SummarizedEntity[];
}

export interface SummarizedEntity {
  readonly id: string;
  readonly type: NamingType;
  readonly forms: readonly SummarizedForm[];
}

export interface SummarizedForm {
  /** Residue repaired, script kept. */
  readonly surface: string;
  readonly folded: string;
  readonly count: number;
  /** Of the first occurrence. */
  readonly place: Place;
}

/** Everything that the rules may look at. */
export interface RuleInput {
  readonly analysis: Analysis;
  readonly settings: RuleSettings;
  readonly data: RuleData;
  readonly others?: readonly DocumentSummary[];
  readonly terms?: readonly TermNotice[];
  /** What the user ruled out in this document, besides its own comments. */
  readonly exceptions?: readonly Exception[];
  /** Terms that a glossary knows, folded. */
  readonly glossaryTerms?: ReadonlySet<string>;
  /** Cuts folded text into words; rules that need it are silent without. */
  readonly words?: WordTable;
}

/** What one rule hands over; the table adds rule id and severity. */
export interface Draft {
  readonly place: Place;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** Milder than the rule's severity, where this case is less certain. */
  readonly severity?: Severity;
  readonly faded?: true;
}

/** Says a text of the catalogue in the reader's language. */
export type Say = (text: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a rule receives: the input and what all rules need of it, made once. */
export interface RuleContext extends RuleInput {
  /** Texts of the rule that is running. */
  readonly say: Say;
}

/** One kind of finding. */
export interface Rule {
  readonly id: RuleId;
  readonly group: RuleGroup;
  readonly severity: SeveritySetting;
  readonly find: (context: RuleContext) => readonly Draft[];
}

export type RuleGroup = 'script' | 'names' | 'numbers' | 'dates' | 'text' | 'typos' | 'terms';
