import { closing, labelCount, labelOf, mayFollow, opening, Place } from '../../server/src/analysis/tagger/labels';
import type { TrainingLine } from './corpus';

/** A line as the trainer sees it: for each unit its features' numbers, and its label. */
export interface Instance {
  readonly length: number;
  /** Features of unit `i` from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly labels: Uint8Array;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
  /** Share of features left out at random at each visit of a unit. */
  readonly dropout: number;
  readonly seed: number;
  /** The weights are averaged over this many last epochs. */
  readonly averaged: number;
}

export interface Weights {
  /** Feature by feature, one weight a label. */
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

/** The labels of a line. */
export function labelsOf(line: TrainingLine): Uint8Array {
  const labels = new Uint8Array(line.text.length);
  for (const { start, end, type } of line.spans) {
    for (let at = start; at < end; at += 1) {
      const place =
        end - start === 1 ? Place.single : at === start ? Place.begin : at === end - 1 ? Place.end : Place.middle;
      labels[at] = labelOf(type, place);
    }
  }
  return labels;
}

/** A small seeded generator (mulberry32): numbers from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Trains a conditional random field by stochastic gradient with AdaGrad, line by line in seeded random order; L1 and L2
 * are applied after each epoch with the step that each weight has then.
 */
export function train(
  instances: readonly Instance[],
  featureCount: number,
  options: TrainingOptions,
  report: (message: string) => void,
): Weights {
  const L = labelCount;
  const weights = new Float32Array(featureCount * L);
  const squares = new Float32Array(featureCount * L);
  const transitions = new Float64Array(L * L);
  const transitionSquares = new Float64Array(L * L);
  const sum = options.averaged > 1 ? new Float32Array(featureCount * L) : undefined;
  const transitionSum = new Float64Array(L * L);
  const random = createRandom(options.seed);
  const order = instances.map((_, at) => at);
  const longest = instances.reduce((most, { length }) => Math.max(most, length), 0);
  const scores = new Float64Array(longest * L);
  const forward = new Float64Array(longest * L);
  const backward = new Float64Array(longest * L);
  const allowed: (readonly number[])[] = Array.from({ length: L }, (_, from) =>
    Array.from({ length: L }, (_v, to) => to).filter((to) => mayFollow(from, to)),
  );
  const sources: (readonly number[])[] = Array.from({ length: L }, (_, to) =>
    Array.from({ length: L }, (_v, from) => from).filter((from) => mayFollow(from, to)),
  );
  const steps = new Float64Array(L * L);
  const expected = new Float64Array(L * L);
  const kept = new Int32Array(
    instances.reduce((most, { features, length, starts }) => {
      let widest = most;
      for (let at = 0; at < length; at += 1)
        widest = Math.max(widest, (starts[at + 1] as number) - (starts[at] as number));
      return features.length === 0 ? most : widest;
    }, 0) * Math.max(1, longest),
  );
  const keptStarts = new Int32Array(longest + 1);

  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    let loss = 0;
    for (const number of order) loss += visit(instances[number] as Instance);
    shrink();
    if (sum !== undefined && epoch > options.epochs - options.averaged) {
      for (let at = 0; at < weights.length; at += 1)
        sum[at] = (sum[at] as number) + (weights[at] as number) / options.averaged;
      for (let at = 0; at < L * L; at += 1)
        transitionSum[at] = (transitionSum[at] as number) + (transitions[at] as number) / options.averaged;
    }
    report(`epoch ${epoch}: loss ${loss.toFixed(0)}`);
  }
  return sum === undefined ? { features: weights, transitions } : { features: sum, transitions: transitionSum };

  function visit({ length, starts, features, labels }: Instance): number {
    let count = 0;
    for (let at = 0; at < length; at += 1) {
      keptStarts[at] = count;
      const end = starts[at + 1] as number;
      for (let place = starts[at] as number; place < end; place += 1) {
        if (options.dropout > 0 && random() < options.dropout) continue;
        kept[count] = features[place] as number;
        count += 1;
      }
    }
    keptStarts[length] = count;
    const factor = 1 / (1 - options.dropout);
    let loss = 0;
    for (let at = 0; at < length; at += 1) {
      const row = at * L;
      scores.fill(0, row, row + L);
      const end = keptStarts[at + 1] as number;
      for (let place = keptStarts[at] as number; place < end; place += 1) {
        const base = (kept[place] as number) * L;
        for (let label = 0; label < L; label += 1)
          scores[row + label] = (scores[row + label] as number) + (weights[base + label] as number);
      }
      let best = -Infinity;
      for (let label = 0; label < L; label += 1) {
        scores[row + label] = (scores[row + label] as number) * factor;
        best = Math.max(best, scores[row + label] as number);
      }
      loss += best - (scores[row + (labels[at] as number)] as number);
      for (let label = 0; label < L; label += 1) scores[row + label] = Math.exp((scores[row + label] as number) - best);
    }
    for (let at = 0; at < L * L; at += 1) steps[at] = Math.exp(transitions[at] as number);
    // forward
    for (let at = 0; at < length; at += 1) {
      const row = at * L;
      let total = 0;
      if (at === 0) {
        for (let label = 0; label < L; label += 1) {
          const value = opening.includes(label) ? (scores[label] as number) : 0;
          forward[label] = value;
          total += value;
        }
      } else {
        for (let label = 0; label < L; label += 1) {
          let value = 0;
          for (const from of sources[label] as readonly number[])
            value += (forward[row - L + from] as number) * (steps[from * L + label] as number);
          value *= scores[row + label] as number;
          forward[row + label] = value;
          total += value;
        }
      }
      const inverse = 1 / total;
      for (let label = 0; label < L; label += 1) {
        forward[row + label] = (forward[row + label] as number) * inverse;
        scores[row + label] = (scores[row + label] as number) * inverse;
      }
      loss += Math.log(total);
      if (at > 0) loss -= transitions[(labels[at - 1] as number) * L + (labels[at] as number)] as number;
    }
    // backward
    const lastRow = (length - 1) * L;
    let total = 0;
    for (const label of closing) total += forward[lastRow + label] as number;
    for (let label = 0; label < L; label += 1) backward[lastRow + label] = closing.includes(label) ? 1 / total : 0;
    loss += Math.log(total);
    expected.fill(0);
    for (let at = length - 2; at >= 0; at -= 1) {
      const row = at * L;
      for (let label = 0; label < L; label += 1) {
        let value = 0;
        const reached = forward[row + label] as number;
        for (const to of allowed[label] as readonly number[]) {
          const step =
            (steps[label * L + to] as number) * (scores[row + L + to] as number) * (backward[row + L + to] as number);
          value += step;
          expected[label * L + to] = (expected[label * L + to] as number) + reached * step;
        }
        backward[row + label] = value;
      }
      const pair = (labels[at] as number) * L + (labels[at + 1] as number);
      expected[pair] = (expected[pair] as number) - 1;
    }
    // gradient
    for (let at = 0; at < length; at += 1) {
      const row = at * L;
      const gold = labels[at] as number;
      const begin = keptStarts[at] as number;
      const end = keptStarts[at + 1] as number;
      for (let label = 0; label < L; label += 1) {
        const slope = (forward[row + label] as number) * (backward[row + label] as number) - (label === gold ? 1 : 0);
        if (slope < 1e-3 && slope > -1e-3) continue;
        const square = slope * slope;
        for (let place = begin; place < end; place += 1) {
          const cell = (kept[place] as number) * L + label;
          const grown = (squares[cell] as number) + square;
          squares[cell] = grown;
          weights[cell] = (weights[cell] as number) - (options.rate * slope) / Math.sqrt(grown + 1);
        }
      }
    }
    for (let cell = 0; cell < L * L; cell += 1) {
      const slope = expected[cell] as number;
      if (slope < 1e-4 && slope > -1e-4) continue;
      transitionSquares[cell] = (transitionSquares[cell] as number) + slope * slope;
      transitions[cell] =
        (transitions[cell] as number) - (options.rate * slope) / Math.sqrt((transitionSquares[cell] as number) + 1);
    }
    return loss;
  }

  function shrink(): void {
    if (options.l1 === 0 && options.l2 === 0) return;
    for (let cell = 0; cell < weights.length; cell += 1) {
      const weight = weights[cell] as number;
      if (weight === 0) continue;
      const step = options.rate / Math.sqrt((squares[cell] as number) + 1);
      const shrunk = Math.max(0, Math.abs(weight) - options.l1 * step) / (1 + options.l2 * step);
      weights[cell] = weight < 0 ? -shrunk : shrunk;
    }
  }
}
