import type { WorkspaceEdit } from 'vscode-languageserver';
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
  /** The thing named at a place of an open document, counted over the workspace. */
  'meipi/thingAt': { params: PlaceParams; result: EntityRow | null };
  /** Things named in one document or, without a document, in the workspace; most frequent first. */
  'meipi/entities': { params: EntitiesParams; result: Page<EntityRow> };
  /** How many things are named, by type or by document. */
  'meipi/entityGroups': { params: EntityGroupsParams; result: Page<EntityGroup> };
  /** Every mention of one thing in context. */
  'meipi/mentions': { params: MentionsParams; result: Page<MentionRow> };
  /** Money, percentages and quantities. */
  'meipi/amounts': { params: AmountsParams; result: Page<AmountRow> };
  /** The years that dates fall into, in the order of time. */
  'meipi/timelineYears': { params: ScopeParams; result: readonly TimelineYear[] };
  /** The dates of one year in the order of time. */
  'meipi/timeline': { params: TimelineParams; result: readonly TimelineRow[] };
  /** Who stands with whom in one line. */
  'meipi/graph': { params: GraphParams; result: Graph };
  /** The lines that name two things together, by their first mention in each. */
  'meipi/together': { params: TogetherParams; result: Page<MentionRow> };
  /** Why a span is marked: the recogniser and what it went by. */
  'meipi/explain': { params: PlaceParams; result: Explanation | null };
  /** A document in another script, line for line, and every place where that took a choice. */
  'meipi/convert': { params: ConvertParams; result: Conversion };
  /** What 'Add to glossary…' would write. */
  'meipi/glossaryDraft': { params: DraftParams; result: GlossaryDraft | null };
  /** The edit that writes a decision on entities into `.meipi/entities.yaml`; refuses with a sentence. */
  'meipi/decideEntity': { params: DecisionParams; result: DecisionDraft };
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
/** Which part of a long answer is wanted; all of it without `limit`. */
export interface PageParams {
  readonly offset?: number;
  readonly limit?: number;
}
/** A part of a long answer with the number of rows in the whole. */
export interface Page<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

export interface EntitiesParams extends ScopeParams, PageParams {
  /** Only things of which a form holds these words, in either script and any case. */
  readonly filter?: string;
}
export interface EntityGroupsParams extends EntitiesParams {
  readonly by: 'type' | 'file';
}
export interface MentionsParams extends ScopeParams, PageParams {
  readonly entity: string;
}
export type AmountColumn = 'place' | 'value' | 'unit' | 'bound' | 'about';
export interface AmountsParams extends ScopeParams, PageParams {
  /** In the order of the text without it. */
  readonly sort?: AmountColumn;
  readonly descending?: boolean;
}
export interface TimelineParams extends ScopeParams {
  /** As `meipi/timelineYears` gives it. */
  readonly year: string;
}
export interface GraphParams {
  readonly textDocument?: DocumentIdentifier;
  /** Which types are drawn; persons and organisations without it. */
  readonly types?: readonly MentionType[];
  /** The number of things. */
  readonly limit?: number;
}
export interface TogetherParams extends PageParams {
  readonly textDocument?: DocumentIdentifier;
  readonly from: string;
  readonly to: string;
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
  /** The most frequent forms with their numbers. */
  readonly forms: readonly { readonly surface: string; readonly count: number }[];
  readonly count: number;
  readonly files: number;
}

export interface EntityGroup {
  /** A type of mention, or the URI of a document. */
  readonly key: string;
  /** The type's name in the reader's language; a document has none. */
  readonly label: string;
  readonly things: number;
  readonly mentions: number;
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
  /** The value as a person writes it in the reader's language, with bound and unit. */
  readonly display: string;
  /** The number alone, with its digits in groups. */
  readonly number: string;
  /** Currency, measure, or the sign of a percentage. */
  readonly unit: string;
  /** The bound in the reader's language; empty where the value is exact. */
  readonly bound: string;
  /** The nearest thing named before it in the line, if any. */
  readonly about?: string;
}

export interface TimelineYear {
  /** Such as `2023` or `199X`. */
  readonly year: string;
  readonly dates: number;
  readonly mentions: number;
}

export interface TimelineRow {
  /** What `meipi/mentions` asks for. */
  readonly id: string;
  /** ISO 8601 or EDTF. */
  readonly norm: string;
  readonly display: string;
  readonly count: number;
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
  /** Where `to` stands in the converted text, in UTF-16 units. */
  readonly offset: number;
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

/** A decision on entities. Names are told apart by their folded keys; see `.meipi/entities.yaml`. */
export interface DecisionParams {
  readonly kind: 'same' | 'apart' | 'name';
  readonly type: MentionType;
  /** The names that are the same or are kept apart, the thing's own first; the one that is given a name. */
  readonly names: readonly string[];
  /** What the thing is to be called; kind `name` only. */
  readonly name?: string;
  /** Whose folder keeps the decision; the first without it. */
  readonly textDocument?: DocumentIdentifier;
  /** Whether it holds in that document only. */
  readonly onlyHere?: boolean;
}

export interface DecisionDraft {
  /** The file that the edit writes. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
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
  /** Commands that the client runs for code lenses and code actions. */
  readonly commands?: readonly string[];
}
