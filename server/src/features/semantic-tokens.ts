import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { mentionTypes, type Mention } from '../analysis/types';
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
  const hidden = new Set(host.settings.hiddenTypes);
  const seen = new Set<string>();
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  const isUtf16 = host.positions.encoding === 'utf-16';
  analysis.lines.forEach(({ text, mentions }, line) => {
    for (const mention of mentions) {
      const modifiers = modifiersOf(mention, seen, host);
      if (hidden.has(mention.type) || (range !== undefined && (line < range.start.line || line > range.end.line)))
        continue;
      const start = isUtf16 ? mention.start : host.positions.position(text, line, mention.start).character;
      const end = isUtf16 ? mention.end : host.positions.position(text, line, mention.end).character;
      data.push(
        line - lastLine,
        line === lastLine ? start - lastStart : start,
        end - start,
        mentionTypes.indexOf(mention.type),
        modifiers,
      );
      lastLine = line;
      lastStart = start;
    }
  });
  return data;
}

function modifiersOf(mention: Mention, seen: Set<string>, host: Host): number {
  let bits = 0;
  const set = (name: TokenModifier): void => {
    bits |= 1 << tokenModifiers.indexOf(name);
  };
  if (mention.entity !== undefined) {
    if (!seen.has(mention.entity)) set('definition');
    seen.add(mention.entity);
    if (mention.entity.includes('+')) set('compound');
    if (host.knowledge.glossary.byForm(mention.folded).length > 0) set('glossary');
  }
  if (mention.value !== undefined && mention.value.bound !== 'eq') set('approximate');
  if (mention.confidence < uncertainBelow) set('uncertain');
  return bits;
}

/** Readings of the tagger that no list and no rule supports are shown as guesses below this. */
const uncertainBelow = 0.6;
