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
import type { Snapshot } from '../workspace/document';
import type { DocumentRequest, Host } from './host';
import { tokenModifiers, tokenTypeOf, type TokenModifier } from './protocol';

/** The twelve types of marks and what is said of single ones. */
export const legend: SemanticTokensLegend = {
  tokenTypes: mentionTypes.map((type) => tokenTypeOf[type]),
  tokenModifiers: [...tokenModifiers],
};

/** Answered tokens by document, for deltas: only the last answer is kept. */
const answered = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
let nextId = 0;

/** All marks of a document. */
export function fullTokens({ host, snapshot }: DocumentRequest<SemanticTokensParams>): SemanticTokens {
  return remember(snapshot.uri, encodeTokens(host, snapshot));
}

/** The marks of a range, for the first paint of a long document. */
export function rangeTokens({ host, snapshot, params }: DocumentRequest<SemanticTokensRangeParams>): SemanticTokens {
  return { data: encodeTokens(host, snapshot, params.range) };
}

/** What has changed since the client's last answer: one edit between common head and tail. */
export function deltaTokens({
  host,
  snapshot,
  params,
}: DocumentRequest<SemanticTokensDeltaParams>): SemanticTokens | SemanticTokensDelta {
  const before = answered.get(snapshot.uri);
  const after = remember(snapshot.uri, encodeTokens(host, snapshot));
  if (before === undefined || before.id !== params.previousResultId) return after;
  const { data: old } = before;
  const { data, resultId = '' } = after;
  let head = 0;
  while (head < old.length && head < data.length && old[head] === data[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, data.length) - head && old[old.length - 1 - tail] === data[data.length - 1 - tail])
    tail += 1;
  if (head === old.length && head === data.length) return { resultId, edits: [] };
  return {
    resultId,
    edits: [{ start: head, deleteCount: old.length - head - tail, data: data.slice(head, data.length - tail) }],
  };
}

/** Drops what is kept for a document that was closed. */
export function forgetTokens(uri: string): void {
  answered.delete(uri);
}

function remember(uri: string, data: number[]): SemanticTokens {
  nextId += 1;
  const resultId = String(nextId);
  answered.set(uri, { id: resultId, data });
  return { resultId, data };
}

function encodeTokens(host: Host, { analysis }: Snapshot, range?: Range): number[] {
  const hidden = new Set(host.settings.hiddenTypes.map((type) => mentionTypes.indexOf(type)));
  const marksOf = encoderFor(host);
  const seen = new Set<string>();
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  analysis.lines.forEach((analyzed, line) => {
    if (analyzed.mentions.length === 0) return;
    const isWanted = range === undefined || (line >= range.start.line && line <= range.end.line);
    for (const { start, length, type, modifiers, entity } of marksOf(analyzed)) {
      const isFirst = entity !== undefined && !seen.has(entity);
      if (isFirst) seen.add(entity);
      if (!isWanted || hidden.has(type)) continue;
      data.push(
        line - lastLine,
        line === lastLine ? start - lastStart : start,
        length,
        type,
        isFirst ? modifiers | definitionBit : modifiers,
      );
      lastLine = line;
      lastStart = start;
    }
  });
  return data;
}

/** One mark as tokens count it; what depends on other lines is added later. */
interface EncodedMark {
  readonly start: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
  readonly entity: string | undefined;
}

/** Encoded lines by what they depend on besides their text. */
const encoded = new WeakMap<Host['knowledge'], Map<string, WeakMap<AnalyzedLine, readonly EncodedMark[]>>>();

/** Encodes lines for this host; a line that did not change is not encoded again. */
function encoderFor(host: Host): (line: AnalyzedLine) => readonly EncodedMark[] {
  const { encoding } = host.positions;
  const byEncoding = encoded.get(host.knowledge) ?? new Map<string, WeakMap<AnalyzedLine, readonly EncodedMark[]>>();
  encoded.set(host.knowledge, byEncoding);
  const known = byEncoding.get(encoding) ?? new WeakMap<AnalyzedLine, readonly EncodedMark[]>();
  byEncoding.set(encoding, known);
  const column = (text: string, unit: number): number =>
    encoding === 'utf-16' ? unit : host.positions.position(text, 0, unit).character;
  return (line) => {
    let marks = known.get(line);
    if (marks === undefined) {
      marks = line.mentions.map((mention) => {
        const start = column(line.text, mention.start);
        return {
          start,
          length: column(line.text, mention.end) - start,
          type: mentionTypes.indexOf(mention.type),
          modifiers: modifiersOf(mention, host),
          entity: mention.entity,
        };
      });
      known.set(line, marks);
    }
    return marks;
  };
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
