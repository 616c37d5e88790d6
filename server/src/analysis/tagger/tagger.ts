import type { Lexicon, LexiconMatch } from '../../lexicon/lexicon';
import type { WordTable } from '../../lexicon/words';
import type { Span } from '../../text/span';
import type { MentionType } from '../types';
import { createContextReader, type ValueSpan } from './context';
import { createKernel, longestLine, type ScoredSpan } from './kernel';
import type { TaggerModel } from './model';

export type { ValueSpan } from './context';

/** A span that the model proposes, in view units. */
export interface TaggedSpan extends Span {
  readonly type: MentionType;
  /** 0 to 1: how often such a span is right, measured on documents that took no part in training. */
  readonly confidence: number;
}

/** The statistical recogniser of one line. */
export interface Tagger {
  readonly model: TaggerModel['header'];
  /**
   * Proposes spans in a folded line, ordered by start. Weak proposals (below a half) may overlap others; those above
   * the model's own half never do. Deterministic; depends on the line, its lexicon matches and its values alone. A line
   * of more than `longestLine` units gets none.
   */
  tag(viewText: string, matches: readonly LexiconMatch[], values: readonly ValueSpan[]): readonly TaggedSpan[];
}

export interface TaggerResources {
  readonly model: TaggerModel;
  /** The content of `kernel.wasm`. */
  readonly kernel: Uint8Array;
  readonly words: WordTable;
  readonly lexicon: Lexicon;
}

/** Proposals that the model holds less likely than this are not made. */
const least = 0.12;

/** Makes a tagger. Throws `WebAssembly.CompileError` when the kernel is none. */
export function createTagger({ model, kernel: code, words, lexicon }: TaggerResources): Tagger {
  const kernel = createKernel(code, model);
  const read = createContextReader(kernel.context, words, lexicon);
  const calibrate = createCalibration(model);
  return {
    model: model.header,
    tag(text, matches, values) {
      if (!worthReading.test(text) || text.length > longestLine) return [];
      read({ text, matches, values });
      return kernel.tag(least).map(calibrate);
    },
  };
}

/** Lines without a Han character or a digit name nothing that the model knows. */
const worthReading = /[\d\p{Script=Han}]/u;

/** From the model's probability to how often it was right, by straight lines between measured points. */
function createCalibration(model: TaggerModel): (span: ScoredSpan) => TaggedSpan {
  return ({ start, end, type, probability }) => {
    const points = model.header.calibration[type] ?? [];
    let [x0, y0] = [0, 0];
    for (const [x, y] of [...points, [1, 1] as const]) {
      if (probability <= x)
        return { start, end, type, confidence: x === x0 ? y : y0 + ((y - y0) * (probability - x0)) / (x - x0) };
      [x0, y0] = [x, y];
    }
    return { start, end, type, confidence: probability };
  };
}
