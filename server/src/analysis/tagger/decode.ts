import type { Span } from '../../text/span';
import { mentionTypes, type MentionType } from '../types';
import { closing, labelCount, mayFollow, opening } from './labels';

/** A span with its probability under the model, in view units. */
export interface ScoredSpan extends Span {
  readonly type: MentionType;
  readonly probability: number;
}

/** Labels that hold less than this share of all paths up to their unit are left out of the sums. */
const leastShare = 1e-5;

/**
 * Makes a decoder for the chain: given the score of every label for every unit (row by row), it finds all spans whose
 * probability, summed over all ways to label the line, is at least `least`. Spans above a half never overlap. Sums run
 * over the few labels that are in question at each unit, `outside` always among them.
 */
export function createDecoder(
  transitions: Float64Array,
): (scores: Float64Array, length: number, least: number) => readonly ScoredSpan[] {
  const steps = Float64Array.from(transitions, (score, at) =>
    mayFollow(Math.floor(at / labelCount), at % labelCount) ? Math.exp(score) : 0,
  );
  const closes = new Uint8Array(labelCount);
  const opens = new Uint8Array(labelCount);
  for (const label of closing) closes[label] = 1;
  for (const label of opening) opens[label] = 1;
  const followers = Array.from({ length: labelCount }, (_, label) =>
    Uint8Array.from(Array.from({ length: labelCount }, (_v, next) => next).filter((next) => mayFollow(label, next))),
  );
  let forward = new Float64Array(0);
  let backward = new Float64Array(0);
  /** The labels in question at unit `i` from `starts[i]` to `starts[i + 1]`. */
  let active = new Uint8Array(0);
  let starts = new Int32Array(0);

  return (scores, length, least) => {
    if (length === 0) return [];
    if (forward.length < length * labelCount) {
      forward = new Float64Array(length * labelCount * 2);
      backward = new Float64Array(length * labelCount * 2);
      active = new Uint8Array(length * labelCount * 2);
      starts = new Int32Array(length * 2 + 2);
    }
    choose(scores, length);
    sumForward(scores, length);
    sumBackward(scores, length);
    return collect(scores, length, least);
  };

  /** Turns scores into weights, the best of each unit weighing 1. */
  function choose(scores: Float64Array, length: number): void {
    for (let row = 0; row < length * labelCount; row += labelCount) {
      let best = scores[row] as number;
      for (let label = 1; label < labelCount; label += 1) {
        const score = scores[row + label] as number;
        if (score > best) best = score;
      }
      for (let label = 0; label < labelCount; label += 1) {
        const score = (scores[row + label] as number) - best;
        scores[row + label] = score < -16 && label > 0 ? 0 : Math.exp(score < -40 ? -40 : score);
      }
    }
    forward.fill(0, 0, length * labelCount);
    backward.fill(0, 0, length * labelCount);
  }

  /** Each row sums to one; `scores` is divided by the row's former sum, so that paths multiply to probabilities. */
  function sumForward(scores: Float64Array, length: number): void {
    let count = 0;
    starts[0] = 0;
    for (let at = 0; at < length; at += 1) {
      const row = at * labelCount;
      let sum = 0;
      if (at === 0) for (const label of opening) forward[label] = 1;
      else spread(row, starts[at - 1] as number, count);
      for (let label = 0; label < labelCount; label += 1) {
        const value = (forward[row + label] as number) * (scores[row + label] as number);
        forward[row + label] = value;
        sum += value;
      }
      const inverse = 1 / sum;
      const least = leastShare * sum;
      for (let label = 0; label < labelCount; label += 1) {
        const value = forward[row + label] as number;
        scores[row + label] = (scores[row + label] as number) * inverse;
        if (value < least && label > 0) forward[row + label] = 0;
        else {
          forward[row + label] = value * inverse;
          active[count] = label;
          count += 1;
        }
      }
      starts[at + 1] = count;
    }
  }

  /** Carries the row before `row` over all steps; its labels in question stand from `begin` to `end`. */
  function spread(row: number, begin: number, end: number): void {
    const last = row - labelCount;
    for (let from = begin; from < end; from += 1) {
      const before = active[from] as number;
      const share = forward[last + before] as number;
      const base = before * labelCount;
      const reach = followers[before] as Uint8Array;
      for (const label of reach) {
        forward[row + label] = (forward[row + label] as number) + share * (steps[base + label] as number);
      }
    }
  }

  function sumBackward(scores: Float64Array, length: number): void {
    const lastRow = (length - 1) * labelCount;
    let total = 0;
    for (let place = starts[length - 1] as number; place < (starts[length] as number); place += 1) {
      const label = active[place] as number;
      if (closes[label] === 1) total += forward[lastRow + label] as number;
    }
    for (let place = starts[length - 1] as number; place < (starts[length] as number); place += 1) {
      const label = active[place] as number;
      backward[lastRow + label] = closes[label] === 1 ? 1 / total : 0;
    }
    for (let at = length - 2; at >= 0; at -= 1) {
      const row = at * labelCount;
      const next = row + labelCount;
      const middle = starts[at + 1] as number;
      const end = starts[at + 2] as number;
      for (let to = middle; to < end; to += 1) {
        const label = active[to] as number;
        const weight = (scores[next + label] as number) * (backward[next + label] as number);
        if (weight === 0) continue;
        for (let from = starts[at] as number; from < middle; from += 1) {
          const before = active[from] as number;
          backward[row + before] =
            (backward[row + before] as number) + weight * (steps[before * labelCount + label] as number);
        }
      }
    }
  }

  function collect(scores: Float64Array, length: number, least: number): readonly ScoredSpan[] {
    const found: ScoredSpan[] = [];
    for (let at = 0; at < length; at += 1) {
      const row = at * labelCount;
      for (let place = starts[at] as number; place < (starts[at + 1] as number); place += 1) {
        const label = active[place] as number;
        if (label === 0 || opens[label] === 0) continue;
        const type = mentionTypes[(label - 1) >> 2] as MentionType;
        const path = forward[row + label] as number;
        const posterior = path * (backward[row + label] as number);
        if (posterior < least) continue;
        if (closes[label] === 1) found.push({ start: at, end: at + 1, type, probability: Math.min(1, posterior) });
        else follow(scores, length, least, { at, begin: label, type, path }, found);
      }
    }
    return found;
  }

  /** All ends of the spans that begin with label `begin` at unit `at`. */
  function follow(
    scores: Float64Array,
    length: number,
    least: number,
    open: { readonly at: number; readonly begin: number; readonly type: MentionType; readonly path: number },
    found: ScoredSpan[],
  ): void {
    const { at, begin, type } = open;
    let { path } = open;
    let from = begin;
    for (let end = at + 1; end < length && path > 0; end += 1) {
      const next = end * labelCount;
      const closed =
        path *
        (scores[next + begin + 2] as number) *
        (steps[from * labelCount + begin + 2] as number) *
        (backward[next + begin + 2] as number);
      if (closed >= least) found.push({ start: at, end: end + 1, type, probability: Math.min(1, closed) });
      path *= (scores[next + begin + 1] as number) * (steps[from * labelCount + begin + 1] as number);
      if (path * (backward[next + begin + 1] as number) < least) return;
      from = begin + 1;
    }
  }
}
