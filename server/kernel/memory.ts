/**
 * Where everything stands in the module's memory. The host lays it out (`setUp`), writes the context of a line and the
 * model into it, and reads the spans found. Sizes in bytes; units are UTF-16 units of a folded line.
 */

/** Entries of each column of a context: the longest line and the free places on both sides of it. */
export const capacity: i32 = 4104;
/** Free places on both sides of a line, so that features need not look where it ends. */
export const pad: i32 = 4;
/** Places of a row of scores: the lanes of `lanes.ts`, rounded up to whole vectors of eight. */
export const rowSize: i32 = 56;
export const typeCount: i32 = 12;
/** At most this many features a unit. */
export const stride: i32 = 128;

/** Columns of 32-bit numbers, `capacity` entries each; the host's `context.ts` says what they hold. */
export namespace Column {
  export const shapes: i32 = 0;
  export const kinds: i32 = 1;
  export const words: i32 = 2;
  export const places: i32 = 3;
  export const names: i32 = 4;
  export const nameStarts: i32 = 5;
  export const nameEnds: i32 = 6;
  export const values: i32 = 7;
  export const valueEnds: i32 = 8;
  export const headDistances: i32 = 9;
  export const headTypes: i32 = 10;
  export const brackets: i32 = 11;
  export const toMark: i32 = 12;
  export const sinceMark: i32 = 13;
  export const wordHashes: i32 = 14;
  export const wordClasses: i32 = 15;
  export const wordClusters: i32 = 16;
  /** Nine lists. */
  export const lists: i32 = 17;
}
export const listCount: i32 = 9;

export let columns: usize = 0;
/** Hashes of the features of one unit. */
export let features: usize = 0;
/** One bit for each value of a hash's bits from the eighth on, as many as the mask: unset where no feature has it. */
export let filter: usize = 0;
export const filterMask: i32 = (1 << 19) - 1;
/**
 * Buckets of four hashes (0: free; the first are taken first), then their four places; a full bucket goes on in the next. Two
 * upper bits of a place say what it is: 0 a list in `pairs` (where it begins, times 64, plus how many); 1 two weights
 * (lane and signed weight, 6 and 8 bits, twice); 2 the number of a dense row.
 */
export let buckets: usize = 0;
export let bucketMask: i32 = 0;
/** Weights in lists: lane in the upper byte, signed weight in the lower. */
export let pairs: usize = 0;
/** Dense weights: rows of `rowSize` 16-bit numbers. */
export let rows: usize = 0;
/**
 * 32-bit floats: what steps weigh. From each label that closes a span or stays outside (outside, ends, singles) a row of 28
 * lanes to the labels that may follow; then, by type, begin to middle, middle to middle, begin to end, middle to end.
 */
export let steps: usize = 0;
/** What a step of a score weighs, as a power of two. */
export let scale: f32 = 0;
/** Room for the decoder, and for the spans found: start, end, type and probability, 32 bits each. */
export let workspace: usize = 0;
export let spans: usize = 0;

/** The first free byte of memory. */
export function heapBase(): usize {
  return __heap_base;
}

export function placeModel(
  filterAt: usize,
  bucketsAt: usize,
  mask: i32,
  pairsAt: usize,
  rowsAt: usize,
  stepsAt: usize,
  scoreScale: f32,
): void {
  filter = filterAt;
  buckets = bucketsAt;
  bucketMask = mask;
  pairs = pairsAt;
  rows = rowsAt;
  steps = stepsAt;
  scale = scoreScale;
}

export function placeRoom(columnsAt: usize, featuresAt: usize, workspaceAt: usize, spansAt: usize): void {
  columns = columnsAt;
  features = featuresAt;
  workspace = workspaceAt;
  spans = spansAt;
}
