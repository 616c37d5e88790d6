/**
 * The chain: sums over all ways to label a line, kept to the few labels that are in question at each unit, `outside`
 * always among them. Label 0 is outside; type `t` has begin, middle, end and single at `1 + 4 * t` and after it.
 */
import {
  capacity,
  cutoff,
  exponentialCount,
  exponentials,
  labelCount,
  spans,
  steps,
  typeCount,
  workspace,
} from './memory';

/** Labels that hold less than this share of all paths up to their unit are not in question. */
const leastShare: f64 = 1e-5;
/** At most so many labels may follow at one unit: those that open, and middle and end of each type. */
const mostActive: i32 = 49;

/** Room of the workspace: the row of scores, where each unit's labels begin, and for each label in question its numbers. */
const room: usize = <usize>(capacity * mostActive);
function startsAt(unit: i32): usize {
  return workspace + 128 + ((<usize>unit) << 2);
}
function activeAt(place: i32): usize {
  return workspace + 128 + <usize>(capacity << 2) + <usize>place;
}
function numbersAt(place: i32): usize {
  return workspace + 128 + <usize>(capacity << 2) + room + <usize>place * 24;
}
/** Of each label in question: the paths to it (0), what it weighs (8), the paths from it (16). */
const forward: usize = 0;
const weight: usize = 8;
const backward: usize = 16;

/** Bytes that the workspace takes. */
export function workspaceSize(): i32 {
  return 128 + (capacity << 2) + <i32>room * 25;
}

/** Scratch: places of the closing labels of the unit before; by type, the places of its begin and middle (-1: none). */
const closed = memory.data(4 * 64);
const openTypes = memory.data(4 * 16);
const begins = memory.data(4 * 16);
const middles = memory.data(4 * 16);

function isClosing(label: i32): bool {
  return label == 0 || ((label - 1) & 3) >= 2;
}
function isOpening(label: i32): bool {
  return label == 0 || ((label - 1) & 3) == 0 || ((label - 1) & 3) == 3;
}
function scoreOf(row: usize, label: i32): i32 {
  return <i32>load<i16>(row + ((<usize>label) << 1));
}
function stepOf(from: i32, to: i32): f64 {
  return load<f64>(steps + ((<usize>(from * labelCount + to)) << 3));
}
function weightOf(below: i32): f64 {
  return load<f64>(exponentials + ((<usize>min(below, exponentialCount - 1)) << 3));
}

/** Makes ready for a line. */
export function beginLine(): void {
  store<i32>(startsAt(0), 0);
  for (let type = 0; type < typeCount; type += 1) {
    store<i32>(begins + (type << 2), -1);
    store<i32>(middles + (type << 2), -1);
  }
}

/** Carries the sums to unit `unit`, whose scores stand at `row`. */
export function carry(unit: i32, row: usize): void {
  const before = unit == 0 ? 0 : load<i32>(startsAt(unit - 1));
  const begin = load<i32>(startsAt(unit));
  let best = scoreOf(row, 0);
  for (let type = 0; type < typeCount; type += 1) {
    best = max(best, max(scoreOf(row, 4 * type + 1), scoreOf(row, 4 * type + 4)));
  }
  let closedCount = 0;
  let openCount = 0;
  for (let from = before; from < begin; from += 1) {
    const label = <i32>load<u8>(activeAt(from));
    if (isClosing(label)) {
      store<i32>(closed + (closedCount << 2), from);
      closedCount += 1;
      continue;
    }
    const type = (label - 1) >> 2;
    const slot = <usize>(type << 2);
    if (load<i32>(begins + slot) == -1 && load<i32>(middles + slot) == -1) {
      store<i32>(openTypes + (openCount << 2), type);
      openCount += 1;
    }
    store<i32>((((label - 1) & 3) == 0 ? begins : middles) + slot, from);
    best = max(best, max(scoreOf(row, 4 * type + 2), scoreOf(row, 4 * type + 3)));
  }
  const floor = best - cutoff;
  let count = begin;
  let total: f64 = 0;
  for (let label = 0; label < labelCount; label += 1) {
    if (!isOpening(label)) continue;
    const score = scoreOf(row, label);
    if (score < floor && label != 0) continue;
    let sum: f64 = unit == 0 ? 1 : 0;
    for (let place = 0; place < closedCount; place += 1) {
      const from = load<i32>(closed + (place << 2));
      sum += load<f64>(numbersAt(from), forward) * stepOf(<i32>load<u8>(activeAt(from)), label);
    }
    total += put(count, label, weightOf(best - score), sum);
    count += 1;
  }
  for (let at = 0; at < openCount; at += 1) {
    const type = load<i32>(openTypes + (at << 2));
    const slot = <usize>(type << 2);
    const first = load<i32>(begins + slot);
    const second = load<i32>(middles + slot);
    store<i32>(begins + slot, -1);
    store<i32>(middles + slot, -1);
    const middle = 4 * type + 2;
    for (let to = middle; to <= middle + 1; to += 1) {
      const score = scoreOf(row, to);
      if (score < floor) continue;
      let sum: f64 = 0;
      if (first >= 0) sum += load<f64>(numbersAt(first), forward) * stepOf(middle - 1, to);
      if (second >= 0) sum += load<f64>(numbersAt(second), forward) * stepOf(middle, to);
      total += put(count, to, weightOf(best - score), sum);
      count += 1;
    }
  }
  store<i32>(startsAt(unit + 1), prune(begin, count, total));
}

/** Puts a label in question; returns the sum of the paths to it. */
function put(place: i32, label: i32, own: f64, sum: f64): f64 {
  store<u8>(activeAt(place), <u8>label);
  store<f64>(numbersAt(place), sum * own, forward);
  store<f64>(numbersAt(place), own, weight);
  return sum * own;
}

/** Makes a unit's sums add up to 1, and its weights so that paths multiply to probabilities; drops what is next to nothing. */
function prune(begin: i32, end: i32, total: f64): i32 {
  const inverse = 1 / total;
  const least = leastShare * total;
  let kept = begin;
  for (let place = begin; place < end; place += 1) {
    const sum = load<f64>(numbersAt(place), forward);
    if (sum < least && place > begin) continue;
    store<u8>(activeAt(kept), load<u8>(activeAt(place)));
    store<f64>(numbersAt(kept), sum * inverse, forward);
    store<f64>(numbersAt(kept), load<f64>(numbersAt(place), weight) * inverse, weight);
    kept += 1;
  }
  return kept;
}

/** Carries the sums back from the end of a line of `length` units. */
export function carryBack(length: i32): void {
  let begin = load<i32>(startsAt(length - 1));
  let end = load<i32>(startsAt(length));
  let total: f64 = 0;
  for (let place = begin; place < end; place += 1)
    if (isClosing(<i32>load<u8>(activeAt(place)))) total += load<f64>(numbersAt(place), forward);
  for (let place = begin; place < end; place += 1)
    store<f64>(numbersAt(place), isClosing(<i32>load<u8>(activeAt(place))) ? 1 / total : 0, backward);
  for (let unit = length - 2; unit >= 0; unit -= 1) {
    const middle = begin;
    begin = load<i32>(startsAt(unit));
    for (let from = begin; from < middle; from += 1) {
      const label = <i32>load<u8>(activeAt(from));
      let sum: f64 = 0;
      for (let to = middle; to < end; to += 1)
        sum +=
          stepOf(label, <i32>load<u8>(activeAt(to))) *
          load<f64>(numbersAt(to), weight) *
          load<f64>(numbersAt(to), backward);
      store<f64>(numbersAt(from), sum, backward);
    }
    end = middle;
  }
}

let found: i32 = 0;

/** Writes the spans that are at least as probable as `least`; says how many they are. */
export function collect(length: i32, least: f64): i32 {
  found = 0;
  for (let unit = 0; unit < length; unit += 1) {
    const end = load<i32>(startsAt(unit + 1));
    for (let place = load<i32>(startsAt(unit)) + 1; place < end; place += 1) {
      const label = <i32>load<u8>(activeAt(place));
      if (!isOpening(label)) continue;
      const path = load<f64>(numbersAt(place), forward);
      const posterior = path * load<f64>(numbersAt(place), backward);
      if (posterior < least) continue;
      if (isClosing(label)) report(unit, unit + 1, label, posterior);
      else follow(unit, length, label, path, least);
    }
  }
  return found;
}

/** All ends of the spans that begin with label `begin` at unit `start`. */
function follow(start: i32, length: i32, begin: i32, openPath: f64, least: f64): void {
  let path = openPath;
  let from = begin;
  for (let unit = start + 1; unit < length; unit += 1) {
    const end = placeOf(begin + 2, unit);
    if (end >= 0) {
      const closing = path * load<f64>(numbersAt(end), weight) * stepOf(from, begin + 2);
      const posterior = closing * load<f64>(numbersAt(end), backward);
      if (posterior >= least) report(start, unit + 1, begin, posterior);
    }
    const middle = placeOf(begin + 1, unit);
    if (middle < 0) return;
    path *= load<f64>(numbersAt(middle), weight) * stepOf(from, begin + 1);
    if (path * load<f64>(numbersAt(middle), backward) < least) return;
    from = begin + 1;
  }
}

function report(start: i32, end: i32, label: i32, probability: f64): void {
  const at = spans + <usize>found * 24;
  store<i32>(at, start);
  store<i32>(at, end, 4);
  store<i32>(at, (label - 1) >> 2, 8);
  store<f64>(at, min(1.0, probability), 16);
  found += 1;
}

/** Where `label` stands among the labels in question at `unit`, or -1. */
function placeOf(label: i32, unit: i32): i32 {
  const end = load<i32>(startsAt(unit + 1));
  for (let place = load<i32>(startsAt(unit)); place < end; place += 1)
    if (<i32>load<u8>(activeAt(place)) == label) return place;
  return -1;
}
