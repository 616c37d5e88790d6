import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { mentionTypes, type AnalyzedLine, type Mention } from '../analysis/types';
import { rememberGroups } from '../rules/groups';
import type { Snapshot } from '../workspace/document';
import type { DocumentRequest, Host } from './host';
import { tokenModifiers, tokenTypeOf, type TokenModifier } from './protocol';

/** The twelve types of marks and what is said of single ones. */
export const legend: SemanticTokensLegend = {
  tokenTypes: mentionTypes.map((type) => tokenTypeOf[type]),
  tokenModifiers: [...tokenModifiers],
};

/** Answered tokens by document, for deltas: only the last answer is kept. */
const answered = new Map<string, { readonly id: string; readonly tokens: readonly LineTokens[] }>();
let nextId = 0;

/** All marks of a document. */
export function fullTokens({ host, snapshot }: DocumentRequest<SemanticTokensParams>): SemanticTokens {
  const tokens = tokensOf(host, snapshot);
  return { resultId: remember(snapshot.uri, tokens), data: join(tokens) };
}

/** The marks of a range, for the first paint of a long document. */
export function rangeTokens({ host, snapshot, params }: DocumentRequest<SemanticTokensRangeParams>): SemanticTokens {
  return { data: join(tokensOf(host, snapshot, params.range)) };
}

/** What has changed since the client's last answer: one edit, the lines between common head and tail. */
export function deltaTokens({
  host,
  snapshot,
  params,
}: DocumentRequest<SemanticTokensDeltaParams>): SemanticTokens | SemanticTokensDelta {
  const before = answered.get(snapshot.uri);
  const tokens = tokensOf(host, snapshot);
  const resultId = remember(snapshot.uri, tokens);
  if (before === undefined || before.id !== params.previousResultId) return { resultId, data: join(tokens) };
  const { tokens: old } = before;
  const shorter = Math.min(old.length, tokens.length);
  let head = 0;
  while (head < shorter && isSame(old, head, tokens, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(old, old.length - 1 - tail, tokens, tokens.length - 1 - tail)) tail += 1;
  const deleted = lengthOf(old.slice(head, old.length - tail));
  const data = join(tokens.slice(head, tokens.length - tail), tokens[head - 1]?.line);
  const isNothing = deleted === 0 && data.length === 0;
  const start = isNothing ? 0 : lengthOf(tokens.slice(0, head));
  return { resultId, edits: isNothing ? [] : [{ start, deleteCount: deleted, data }] };
}

/** Whether two lines of two answers have the same numbers: the same marks at the same distance from the line before. */
function isSame(a: readonly LineTokens[], at: number, b: readonly LineTokens[], other: number): boolean {
  const distance = (lines: readonly LineTokens[], number: number): number =>
    (lines[number]?.line ?? 0) - (lines[number - 1]?.line ?? 0);
  return a[at]?.data === b[other]?.data && distance(a, at) === distance(b, other);
}

function lengthOf(tokens: readonly LineTokens[]): number {
  return tokens.reduce((sum, { data }) => sum + data.length, 0);
}

/** The numbers of lines that follow each other, behind marks in line `lastLine`. */
function join(tokens: readonly LineTokens[], lastLine = 0): number[] {
  const all: number[] = [];
  let last = lastLine;
  for (const { line, data } of tokens) {
    all.push(line - last);
    for (let at = 1; at < data.length; at += 1) all.push(data[at] ?? 0);
    last = line;
  }
  return all;
}

/** Drops what is kept for a document that was closed. */
export function forgetTokens(uri: string): void {
  answered.delete(uri);
}

function remember(uri: string, tokens: readonly LineTokens[]): string {
  nextId += 1;
  const id = String(nextId);
  answered.set(uri, { id, tokens });
  return id;
}

/** A line that has marks. */
interface LineTokens {
  readonly line: number;
  /** Five numbers a mark, the first one's line still to be counted from the line before; the same while nothing changes. */
  readonly data: Uint32Array;
}

function tokensOf(host: Host, { analysis: { lines } }: Snapshot, range?: Range): readonly LineTokens[] {
  const encode = encoderFor(host);
  const firsts = firstMentions(lines);
  const tokens: LineTokens[] = [];
  const last = Math.min(range?.end.line ?? lines.length, lines.length - 1);
  for (let line = range?.start.line ?? 0; line <= last; line += 1) {
    const analyzed = lines[line];
    if (analyzed === undefined || analyzed.mentions.length === 0) continue;
    const data = encode(analyzed, firsts.get(line) ?? none);
    if (data.length > 0) tokens.push({ line, data });
  }
  return tokens;
}

const none: readonly number[] = [];

/** Mentions of things by their numbers in their lines. */
const things = rememberGroups<string>(
  ({ mentions }) => mentions.flatMap(({ entity }) => (entity === undefined ? [] : [entity])),
  (entity) => entity,
);

/** Of each line: the numbers of those mentions with which the document first names a thing. */
function firstMentions(lines: readonly AnalyzedLine[]): ReadonlyMap<number, readonly number[]> {
  const firsts = new Map<number, number[]>();
  for (const [first] of things(lines).all.values()) {
    if (first === undefined) continue;
    const known = firsts.get(first.line);
    if (known === undefined) firsts.set(first.line, [first.at]);
    else known.push(first.at);
  }
  return firsts;
}

interface EncodedLine {
  /** What the numbers depend on besides the line. */
  readonly key: string;
  readonly data: Uint32Array;
}

/** Encoded lines by what they depend on besides their text. */
const encoded = new WeakMap<Host['knowledge'], WeakMap<AnalyzedLine, EncodedLine>>();

/** Encodes lines for this host; a line that did not change is not encoded again. `firsts`: see `firstMentions`. */
function encoderFor(host: Host): (line: AnalyzedLine, firsts: readonly number[]) => Uint32Array {
  const hidden = new Set(host.settings.hiddenTypes);
  const known = encoded.get(host.knowledge) ?? new WeakMap<AnalyzedLine, EncodedLine>();
  encoded.set(host.knowledge, known);
  const circumstances = `${host.positions.encoding} ${[...hidden].join()}`;
  return (line, firsts) => {
    const key = firsts.length === 0 ? circumstances : `${circumstances} ${firsts.join()}`;
    const before = known.get(line);
    if (before?.key === key) return before.data;
    const data = encodeLine(line, firsts, hidden, host);
    known.set(line, { key, data });
    return data;
  };
}

function encodeLine(
  { text, mentions }: AnalyzedLine,
  firsts: readonly number[],
  hidden: ReadonlySet<string>,
  host: Host,
): Uint32Array {
  const { encoding } = host.positions;
  const column = (unit: number): number =>
    encoding === 'utf-16' ? unit : host.positions.position(text, 0, unit).character;
  const data: number[] = [];
  const isFirstOne = new Set(firsts);
  let lastStart = 0;
  let number = 0;
  for (const mention of mentions) {
    const isFirst = mention.entity !== undefined && isFirstOne.has(number);
    if (mention.entity !== undefined) number += 1;
    if (hidden.has(mention.type)) continue;
    const start = column(mention.start);
    const length = column(mention.end) - start;
    const modifiers = modifiersOf(mention, host) | (isFirst ? definitionBit : 0);
    data.push(data.length === 0 ? 1 : 0, start - lastStart, length, mentionTypes.indexOf(mention.type), modifiers);
    lastStart = start;
  }
  return Uint32Array.from(data);
}

const bitOf = (name: TokenModifier): number => 1 << tokenModifiers.indexOf(name);
const definitionBit = bitOf('definition');

function modifiersOf(mention: Mention, host: Host): number {
  let bits = 0;
  if (mention.entity !== undefined) {
    if (mention.entity.includes('+')) bits |= bitOf('compound');
    if (host.knowledge.glossary.byForm(mention.folded).length > 0) bits |= bitOf('glossary');
  }
  if (mention.value !== undefined && mention.value.bound !== 'eq') bits |= bitOf('approximate');
  if (mention.confidence < uncertainBelow) bits |= bitOf('uncertain');
  return bits;
}

/** Readings of the tagger that no list and no rule supports are shown as guesses below this. */
const uncertainBelow = 0.6;
