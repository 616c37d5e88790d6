import type { Lexicon, LexiconMatch } from '../../lexicon/lexicon';
import { entryTypes } from '../../lexicon/lexicon';
import { buildMatcher, type KeyMatch, type Matcher } from '../../lexicon/matcher';
import type { WordTable } from '../../lexicon/words';
import type { Span } from '../../text/span';
import { mentionTypes, type MentionType } from '../types';
import { kindOf, shapeOf, Kind } from './kinds';

/** A value that the grammar found: all that the tagger needs of it. */
export interface ValueSpan extends Span {
  readonly type: MentionType;
  /** Other places at which it may end. */
  readonly ends?: readonly number[];
}

/** What is known of one line before tagging; offsets are view units. */
export interface TaggerInput {
  readonly text: string;
  readonly matches: readonly LexiconMatch[];
  readonly values: readonly ValueSpan[];
}

/** Free places on both sides of a line, so that features need not look where it ends. */
export const pad = 4;

/**
 * Everything that features look at, one entry a unit with `pad` entries before and after; entries beyond the line are 0.
 * Codes of spans are `4 * number + 1` to `+ 4` for first, middle, last and only unit.
 */
export interface LineContext {
  length: number;
  readonly shapes: Int32Array;
  readonly kinds: Int32Array;
  /** Index of the unit's word, and the unit's place in it as a span code without number. */
  readonly words: Int32Array;
  readonly places: Int32Array;
  /** Longest lexicon match: type, whether it is sure. */
  readonly names: Int32Array;
  /** First and last unit of the longest match (or the unit itself). */
  readonly nameStarts: Int32Array;
  readonly nameEnds: Int32Array;
  readonly values: Int32Array;
  /** 1 where a value may end, 2 where the grammar would end it. */
  readonly valueEnds: Int32Array;
  readonly lists: readonly Int32Array[];
  /** Distance to the end of the next name head (0 none) and its type. */
  readonly headDistances: Int32Array;
  readonly headTypes: Int32Array;
  /** Bits: 1 inside 《》, 2 inside quotation marks, 4 inside round brackets. */
  readonly brackets: Int32Array;
  /** Distance to the next mark of any kind and to the last one, at most 15. */
  readonly toMark: Int32Array;
  readonly sinceMark: Int32Array;
  readonly wordHashes: Int32Array;
  readonly wordClasses: Int32Array;
  readonly wordClusters: Int32Array;
}

/** The lists with columns of their own that give features, in this order. */
export const listNames = [
  'surnames',
  'titles',
  'measure-words',
  'abbreviations',
  'compounds',
  'name-heads',
  'mainland-local-patterns',
  'organisation-suffixes',
  'place-suffixes',
] as const;
const headList = listNames.indexOf('name-heads');
const farthestHead = 12;

/** Makes the function that fills a context with what is known of a line; it forgets the line before. */
export function createContextReader(
  context: LineContext,
  words: WordTable,
  lexicon: Lexicon,
): (input: TaggerInput) => void {
  const lists = readLists(lexicon);

  return (input) => {
    const { text } = input;
    clearContext(context, text.length);
    context.length = text.length;
    fillUnits(context, text);
    fillWords(context, words, text);
    fillNames(context, input.matches);
    fillValues(context, input.values);
    fillLists(context, lists, text);
    fillDistances(context);
  };
}

/** All words of the lists at once. */
interface Lists {
  readonly matcher: Matcher;
  /** Of each word, the lists that have it: `list * headTypeCount + type`, the type being that of a head or 0. */
  readonly places: readonly (readonly number[])[];
}

const headTypeCount = 1 + mentionTypes.length;

function readLists(lexicon: Lexicon): Lists {
  const places = new Map<string, number[]>();
  listNames.forEach((name, list) => {
    const table = lexicon.tables.get(name);
    const column = table?.columns.find((title) => wordColumns.includes(title)) ?? table?.columns[0] ?? '';
    const seen = new Set<string>();
    for (const row of table?.rows ?? []) {
      const word = (row[column] ?? '').replace(/^[?!]/u, '');
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      const type = list === headList ? 1 + mentionTypes.indexOf((row['type'] ?? '') as MentionType) : 0;
      const own = places.get(word) ?? [];
      own.push(list * headTypeCount + type);
      places.set(word, own);
    }
  });
  return { matcher: buildMatcher([...places.keys()]), places: [...places.values()] };
}

const wordColumns = ['form', 'char', 'head', 'surname', 'title', 'name', 'word', 'suffix'];

function clearContext(context: LineContext, length: number): void {
  const end = Math.max(length, context.length) + 2 * pad;
  for (const value of Object.values(context) as unknown[]) if (value instanceof Int32Array) value.fill(0, 0, end);
  for (const list of context.lists) list.fill(0, 0, end);
}

function fillUnits(context: LineContext, text: string): void {
  let state = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    context.shapes[at + pad] = shapeOf(unit);
    context.kinds[at + pad] = kind;
    context.words[at + pad] = -1;
    context.nameStarts[at + pad] = at + pad;
    context.nameEnds[at + pad] = at + pad;
    if (kind === Kind.titleClose) state &= ~1;
    else if (kind === Kind.quoteClose) state &= ~2;
    else if (kind === Kind.bracketClose) state &= ~4;
    context.brackets[at + pad] = state;
    if (kind === Kind.titleOpen) state |= 1;
    else if (kind === Kind.quoteOpen) state |= 2;
    else if (kind === Kind.bracketOpen) state |= 4;
    else if (kind === Kind.stop) state = 0;
  }
}

function fillWords(context: LineContext, table: WordTable, text: string): void {
  const found = table.segment(text);
  for (let word = 0; word < found.count; word += 1) {
    const start = found.starts[word] as number;
    const end = found.starts[word + 1] as number;
    context.wordHashes[word + pad] = found.hashes[word] as number;
    context.wordClasses[word + pad] = (found.classes[word] as number) + 1;
    context.wordClusters[word + pad] = found.clusters[word] as number;
    for (let at = start; at < end; at += 1) context.words[at + pad] = word + pad;
    markSpan(context.places, start, end, 0);
  }
}

function fillNames(context: LineContext, matches: readonly LexiconMatch[]): void {
  let reached = 0;
  for (let at = 0; at < matches.length;) {
    const { start } = matches[at] as LexiconMatch;
    let longest: LexiconMatch | undefined;
    let sure = false;
    for (; at < matches.length && (matches[at] as LexiconMatch).start === start; at += 1) {
      const match = matches[at] as LexiconMatch;
      if (match.form.standing === 'trap') continue;
      if (longest === undefined || match.end > longest.end) {
        longest = match;
        sure = false;
      }
      sure ||= match.form.standing === 'sure';
    }
    if (longest === undefined || start < reached) continue;
    reached = longest.end;
    markSpan(context.names, start, reached, 1 + entryTypes.indexOf(longest.form.entry.type) * 2 + (sure ? 0 : 1));
    for (let unit = start; unit < reached; unit += 1) {
      context.nameStarts[unit + pad] = start + pad;
      context.nameEnds[unit + pad] = reached - 1 + pad;
    }
  }
}

function fillValues(context: LineContext, values: readonly ValueSpan[]): void {
  for (const { start, end, type, ends } of values) {
    markSpan(context.values, start, end, 1 + mentionTypes.indexOf(type));
    for (const other of ends ?? []) context.valueEnds[other - 1 + pad] = 1;
    context.valueEnds[end - 1 + pad] = 2;
  }
}

/** Longest matches of each list from left to right; the heads also tell every unit before them what lies ahead. */
function fillLists(context: LineContext, { matcher, places }: Lists, text: string): void {
  const reached = new Int32Array(listNames.length);
  const found = matcher.match(text);
  for (let at = 0; at < found.length;) {
    const { start } = found[at] as KeyMatch;
    let last = at;
    while (last + 1 < found.length && (found[last + 1] as KeyMatch).start === start) last += 1;
    let taken = 0;
    for (let each = last; each >= at; each -= 1) {
      const { end, key } = found[each] as KeyMatch;
      for (const place of places[key] as readonly number[]) {
        const list = Math.floor(place / headTypeCount);
        const isTaken = (taken & (1 << list)) !== 0;
        taken |= 1 << list;
        if (isTaken || start < (reached[list] as number)) continue;
        reached[list] = end;
        const type = place % headTypeCount;
        markSpan(context.lists[list] as Int32Array, start, end, type);
        if (list === headList) fillHead(context, end, type);
      }
    }
    at = last + 1;
  }
}

function fillHead(context: LineContext, end: number, type: number): void {
  for (let distance = 0; distance < farthestHead; distance += 1) {
    const unit = end - 1 - distance + pad;
    if (unit < pad || (context.kinds[unit] as number) >= Kind.comma || context.headDistances[unit] !== 0) break;
    context.headDistances[unit] = 1 + distance;
    context.headTypes[unit] = type;
  }
}

function fillDistances(context: LineContext): void {
  let distance = 0;
  for (let at = pad; at < context.length + pad; at += 1) {
    context.sinceMark[at] = distance;
    distance = (context.kinds[at] as number) >= Kind.comma ? 0 : Math.min(15, distance + 1);
  }
  distance = 0;
  for (let at = context.length + pad - 1; at >= pad; at -= 1) {
    context.toMark[at] = distance;
    distance = (context.kinds[at] as number) >= Kind.comma ? 0 : Math.min(15, distance + 1);
  }
}

function markSpan(codes: Int32Array, start: number, end: number, number: number): void {
  for (let at = start; at < end; at += 1) {
    const place = end - start === 1 ? 4 : at === start ? 1 : at === end - 1 ? 3 : 2;
    codes[at + pad] = 4 * number + place;
  }
}
