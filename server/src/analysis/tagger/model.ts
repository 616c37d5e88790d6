import { labelCount } from './labels';

/** What a model's file says about itself, for people and for decoding. */
export interface ModelHeader {
  readonly version: number;
  readonly date: string;
  readonly licence: string;
  readonly trainingData: readonly string[];
  /** Weights are stored as bytes; a weight is its byte times this. */
  readonly scale: number;
  readonly features: number;
  readonly weights: number;
  /** For each mention type, [posterior, how often such a span was right] in rising order, from cross-validation. */
  readonly calibration: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

/** A linear-chain model, ready for look-up. */
export interface TaggerModel {
  readonly header: ModelHeader;
  /** Row by row: the score of label `b` after label `a` at `a * labelCount + b`. */
  readonly transitions: Float64Array;
  /** Hashes of the features; the weights of feature `i` stand from `starts[i]` to `starts[i + 1]`. */
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  /** In steps of the header's scale. */
  readonly weights: Int8Array;
}

/** The model's file is damaged, cut off or of another version. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

export const modelMagic = 0x5447504d; // 'MPGT' in little endian
export const modelVersion = 1;

/**
 * Reads a model: magic, version, checksum of all that follows, length of the header (32 bits each, little endian); the
 * header as JSON in ASCII; transitions (32-bit floats); then for each feature its hash (32 bits, rising) and its number of
 * weights (one byte); then the labels and the weights (one byte each). Throws `ModelError` if anything is amiss.
 */
export function loadModel(bytes: Uint8Array): TaggerModel {
  if (bytes.length < 16) throw new ModelError('The tagger model is empty or cut off.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== modelMagic) throw new ModelError('The file is not a tagger model.');
  if (view.getUint32(4, true) !== modelVersion)
    throw new ModelError(
      `The tagger model is of version ${view.getUint32(4, true)}; version ${modelVersion} is needed.`,
    );
  if (view.getUint32(8, true) !== checksum(bytes.subarray(12)))
    throw new ModelError('The tagger model is damaged: its checksum is wrong.');
  const headerEnd = 16 + view.getUint32(12, true);
  const header = JSON.parse(
    Array.from(bytes.subarray(16, headerEnd), (unit) => String.fromCharCode(unit)).join(''),
  ) as ModelHeader;
  const hashesAt = headerEnd + 4 * labelCount * labelCount;
  const countsAt = hashesAt + 4 * header.features;
  const labelsAt = countsAt + header.features;
  const weightsAt = labelsAt + header.weights;
  if (weightsAt + header.weights !== bytes.length) throw new ModelError('The tagger model is cut off.');
  const transitions = new Float64Array(labelCount * labelCount);
  for (let at = 0; at < transitions.length; at += 1) transitions[at] = view.getFloat32(headerEnd + 4 * at, true);
  const hashes = new Int32Array(header.features);
  const starts = new Int32Array(header.features + 1);
  for (let feature = 0; feature < header.features; feature += 1) {
    hashes[feature] = view.getInt32(hashesAt + 4 * feature, true);
    starts[feature + 1] = (starts[feature] ?? 0) + (bytes[countsAt + feature] ?? 0);
  }
  const labels = Uint8Array.from(bytes.subarray(labelsAt, weightsAt));
  const weights = Int8Array.from(bytes.subarray(weightsAt));
  return { header, transitions, hashes, starts, labels, weights };
}

/** FNV-1a over bytes, as an unsigned 32-bit number. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
