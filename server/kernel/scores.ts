/** Sums the weights of a unit's features, in steps of the model's scale: one row of 16-bit numbers. */
import { never } from './lanes';
import { buckets, bucketMask, features, filter, filterMask, pairs, rows, rowSize } from './memory';

/** Kinds of places, in the two upper bits: a list of weights, two weights in the place itself, a dense row. */
const inlined: i32 = 1;

/** Adds up the weights of the first `count` features into the row at `row`. */
export function sumWeights(count: i32, row: usize): void {
  const end = keepKnown(count);
  let s0 = i16x8.splat(0);
  let s1 = i16x8(0, 0, 0, 0, 0, never, never, never);
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  for (let at = 0; at < rowSize * 2; at += 16) v128.store(row + at, i16x8.splat(0));
  for (let feature = features; feature < end; feature += 4) {
    const place = placeOf(load<i32>(feature));
    if (place < 0) {
      const from = rows + <usize>((place & 0x7fffffff) * rowSize * 2);
      s0 = i16x8.add(s0, v128.load(from));
      s1 = i16x8.add(s1, v128.load(from, 16));
      s2 = i16x8.add(s2, v128.load(from, 32));
      s3 = i16x8.add(s3, v128.load(from, 48));
      s4 = i16x8.add(s4, v128.load(from, 64));
      s5 = i16x8.add(s5, v128.load(from, 80));
      s6 = i16x8.add(s6, v128.load(from, 96));
    } else if (place >> 30 == inlined) {
      add(row, (place >> 8) & 63, (place << 24) >> 24);
      add(row, (place >> 22) & 63, (place << 10) >> 24);
    } else {
      let pair = pairs + ((<usize>(place >> 6)) << 1);
      const last = pair + ((place & 63) << 1);
      for (; pair < last; pair += 2) add(row, <i32>load<u8>(pair, 1), <i32>load<i8>(pair));
    }
  }
  v128.store(row, i16x8.add(s0, v128.load(row)));
  v128.store(row, i16x8.add(s1, v128.load(row, 16)), 16);
  v128.store(row, i16x8.add(s2, v128.load(row, 32)), 32);
  v128.store(row, i16x8.add(s3, v128.load(row, 48)), 48);
  v128.store(row, i16x8.add(s4, v128.load(row, 64)), 64);
  v128.store(row, i16x8.add(s5, v128.load(row, 80)), 80);
  v128.store(row, i16x8.add(s6, v128.load(row, 96)), 96);
}

/** Moves the features that the model may have to the front, without a branch to guess; says where they end. */
function keepKnown(count: i32): usize {
  let kept = features;
  const end = features + ((<usize>count) << 2);
  for (let feature = features; feature < end; feature += 4) {
    const hash = load<i32>(feature);
    const bit = (<i32>((<u32>hash) >> 8)) & filterMask;
    store<i32>(kept, hash);
    kept += (<usize>(((<i32>load<u8>(filter + (bit >> 3))) >> (bit & 7)) & 1)) << 2;
  }
  return kept;
}

function add(row: usize, lane: i32, weight: i32): void {
  const cell = row + ((<usize>lane) << 1);
  store<i16>(cell, load<i16>(cell) + <i16>weight);
}

/** Where the weights of a feature are; 0, an empty list, for one that the model does not have. */
function placeOf(hash: i32): i32 {
  const wanted = i32x4.splat(hash);
  let at = buckets + ((<usize>(hash & bucketMask)) << 5);
  let equal = i32x4.bitmask(i32x4.eq(v128.load(at), wanted));
  while (equal == 0 && load<i32>(at, 12) != 0) {
    at = buckets + ((at - buckets + 32) & (((<usize>bucketMask) << 5) | 31));
    equal = i32x4.bitmask(i32x4.eq(v128.load(at), wanted));
  }
  return equal == 0 ? 0 : load<i32>(at + ((<usize>ctz(equal)) << 2), 16);
}
