import type { MentionType, Value } from '../analysis/types';

/**
 * Everything that client and server say to each other beyond the Language Server Protocol. Positions and ranges are
 * the protocol's own (zero-based, in the negotiated encoding). The client imports types from here, and the constants.
 */
export interface CustomRequests {
  /** What Meipi does with one document, and why. */
  'meipi/status': { params: StatusParams; result: Status };
  /** Switches marks on or off, for one document or everywhere; answers the new status of the document. */
  'meipi/toggle': { params: ToggleParams; result: Status };
  /** The next or previous mention of the same thing, or of the same type, round the end of the document. */
  'meipi/nextMention': { params: NextMentionParams; result: NextMention | null };
  /** The twelve types with their labels, in the order in which a legend shows them. */
  'meipi/legend': { params: undefined; result: readonly LegendEntry[] };
  /** Things named in one document or, without a document, in the workspace. */
  'meipi/entities': { params: ScopeParams; result: readonly EntityRow[] };
  /** Every mention of one thing in context. */
  'meipi/mentions': { params: MentionsParams; result: readonly MentionRow[] };
  /** Money, percentages and quantities. */
  'meipi/amounts': { params: ScopeParams; result: readonly AmountRow[] };
  /** Dates in the order of time. */
  'meipi/timeline': { params: ScopeParams; result: readonly TimelineRow[] };
  /** Policy fields and where they are spoken of. */
  'meipi/domains': { params: ScopeParams; result: readonly EntityRow[] };
  /** Who stands with whom in one line. */
  'meipi/graph': { params: GraphParams; result: Graph };
  /** Why a span is marked: the recogniser and what it went by. */
  'meipi/explain': { params: PlaceParams; result: Explanation | null };
  /** A document in another script, line for line, and every place where that took a choice. */
  'meipi/convert': { params: ConvertParams; result: Conversion };
  /** What 'Add to glossary…' would write. */
  'meipi/glossaryDraft': { params: DraftParams; result: GlossaryDraft | null };
}

/** Sent by the server; none has an answer. */
export interface CustomNotifications {
  /** A status may have changed: ask again for what is shown. */
  'meipi/statusChanged': undefined;
  /** The index has changed: views should refresh. */
  'meipi/indexChanged': { readonly documents: number; readonly mentions: number };
}

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface DocumentIdentifier {
  readonly uri: string;
}

export interface StatusParams {
  readonly textDocument: DocumentIdentifier;
}
export interface PlaceParams extends StatusParams {
  readonly position: Position;
}
export interface ScopeParams {
  readonly textDocument?: DocumentIdentifier;
  readonly type?: MentionType;
}
export interface GraphParams extends ScopeParams {
  readonly limit?: number;
}
export interface MentionsParams extends ScopeParams {
  readonly entity: string;
  readonly limit?: number;
}

export interface ToggleParams extends StatusParams {
  readonly scope: 'file' | 'everywhere';
  /** Absent: the other way round. */
  readonly on?: boolean;
}

export type StatusReason =
  | 'own-language'
  | 'mostly-han'
  | 'glob'
  | 'not-han'
  | 'policy-only'
  | 'no-glob'
  | 'other-language'
  | 'off-here'
  | 'off-everywhere'
  | 'not-open';

export interface Status {
  readonly on: boolean;
  readonly reason: StatusReason;
  /** The reason as a sentence in the reader's language. */
  readonly message: string;
  /** Whether the data that marks need have been loaded. */
  readonly ready: boolean;
  /** Which segmenter serves word selection. */
  readonly segmenter: 'jieba' | 'intl' | 'loading';
  readonly mentions: number;
  readonly findings: number;
  readonly index: { readonly done: number; readonly total: number; readonly mentions: number };
  /** Faults of settings and glossaries, each one sentence with its place. */
  readonly problems: readonly string[];
}

export interface NextMentionParams extends PlaceParams {
  readonly direction: 'next' | 'previous';
  readonly by: 'entity' | 'type';
}

export interface NextMention {
  readonly range: Range;
  /** From 1. */
  readonly ordinal: number;
  readonly total: number;
  readonly name: string;
}

export interface LegendEntry {
  readonly type: MentionType;
  readonly tokenType: string;
  readonly label: string;
  readonly description: string;
}

export interface EntityRow {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  /** Every form with its number, most frequent first. */
  readonly forms: readonly { readonly surface: string; readonly count: number }[];
  readonly count: number;
  readonly files: number;
}

/** One mention with what stands on either side of it in its line. */
export interface MentionRow {
  readonly uri: string;
  readonly range: Range;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
}

export interface AmountRow extends MentionRow {
  readonly type: 'MONEY' | 'PERCENT' | 'QUANTITY';
  readonly value: Value;
  /** The value as a person writes it in the reader's language. */
  readonly display: string;
  /** The nearest thing named before it in the line, if any. */
  readonly about?: string;
}

export interface TimelineRow extends MentionRow {
  readonly value: Value;
  readonly display: string;
}

export interface Graph {
  readonly nodes: readonly {
    readonly id: string;
    readonly type: MentionType;
    readonly name: string;
    readonly count: number;
  }[];
  /** `weight` is the number of lines that name both. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly weight: number }[];
}

export interface Explanation {
  readonly range: Range;
  readonly type: MentionType;
  readonly surface: string;
  readonly source: string;
  readonly detail: string;
  readonly confidence: number;
}

export interface ConvertParams extends StatusParams {
  readonly to: 'hk' | 'tw' | 'cn';
  readonly range?: Range;
}

export interface Conversion {
  readonly text: string;
  /** Places where another form was possible, or a name was left alone. */
  readonly choices: readonly ConversionChoice[];
}

export interface ConversionChoice {
  readonly range: Range;
  readonly from: string;
  readonly to: string;
  readonly alternatives: readonly string[];
  readonly why: 'ambiguous-character' | 'regional-wording' | 'name-kept';
}

export interface DraftParams extends StatusParams {
  readonly range: Range;
}

export interface GlossaryDraft {
  /** The file that would be written, in the first workspace folder. */
  readonly uri: string;
  /** The entry, to be appended. */
  readonly yaml: string;
}

/** Commands of the server, run through `workspace/executeCommand`; arguments are those of the request of that name. */
export const serverCommands = ['meipi.server.addToGlossary', 'meipi.server.disableRuleEverywhere'] as const;

/** The semantic token type of each type of mention; the manifest declares the same names. */
export const tokenTypeOf: Readonly<Record<MentionType, string>> = {
  PERSON: 'meipiPerson',
  POSITION: 'meipiPosition',
  ORGANISATION: 'meipiOrganisation',
  PLACE: 'meipiPlace',
  EVENT: 'meipiEvent',
  POLICY: 'meipiPolicy',
  DOCUMENT: 'meipiDocument',
  DOMAIN: 'meipiDomain',
  DATE: 'meipiDate',
  MONEY: 'meipiMoney',
  PERCENT: 'meipiPercent',
  QUANTITY: 'meipiQuantity',
};

/** The first mention of a thing, a term with a card, a guess, a value that is not exact, several things in one name. */
export const tokenModifiers = ['definition', 'glossary', 'uncertain', 'approximate', 'compound'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** The language that Meipi brings along. */
export const ownLanguage = 'zh-policy';

/** What the client hands over in `initializationOptions`. */
export interface InitializationOptions {
  /** The language of the editor's surface, such as `en`, `zh-tw`, `zh-cn`. */
  readonly locale?: string;
  /** A folder of the extension's own storage for the index; without it nothing is kept between sessions. */
  readonly storage?: string;
  /** Whether the client shows `command:` links of the server's code lenses as `meipi.showMentions`. */
  readonly commands?: readonly string[];
}
