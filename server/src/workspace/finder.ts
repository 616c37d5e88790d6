import type { Mention } from '../analysis/types';
import type { Snapshot } from './document';
import { thingOf, type EntityIndex, type IndexedMention } from './entity-index';

/** A mention with its line. */
export interface MentionAt {
  readonly mention: Mention;
  readonly line: number;
}

/**
 * The mention under a place of a document: the one that holds the UTF-16 `unit` of `line`, or that ends there (the
 * caret behind a word means the word).
 */
export function findMentionAt(snapshot: Snapshot, line: number, unit: number): MentionAt | undefined {
  const mentions = snapshot.analysis.lines[line]?.mentions ?? [];
  const mention =
    mentions.find(({ start, end }) => start <= unit && unit < end) ?? mentions.find(({ end }) => end === unit);
  return mention === undefined ? undefined : { mention, line };
}

/** Every mention of the thing under a place. References, highlights, rename, counts and lenses all ask here. */
export function findSameThing(index: EntityIndex, mention: Mention, uri?: string): readonly IndexedMention[] {
  return index.mentionsOf(thingOf(mention), uri);
}

/**
 * The mention that introduces a thing: the first in the text's order of its fullest name, of the document itself when it
 * holds that name, else of any.
 */
export function findDefiningMention(index: EntityIndex, mention: Mention, uri: string): IndexedMention | undefined {
  const fullest = (mentions: readonly IndexedMention[]): IndexedMention | undefined =>
    mentions.reduce<IndexedMention | undefined>(
      (best, each) => (best === undefined || each.end - each.start > best.end - best.start ? each : best),
      undefined,
    );
  const here = fullest(findSameThing(index, mention, uri));
  const anywhere = fullest(findSameThing(index, mention));
  if (here === undefined || anywhere === undefined) return here ?? anywhere;
  return anywhere.end - anywhere.start > here.end - here.start ? anywhere : here;
}
