import { mentionTypes, type MentionType } from '../types';
import { pad, type LineContext } from './context';
import { labelCount, mayFollow } from './labels';
import { ModelError, type TaggerModel } from './model';
import type { Span } from '../../text/span';

/** A span with its probability under the model, in view units. */
export interface ScoredSpan extends Span {
  readonly type: MentionType;
  readonly probability: number;
}

/**
 * The tagger's inner loops, compiled from `server/kernel` to WebAssembly. A kernel reads one line at a time: fill
 * `context`, then call.
 */
export interface Kernel {
  /** Stands in the kernel's memory; its `length` is at most `longestLine`. */
  readonly context: LineContext;
  /** Hashes of the features of a unit of the context; overwritten by the next call. */
  features(unit: number): Int32Array;
  /** All spans of the context that are at least as probable as `least`, ordered by start; none without a model. */
  tag(least: number): readonly ScoredSpan[];
}

/** The longest line that a kernel reads, in units. */
export const longestLine = 4096;

/** Entries of a column, and numbers of features a unit: as `server/kernel/memory.ts` has them. */
const capacity = longestLine + 2 * pad;
const stride = 128;
const rowSize = 56;
const filterMask = (1 << 19) - 1;
/** Features with at least this many weights have a row of their own. */
const leastDense = 10;
/** 32-bit numbers of a span found. */
const spanSize = 4;
const page = 0x10000;

interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  workspaceSize(): number;
  placeRoom(columns: number, features: number, workspace: number, spans: number): void;
  placeModel(
    filter: number,
    buckets: number,
    mask: number,
    pairs: number,
    rows: number,
    steps: number,
    scale: number,
  ): void;
  extract(unit: number, length: number): number;
  tag(length: number, least: number): number;
}

const columnNames = [
  'shapes',
  'kinds',
  'words',
  'places',
  'names',
  'nameStarts',
  'nameEnds',
  'values',
  'valueEnds',
  'headDistances',
  'headTypes',
  'brackets',
  'toMark',
  'sinceMark',
  'wordHashes',
  'wordClasses',
  'wordClusters',
] as const;
const listCount = 9;

/** Throws `ModelError` unless the bytes are a module that this host can run. */
export function checkKernel(code: Uint8Array): void {
  if (!WebAssembly.validate(code)) throw new ModelError("The tagger's kernel is damaged.");
}

/** Makes a kernel from the content of `kernel.wasm`. Throws `WebAssembly.CompileError` if it is not one. */
export function createKernel(code: Uint8Array, model?: TaggerModel): Kernel {
  const module = new WebAssembly.Module(code);
  const kernel = new WebAssembly.Instance(module, { env: { abort: () => undefined } }).exports as Exports;
  let free = kernel.heapBase();
  const take = (bytes: number): number => {
    free = (free + 15) & ~15;
    free += bytes;
    return free - bytes;
  };
  const columnsAt = take((columnNames.length + listCount) * capacity * 4);
  const featuresAt = take(stride * 4);
  const workspaceAt = take(kernel.workspaceSize());
  const spansAt = take(longestLine * 8 * spanSize * 4);
  // Views of the memory hold only as long as it does not grow: everything has its place before any is made.
  const parts = model === undefined ? [] : partsOf(model).map((bytes) => ({ at: take(bytes.byteLength), bytes }));
  kernel.memory.grow(Math.max(0, Math.ceil((free - kernel.memory.buffer.byteLength) / page)));
  const { buffer } = kernel.memory;
  kernel.placeRoom(columnsAt, featuresAt, workspaceAt, spansAt);
  for (const { at, bytes } of parts) new Uint8Array(buffer, at).set(new Uint8Array(bytes.buffer, 0, bytes.byteLength));
  const [filter = 0, buckets = 0, pairs = 0, rows = 0, steps = 0] = parts.map(({ at }) => at);
  if (model !== undefined) {
    const { scale } = model.header;
    kernel.placeModel(filter, buckets, bucketCount(model) - 1, pairs, rows, steps, scale * Math.LOG2E);
  }
  const context = layContext(buffer, columnsAt);
  const hashes = new Int32Array(buffer, featuresAt, stride);
  const spans = new Int32Array(buffer, spansAt, longestLine * 8 * spanSize);
  const probabilities = new Float32Array(buffer, spansAt, longestLine * 8 * spanSize);

  return {
    context,
    features: (unit) => hashes.subarray(0, kernel.extract(unit, context.length)),
    tag(least) {
      if (model === undefined || context.length === 0) return [];
      const count = kernel.tag(context.length, least);
      return Array.from({ length: count }, (_, at) => ({
        start: spans[at * spanSize] ?? 0,
        end: spans[at * spanSize + 1] ?? 0,
        type: mentionTypes[spans[at * spanSize + 2] ?? 0] ?? 'DATE',
        probability: probabilities[at * spanSize + 3] ?? 0,
      }));
    },
  };
}

function layContext(buffer: ArrayBuffer, columnsAt: number): LineContext {
  const column = (at: number): Int32Array => new Int32Array(buffer, columnsAt + at * capacity * 4, capacity);
  const named = Object.fromEntries(columnNames.map((name, at) => [name, column(at)]));
  const lists = Array.from({ length: listCount }, (_, at) => column(columnNames.length + at));
  return { ...(named as Record<(typeof columnNames)[number], Int32Array>), lists, length: 0 };
}

/** As many as leave buckets half empty, a power of two. */
function bucketCount({ hashes }: TaggerModel): number {
  let count = 1;
  while (count * 2 < hashes.length) count *= 2;
  return count;
}

/** Filter, buckets, lists of weights, dense rows, steps and exponentials, as `server/kernel/memory.ts` describes them. */
function partsOf(model: TaggerModel): readonly (Uint8Array | Int32Array | Uint16Array | Int16Array | Float32Array)[] {
  const { hashes, starts, labels, weights } = model;
  const filter = new Uint8Array((filterMask + 1) / 8);
  const count = bucketCount(model);
  const buckets = new Int32Array(count * 8);
  const pairs = new Uint16Array(labels.length);
  for (let at = 0; at < pairs.length; at += 1)
    pairs[at] = (lanes[labels[at] ?? 0] ?? 0) * 256 + ((weights[at] ?? 0) & 0xff);
  const dense = new Int16Array(countDense(starts) * rowSize);
  let rows = 0;
  for (let feature = 0; feature < hashes.length; feature += 1) {
    const hash = hashes[feature] ?? 0;
    const bit = (hash >>> 8) & filterMask;
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    let slot = (hash & (count - 1)) * 8;
    while (buckets[slot] !== 0 && buckets[slot + 3] !== 0) slot = (slot + 8) % buckets.length;
    while (buckets[slot] !== 0) slot += 1;
    const [first, last] = [starts[feature] ?? 0, starts[feature + 1] ?? 0];
    buckets[slot] = hash;
    if (last - first < leastDense) {
      buckets[slot + 4] = sparsePlace(pairs, first, last);
      continue;
    }
    for (let at = first; at < last; at += 1) dense[rows * rowSize + (lanes[labels[at] ?? 0] ?? 0)] = weights[at] ?? 0;
    buckets[slot + 4] = 0x80000000 | rows;
    rows += 1;
  }
  return [filter, buckets, pairs, dense, stepsOf(model)];
}

function countDense(starts: Int32Array): number {
  let dense = 0;
  for (let feature = 0; feature + 1 < starts.length; feature += 1)
    if ((starts[feature + 1] ?? 0) - (starts[feature] ?? 0) >= leastDense) dense += 1;
  return dense;
}

/** A list in `pairs`, or its two weights at once. */
function sparsePlace(pairs: Uint16Array, first: number, last: number): number {
  if (last - first > 2) return first * 64 + last - first;
  const a = first < last ? (pairs[first] ?? 0) : 0;
  const b = first + 1 < last ? (pairs[first + 1] ?? 0) : 0;
  return (1 << 30) | ((b >> 8) << 22) | ((b & 0xff) << 14) | ((a >> 8) << 8) | (a & 0xff);
}

/** The lane of a label, as `server/kernel/lanes.ts` lays them out. */
function laneOf(label: number): number {
  const type = Math.floor((label - 1) / 4);
  return label === 0 ? 12 : ([0, 28, 40, 16][(label - 1) % 4] ?? 0) + type;
}

const lanes = Uint8Array.from({ length: labelCount }, (_, label) => laneOf(label));
const openLanes = 28;

/** What steps weigh, as `steps` of `server/kernel/memory.ts`. */
function stepsOf({ transitions }: TaggerModel): Float32Array {
  const types = mentionTypes.map((_, type) => 1 + 4 * type);
  const closing = [0, ...types.map((begin) => begin + 2), ...types.map((begin) => begin + 3)];
  const opening = [0, ...types, ...types.map((begin) => begin + 3)];
  const weigh = (from: number, to: number): number =>
    mayFollow(from, to) ? Math.exp(transitions[from * labelCount + to] ?? 0) : 0;
  const steps = new Float32Array(closing.length * openLanes);
  closing.forEach((from, place) => {
    for (const to of opening) steps[place * openLanes + laneOf(to)] = weigh(from, to);
  });
  const inside = [
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
  ] as const;
  return Float32Array.of(
    ...steps,
    ...inside.flatMap(([from, to]) => types.map((begin) => weigh(begin + from, begin + to))),
  );
}
