/**
 * The chain: sums over all ways to label a line, in single precision, every unit's sums made to add up to 1. Rows of floats
 * and their lanes as `lanes.ts` has them.
 */
import { begins, ends, laneBytes, middles, openBytes, outside, scoreBytes, singles } from './lanes';
import { capacity, scale, spans, steps, typeCount, workspace } from './memory';

/** Paths that hold less than this share at their unit are not followed. */
const leastShare: f32 = 1e-9;
/** Scores are told apart up to this many powers of two from the best. */
const widest: f32 = 80;

/** Of each unit: the paths to each label, what the label weighs, the paths from it. */
function forwardAt(unit: i32): usize {
  return workspace + scoreBytes + <usize>unit * (3 * laneBytes);
}
const weight: usize = laneBytes;
const backward: usize = 2 * laneBytes;

/** Bytes that the workspace takes. */
export function workspaceSize(): i32 {
  return <i32>(scoreBytes + <usize>capacity * 3 * laneBytes);
}

/** Steps inside a span, by type: from begin and from middle, to middle and to end; they follow those of `steps`. */
const inside: usize = 25 * openBytes;
const beginToMiddle: usize = inside;
const middleToMiddle: usize = inside + 48;
const beginToEnd: usize = inside + 96;
const middleToEnd: usize = inside + 144;

/** The row of steps from a label that closes: place 0 is outside, then come the ends, then the singles. */
function stepsFrom(place: i32): usize {
  return steps + <usize>place * openBytes;
}

/** Right to seven digits; `x` lies between -126 and 127. */
function powerOfTwo(x: v128): v128 {
  const whole = f32x4.nearest(x);
  const rest = f32x4.sub(x, whole);
  let power = f32x4.add(f32x4.splat(0.0096181291), f32x4.mul(rest, f32x4.splat(0.0013333558)));
  power = f32x4.add(f32x4.splat(0.0555041087), f32x4.mul(rest, power));
  power = f32x4.add(f32x4.splat(0.240226507), f32x4.mul(rest, power));
  power = f32x4.add(f32x4.splat(0.6931471806), f32x4.mul(rest, power));
  power = f32x4.add(f32x4.splat(1), f32x4.mul(rest, power));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(power, exponent);
}

function weigh(scores: v128, best: v128, to: usize): void {
  const x = f32x4.mul(f32x4.convert_i32x4_s(i32x4.sub(scores, best)), f32x4.splat(scale));
  v128.store(to, powerOfTwo(f32x4.max(f32x4.splat(-widest), f32x4.min(f32x4.splat(widest), x))));
}

/** What each label of the unit weighs beside the best one that opens. */
function weighAll(row: usize, to: usize): void {
  let best = i16x8.max_s(v128.load(row), v128.load(row, 16));
  best = i16x8.max_s(best, v128.load(row, 32));
  // Lanes 28 to 31 go on, and do not count.
  const mixed = v128.load(row, 48);
  best = i16x8.max_s(best, i8x16.shuffle(mixed, mixed, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7));
  best = i16x8.max_s(best, i8x16.shuffle(best, best, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  best = i16x8.max_s(best, i8x16.shuffle(best, best, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  best = i16x8.max_s(best, i8x16.shuffle(best, best, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  const most = i32x4.extend_low_i16x8_s(best);
  for (let at: usize = 0; at < 6; at += 1) {
    const scores = v128.load(row + (at << 4));
    weigh(i32x4.extend_low_i16x8_s(scores), most, to + (at << 5));
    weigh(i32x4.extend_high_i16x8_s(scores), most, to + (at << 5) + 16);
  }
  weigh(i32x4.extend_low_i16x8_s(v128.load(row + 96)), most, to + 192);
}

/** Which of the labels that close a span, or stay outside, hold a share at a unit: bits by place in `steps`. */
function closing(forward: usize): i32 {
  const least = f32x4.splat(leastShare);
  return (
    (i32x4.bitmask(f32x4.gt(v128.load(forward + outside), least)) & 1) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + ends), least)) << 1) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + ends, 16), least)) << 5) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + ends, 32), least)) << 9) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + singles), least)) << 13) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + singles, 16), least)) << 17) |
    (i32x4.bitmask(f32x4.gt(v128.load(forward + singles, 32), least)) << 21)
  );
}

/** Where the float of a closing label stands in a row, by its place in `steps`. */
function closingAt(place: i32): usize {
  if (place == 0) return outside;
  return place <= typeCount ? ends + ((<usize>(place - 1)) << 2) : singles + ((<usize>(place - 1 - typeCount)) << 2);
}

function sumOf(vector: v128): f32 {
  return (
    f32x4.extract_lane(vector, 0) +
    f32x4.extract_lane(vector, 1) +
    (f32x4.extract_lane(vector, 2) + f32x4.extract_lane(vector, 3))
  );
}

/** Carries the sums to unit `unit`, whose scores stand at `row`. */
export function carry(unit: i32, row: usize): void {
  const now = forwardAt(unit);
  weighAll(row, now + weight);
  let o0 = f32x4.splat(0);
  let o1 = o0;
  let o2 = o0;
  let o3 = o0;
  let o4 = o0;
  let o5 = o0;
  let o6 = o0;
  let total = o0;
  if (unit == 0) {
    o0 = o1 = o2 = o4 = o5 = o6 = f32x4.splat(1);
    o3 = f32x4.replace_lane(o3, 0, 1);
    for (let at = middles; at < laneBytes; at += 16) v128.store(now + at, f32x4.splat(0));
  } else {
    const before = now - 3 * laneBytes;
    for (let open = closing(before); open != 0; open &= open - 1) {
      const place = ctz(open);
      const share = v128.load32_splat(before + closingAt(place));
      const step = stepsFrom(place);
      o0 = f32x4.add(o0, f32x4.mul(share, v128.load(step)));
      o1 = f32x4.add(o1, f32x4.mul(share, v128.load(step, 16)));
      o2 = f32x4.add(o2, f32x4.mul(share, v128.load(step, 32)));
      o3 = f32x4.add(o3, f32x4.mul(share, v128.load(step, 48)));
      o4 = f32x4.add(o4, f32x4.mul(share, v128.load(step, 64)));
      o5 = f32x4.add(o5, f32x4.mul(share, v128.load(step, 80)));
      o6 = f32x4.add(o6, f32x4.mul(share, v128.load(step, 96)));
    }
    for (let at: usize = 0; at < 48; at += 16) {
      const begin = v128.load(before + begins + at);
      const middle = v128.load(before + middles + at);
      const toMiddle = f32x4.mul(
        v128.load(now + weight + middles + at),
        f32x4.add(
          f32x4.mul(begin, v128.load(steps + beginToMiddle + at)),
          f32x4.mul(middle, v128.load(steps + middleToMiddle + at)),
        ),
      );
      const toEnd = f32x4.mul(
        v128.load(now + weight + ends + at),
        f32x4.add(
          f32x4.mul(begin, v128.load(steps + beginToEnd + at)),
          f32x4.mul(middle, v128.load(steps + middleToEnd + at)),
        ),
      );
      v128.store(now + middles + at, toMiddle);
      v128.store(now + ends + at, toEnd);
      total = f32x4.add(total, f32x4.add(toMiddle, toEnd));
    }
  }
  o0 = f32x4.mul(o0, v128.load(now + weight));
  o1 = f32x4.mul(o1, v128.load(now + weight, 16));
  o2 = f32x4.mul(o2, v128.load(now + weight, 32));
  o3 = f32x4.mul(o3, v128.load(now + weight, 48));
  o4 = f32x4.mul(o4, v128.load(now + weight, 64));
  o5 = f32x4.mul(o5, v128.load(now + weight, 80));
  o6 = f32x4.mul(o6, v128.load(now + weight, 96));
  total = f32x4.add(total, f32x4.add(f32x4.add(o0, o1), f32x4.add(o2, o3)));
  total = f32x4.add(total, f32x4.add(f32x4.add(o4, o5), o6));
  const inverse = f32x4.splat(1 / sumOf(total));
  v128.store(now, f32x4.mul(o0, inverse));
  v128.store(now, f32x4.mul(o1, inverse), 16);
  v128.store(now, f32x4.mul(o2, inverse), 32);
  v128.store(now, f32x4.mul(o3, inverse), 48);
  v128.store(now, f32x4.mul(o4, inverse), 64);
  v128.store(now, f32x4.mul(o5, inverse), 80);
  v128.store(now, f32x4.mul(o6, inverse), 96);
  for (let at = middles; at < laneBytes; at += 16) v128.store(now + at, f32x4.mul(v128.load(now + at), inverse));
  for (let at = weight; at < weight + laneBytes; at += 16)
    v128.store(now + at, f32x4.mul(v128.load(now + at), inverse));
}

/** Carries the sums back from the end of a line of `length` units. */
export function carryBack(length: i32): void {
  const last = forwardAt(length - 1);
  let held: f32 = 0;
  for (let open = closing(last); open != 0; open &= open - 1) held += load<f32>(last + closingAt(ctz(open)));
  clear(last + backward);
  for (let open = closing(last); open != 0; open &= open - 1)
    store<f32>(last + backward + closingAt(ctz(open)), 1 / held);
  for (let now = last; now > forwardAt(0); now -= 3 * laneBytes) {
    const before = now - 3 * laneBytes;
    clear(before + backward);
    const b0 = product(now, 0);
    const b1 = product(now, 16);
    const b2 = product(now, 32);
    const b3 = product(now, 48);
    const b4 = product(now, 64);
    const b5 = product(now, 80);
    const b6 = product(now, 96);
    for (let open = closing(before); open != 0; open &= open - 1) {
      const place = ctz(open);
      const step = stepsFrom(place);
      let sum = f32x4.mul(b0, v128.load(step));
      sum = f32x4.add(sum, f32x4.mul(b1, v128.load(step, 16)));
      sum = f32x4.add(sum, f32x4.mul(b2, v128.load(step, 32)));
      sum = f32x4.add(sum, f32x4.mul(b3, v128.load(step, 48)));
      sum = f32x4.add(sum, f32x4.mul(b4, v128.load(step, 64)));
      sum = f32x4.add(sum, f32x4.mul(b5, v128.load(step, 80)));
      sum = f32x4.add(sum, f32x4.mul(b6, v128.load(step, 96)));
      store<f32>(before + backward + closingAt(place), sumOf(sum));
    }
    for (let at: usize = 0; at < 48; at += 16) {
      const middle = product(now, middles + at);
      const end = product(now, ends + at);
      v128.store(
        before + backward + begins + at,
        f32x4.add(
          f32x4.mul(middle, v128.load(steps + beginToMiddle + at)),
          f32x4.mul(end, v128.load(steps + beginToEnd + at)),
        ),
      );
      v128.store(
        before + backward + middles + at,
        f32x4.add(
          f32x4.mul(middle, v128.load(steps + middleToMiddle + at)),
          f32x4.mul(end, v128.load(steps + middleToEnd + at)),
        ),
      );
    }
  }
}

/** What labels weigh, with the paths from them. */
function product(row: usize, at: usize): v128 {
  return f32x4.mul(v128.load(row + weight + at), v128.load(row + backward + at));
}

function clear(row: usize): void {
  for (let at: usize = 0; at < laneBytes; at += 16) v128.store(row + at, f32x4.splat(0));
}

let found: i32 = 0;

/** Writes the spans that are at least as probable as `least`; says how many they are. */
export function collect(length: i32, least: f32): i32 {
  found = 0;
  const wanted = f32x4.splat(least);
  for (let unit = 0; unit < length; unit += 1) {
    const row = forwardAt(unit);
    const begun = likely(row, begins, wanted);
    const single = likely(row, singles, wanted);
    for (let types = begun | single; types != 0; types &= types - 1) {
      const type = ctz(types);
      if ((begun >> type) & 1) follow(unit, length, type, least);
      if ((single >> type) & 1) report(unit, unit + 1, type, posterior(row, singles, type));
    }
  }
  return found;
}

/** Types whose label of the group is at least as probable as wanted: bits by type. */
function likely(row: usize, group: usize, wanted: v128): i32 {
  let types = 0;
  for (let at = 0; at < 3; at += 1) {
    const from = row + group + ((<usize>at) << 4);
    const shares = f32x4.mul(v128.load(from), v128.load(from + backward));
    types |= i32x4.bitmask(f32x4.ge(shares, wanted)) << (at << 2);
  }
  return types;
}

function posterior(row: usize, group: usize, type: i32): f32 {
  const from = row + group + ((<usize>type) << 2);
  return load<f32>(from) * load<f32>(from + backward);
}

/** All ends of the spans of `type` that begin at unit `start`. */
function follow(start: i32, length: i32, type: i32, least: f32): void {
  const lane = (<usize>type) << 2;
  let path = load<f32>(forwardAt(start) + begins + lane);
  let toMiddle = load<f32>(steps + beginToMiddle + lane);
  let toEnd = load<f32>(steps + beginToEnd + lane);
  for (let unit = start + 1; unit < length; unit += 1) {
    const row = forwardAt(unit);
    const end = row + ends + lane;
    const probability = path * toEnd * load<f32>(end + weight) * load<f32>(end + backward);
    if (probability >= least) report(start, unit + 1, type, probability);
    const middle = row + middles + lane;
    path *= toMiddle * load<f32>(middle + weight);
    if (path * load<f32>(middle + backward) < least) return;
    toMiddle = load<f32>(steps + middleToMiddle + lane);
    toEnd = load<f32>(steps + middleToEnd + lane);
  }
}

function report(start: i32, end: i32, type: i32, probability: f32): void {
  const at = spans + <usize>found * 16;
  store<i32>(at, start);
  store<i32>(at, end, 4);
  store<i32>(at, type, 8);
  store<f32>(at, min<f32>(1, probability), 12);
  found += 1;
}
