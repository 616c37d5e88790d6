import type { Lexicon, LexiconMatch } from '../../lexicon/lexicon';
import type { WordTable } from '../../lexicon/words';
import type { Span } from '../../text/span';
import type { MentionType } from '../types';
import type { ValueSpan } from './context';
import { createDecoder, type ScoredSpan } from './decode';
import { createExtractor, type FeatureRows } from './features';
import { labelCount } from './labels';
import { filterMask, loadModel, type TaggerModel } from './model';

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
   * the model's own half never do. Deterministic; depends on the line, its lexicon matches and its values alone.
   */
  tag(viewText: string, matches: readonly LexiconMatch[], values: readonly ValueSpan[]): readonly TaggedSpan[];
}

export interface TaggerResources {
  /** The content of the model's file; `ModelError` if it is not one. */
  readonly model: Uint8Array;
  readonly words: WordTable;
  readonly lexicon: Lexicon;
}

/** Proposals that the model holds less likely than this are not made. */
const least = 0.12;

/** Makes a tagger. Throws `ModelError` when the model's file is damaged or of another version. */
export function createTagger({ model: bytes, words, lexicon }: TaggerResources): Tagger {
  const model = loadModel(bytes);
  const extract = createExtractor(words, lexicon);
  const decode = createDecoder(model.transitions);
  const calibrate = createCalibration(model);
  let scores = new Float64Array(512 * labelCount);

  return {
    model: model.header,
    tag(text, matches, values) {
      if (!worthReading.test(text)) return [];
      const rows = extract({ text, matches, values });
      if (scores.length < rows.length * labelCount) scores = new Float64Array(rows.length * labelCount * 2);
      addScores(model, rows, scores);
      return decode(scores, rows.length, least).map(calibrate);
    },
  };
}

/** Lines without a Han character or a digit name nothing that the model knows. */
const worthReading = /[\d\p{Script=Han}]/u;

function addScores(model: TaggerModel, rows: FeatureRows, scores: Float64Array): void {
  const { mask, slots, filter, pairs } = model;
  const { scale } = model.header;
  const { hashes, length, stride } = rows;
  const sums = new Int32Array(labelCount);
  for (let unit = 0; unit < length; unit += 1) {
    sums.fill(0);
    const end = (unit + 1) * stride;
    for (let at = unit * stride; at < end; at += 1) {
      const hash = hashes[at] as number;
      if (hash === 0) break;
      const bit = (hash >>> 8) & filterMask;
      if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
      let slot = (hash & mask) << 2;
      let key = slots[slot] as number;
      while (key !== hash && key !== 0) {
        slot = (slot + 4) & ((mask << 2) | 3);
        key = slots[slot] as number;
      }
      if (key === 0) continue;
      const last = slots[slot + 2] as number;
      for (let weight = slots[slot + 1] as number; weight < last; weight += 1) {
        const pair = pairs[weight] as number;
        const label = pair >>> 8;
        sums[label] = (sums[label] as number) + ((pair << 24) >> 24);
      }
    }
    for (let label = 0; label < labelCount; label += 1)
      scores[unit * labelCount + label] = (sums[label] as number) * scale;
  }
}

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
