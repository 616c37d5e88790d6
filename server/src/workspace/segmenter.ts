import type { Span } from '../text/span';

/** Cuts text into words, for word selection and look-ups only: marks never depend on it. */
export interface Segmenter {
  readonly kind: 'jieba' | 'intl' | 'loading';
  /** The words of one line's view text, covering it without gaps, in UTF-16 units of that text. Never rejects. */
  words(viewText: string): Promise<readonly Span[]>;
  /** Begins to load what is slow to load; harmless when repeated. */
  warmUp(): void;
  dispose(): void;
}

/** The segmenter of hosts without native code: `Intl.Segmenter`, fed line by line. */
export function createIntlSegmenter(): Segmenter {
  let segmenter: Intl.Segmenter | undefined;
  return {
    kind: 'intl',
    words(viewText) {
      segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
      return Promise.resolve(cutInBlocks(segmenter, viewText));
    },
    warmUp: () => undefined,
    dispose: () => undefined,
  };
}

/** A single huge line exhausts memory when segmented whole. */
const block = 10_000;

function cutInBlocks(segmenter: Intl.Segmenter, text: string): readonly Span[] {
  const words: Span[] = [];
  for (let from = 0; from < text.length; from += block) {
    for (const { index, segment } of segmenter.segment(text.slice(from, from + block))) {
      words.push({ start: from + index, end: from + index + segment.length });
    }
  }
  return words;
}
