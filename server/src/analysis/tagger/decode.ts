import type { Span } from '../../text/span';
import { mentionTypes, type MentionType } from '../types';
import { closing, labelCount, mayFollow, opening, Place } from './labels';

/** A span with its probability under the model, in view units. */
export interface ScoredSpan extends Span {
  readonly type: MentionType;
  readonly probability: number;
}

/** Labels whose score is this far below the best of their unit are left out of the sums. */
const margin = 14;

/**
 * Makes a decoder for the chain: given the score of every label for every unit (row by row), it finds all spans whose
 * probability, summed over all ways to label the line, is at least `least`. Spans above a half never overlap.
 */
export function createDecoder(transitions: Float64Array): (scores: Float64Array, length: number, least: number) => readonly ScoredSpan[] {
  const steps = Float64Array.from(transitions, (score, at) => (mayFollow(Math.floor(at / labelCount), at % labelCount) ? Math.exp(score) : 0));
  let forward = new Float64Array(0);
  let backward = new Float64Array(0);

  return (scores, length, least) => {
    if (length === 0) return [];
    if (forward.length < length * labelCount) {
      forward = new Float64Array(length * labelCount * 2);
      backward = new Float64Array(length * labelCount * 2);
    }
    exponentiate(scores, length);
    sumForward(scores, length);
    sumBackward(scores, length);
    return collect(scores, length, least);
  };

  /** From here on `scores` holds weights, 0 for labels out of the question. */
  function exponentiate(scores: Float64Array, length: number): void {
    for (let row = 0; row < length * labelCount; row += labelCount) {
      let best = scores[row] as number;
      for (let label = 1; label < labelCount; label += 1) best = Math.max(best, scores[row + label] as number);
      for (let label = 0; label < labelCount; label += 1) {
        const score = (scores[row + label] as number) - best;
        scores[row + label] = label === 0 || score > -margin ? Math.exp(Math.max(score, -40)) : 0;
      }
    }
  }

  /** Each row sums to one; `scores` is divided by the row's former sum, so that paths multiply to probabilities. */
  function sumForward(scores: Float64Array, length: number): void {
    for (let at = 0; at < length; at += 1) {
      const row = at * labelCount;
      const last = row - labelCount;
      let sum = 0;
      for (let label = 0; label < labelCount; label += 1) {
        const weight = scores[row + label] as number;
        let value = 0;
        if (weight > 0) {
          const kind = (label - 1) & 3;
          if (label === 0 || kind === Place.begin || kind === Place.single) {
            if (at === 0) value = weight;
            else {
              for (const from of closing) {
                const reached = forward[last + from] as number;
                if (reached > 0) value += reached * (steps[from * labelCount + label] as number);
              }
              value *= weight;
            }
          } else if (at > 0) {
            const begin = label - kind;
            value = weight * ((forward[last + begin] as number) * (steps[begin * labelCount + label] as number)
              + (forward[last + begin + 1] as number) * (steps[(begin + 1) * labelCount + label] as number));
          }
        }
        forward[row + label] = value;
        sum += value;
      }
      const inverse = 1 / sum;
      for (let label = 0; label < labelCount; label += 1) {
        forward[row + label] = (forward[row + label] as number) * inverse;
        scores[row + label] = (scores[row + label] as number) * inverse;
      }
    }
  }

  function sumBackward(scores: Float64Array, length: number): void {
    const end = (length - 1) * labelCount;
    backward.fill(0, end, end + labelCount);
    let total = 0;
    for (const label of closing) total += forward[end + label] as number;
    for (const label of closing) backward[end + label] = 1 / total;
    for (let at = length - 2; at >= 0; at -= 1) {
      const row = at * labelCount;
      const next = row + labelCount;
      for (let label = 0; label < labelCount; label += 1) {
        let value = 0;
        if ((forward[row + label] as number) > 0) {
          const kind = (label - 1) & 3;
          if (label === 0 || kind >= Place.end) {
            for (const to of opening) {
              const weight = scores[next + to] as number;
              if (weight > 0) value += weight * (steps[label * labelCount + to] as number) * (backward[next + to] as number);
            }
          } else {
            const middle = label - kind + 1;
            for (let to = middle; to <= middle + 1; to += 1) {
              value += (scores[next + to] as number) * (steps[label * labelCount + to] as number) * (backward[next + to] as number);
            }
          }
        }
        backward[row + label] = value;
      }
    }
  }

  function collect(scores: Float64Array, length: number, least: number): readonly ScoredSpan[] {
    const found: ScoredSpan[] = [];
    for (let at = 0; at < length; at += 1) {
      const row = at * labelCount;
      for (let begin = 1; begin < labelCount; begin += 4) {
        const type = mentionTypes[(begin - 1) >> 2] as MentionType;
        const single = (forward[row + begin + 3] as number) * (backward[row + begin + 3] as number);
        if (single >= least) found.push({ start: at, end: at + 1, type, probability: Math.min(1, single) });
        let path = forward[row + begin] as number;
        if (path * (backward[row + begin] as number) < least) continue;
        let from = begin;
        for (let end = at + 1; end < length && path > 0; end += 1) {
          const next = end * labelCount;
          const closed = path * (scores[next + begin + 2] as number) * (steps[from * labelCount + begin + 2] as number) * (backward[next + begin + 2] as number);
          if (closed >= least) found.push({ start: at, end: end + 1, type, probability: Math.min(1, closed) });
          path *= (scores[next + begin + 1] as number) * (steps[from * labelCount + begin + 1] as number);
          if (path * (backward[next + begin + 1] as number) < least) break;
          from = begin + 1;
        }
      }
    }
    return found;
  }
}
