/** Sums the weights of a unit's features, in steps of the model's scale: one row of 16-bit numbers. */
import { never } from './lanes';
import { buckets, bucketMask, features, filter, filterMask, pairs, rows, rowSize } from './memory';

/** Places of one unit's features by kind: dense rows, two weights in the place itself, lists of weights. */
const rowPlaces = memory.data(4 * 132, 16);
const inlinePlaces = memory.data(4 * 132, 16);
const listPlaces = memory.data(4 * 132, 16);
let rowsEnd: usize = 0;
let inlinesEnd: usize = 0;
let listsEnd: usize = 0;

/** Adds up the weights of the first `count` features into the row at `row`. */
export function sumWeights(count: i32, row: usize): void {
  sortPlaces(keepKnown(count));
  let s0 = i16x8.splat(0);
  let s1 = i16x8(0, 0, 0, 0, 0, never, never, never);
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  for (let place = rowPlaces; place < rowsEnd; place += 4) {
    const from = rows + <usize>((load<i32>(place) & 0x7fffffff) * rowSize * 2);
    s0 = i16x8.add(s0, v128.load(from));
    s1 = i16x8.add(s1, v128.load(from, 16));
    s2 = i16x8.add(s2, v128.load(from, 32));
    s3 = i16x8.add(s3, v128.load(from, 48));
    s4 = i16x8.add(s4, v128.load(from, 64));
    s5 = i16x8.add(s5, v128.load(from, 80));
    s6 = i16x8.add(s6, v128.load(from, 96));
  }
  v128.store(row, s0);
  v128.store(row, s1, 16);
  v128.store(row, s2, 32);
  v128.store(row, s3, 48);
  v128.store(row, s4, 64);
  v128.store(row, s5, 80);
  v128.store(row, s6, 96);
  for (let at = inlinePlaces; at < inlinesEnd; at += 4) {
    const place = load<i32>(at);
    add(row, (place >> 8) & 63, (place << 24) >> 24);
    add(row, (place >> 22) & 63, (place << 10) >> 24);
  }
  for (let at = listPlaces; at < listsEnd; at += 4) {
    const place = load<i32>(at);
    let pair = pairs + ((<usize>(place >> 6)) << 1);
    const last = pair + ((place & 63) << 1);
    for (; pair < last; pair += 2) add(row, <i32>load<u8>(pair, 1), <i32>load<i8>(pair));
  }
}

/**
 * Looks up the features before `end`, and sorts their places by kind. Without a branch to guess: while one look-up waits for
 * memory, the next ones are under way.
 */
function sortPlaces(end: usize): void {
  let row = rowPlaces;
  let inlined = inlinePlaces;
  let list = listPlaces;
  for (let feature = features; feature < end; feature += 4) {
    const hash = load<i32>(feature);
    const at = buckets + ((<usize>(hash & bucketMask)) << 5);
    const equal = i32x4.bitmask(i32x4.eq(v128.load(at), i32x4.splat(hash)));
    const found = load<i32>(at + ((<usize>ctz(equal | 8)) << 2), 16);
    let place = select<i32>(found, 0, equal != 0);
    if (equal == 0 && load<i32>(at, 12) != 0) place = placeFurther(hash, at);
    store<i32>(row, place);
    store<i32>(inlined, place);
    store<i32>(list, place);
    const kind = (<u32>place) >> 30;
    row += (<usize>(kind >> 1)) << 2;
    inlined += (<usize>(kind & 1)) << 2;
    list += (<usize>((kind | (<u32>(place == 0))) == 0)) << 2;
  }
  rowsEnd = row;
  inlinesEnd = inlined;
  listsEnd = list;
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

/** Where the weights of a feature are whose bucket at `full` is full of others; 0 for one that the model does not have. */
function placeFurther(hash: i32, full: usize): i32 {
  const wanted = i32x4.splat(hash);
  let at = full;
  let equal = 0;
  while (equal == 0 && load<i32>(at, 12) != 0) {
    at = buckets + ((at - buckets + 32) & (((<usize>bucketMask) << 5) | 31));
    equal = i32x4.bitmask(i32x4.eq(v128.load(at), wanted));
  }
  return equal == 0 ? 0 : load<i32>(at + ((<usize>ctz(equal)) << 2), 16);
}
