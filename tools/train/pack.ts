import { labelCount } from '../../server/src/analysis/tagger/labels';
import { checksum, modelMagic, modelVersion, type ModelHeader } from '../../server/src/analysis/tagger/model';
import type { Weights } from './crf';

/** The largest weight that a byte can stand for; larger ones are cut to it. */
const mostByte = 127;

/** Writes trained weights in the format that `loadModel` reads; weights below `least` are dropped. */
export function packModel(
  weights: Weights,
  hashes: Int32Array,
  least: number,
  scale: number,
  about: Omit<ModelHeader, 'version' | 'scale' | 'features' | 'weights'>,
): Uint8Array {
  const rows: { hash: number; labels: number[]; bytes: number[] }[] = [];
  let count = 0;
  for (let feature = 0; feature < hashes.length; feature += 1) {
    const labels: number[] = [];
    const bytes: number[] = [];
    for (let label = 0; label < labelCount; label += 1) {
      const weight = weights.features[feature * labelCount + label] as number;
      if (Math.abs(weight) < least) continue;
      const byte = Math.max(-mostByte, Math.min(mostByte, Math.round(weight / scale)));
      if (byte === 0) continue;
      labels.push(label);
      bytes.push(byte);
    }
    if (labels.length === 0) continue;
    rows.push({ hash: hashes[feature] as number, labels, bytes });
    count += labels.length;
  }
  rows.sort((a, b) => a.hash - b.hash);
  const header: ModelHeader = { version: modelVersion, ...about, scale, features: rows.length, weights: count };
  const text = Buffer.from(
    JSON.stringify(header).replace(/[^\0-\x7f]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );
  const out = Buffer.alloc(16 + text.length + 4 * labelCount * labelCount + 5 * rows.length + 2 * count);
  out.writeUInt32LE(modelMagic, 0);
  out.writeUInt32LE(modelVersion, 4);
  out.writeUInt32LE(text.length, 12);
  text.copy(out, 16);
  let at = 16 + text.length;
  for (const score of weights.transitions) at = out.writeFloatLE(score, at);
  for (const { hash } of rows) at = out.writeInt32LE(hash, at);
  for (const { labels } of rows) at = out.writeUInt8(labels.length, at);
  for (const { labels } of rows) for (const label of labels) at = out.writeUInt8(label, at);
  for (const { bytes } of rows) for (const byte of bytes) at = out.writeInt8(byte, at);
  out.writeUInt32LE(checksum(out.subarray(12)), 8);
  return out;
}
