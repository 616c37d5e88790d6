import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pad } from '../../server/src/analysis/tagger/context';
import { createKernel, type ScoredSpan } from '../../server/src/analysis/tagger/kernel';
import { closing, labelCount, mayFollow, opening } from '../../server/src/analysis/tagger/labels';
import type { TaggerModel } from '../../server/src/analysis/tagger/model';
import { mentionTypes } from '../../server/src/analysis/types';

const code = readFileSync('server/data/model/kernel.wasm');
/** Three units: all ways to label them can be gone through. */
const shapes = [0x4e2d, 0x570b, 0x4eba];
const scale = 0.05;

/** A model of made-up weights over the features of the shapes; numbers from a seed. */
function modelOf(seed: number, density: number): TaggerModel {
  const next = randomFrom(seed);
  const bare = createKernel(code);
  write(bare.context);
  const hashes = [...new Set(shapes.flatMap((_, unit) => [...bare.features(unit)]))].sort((a, b) => a - b);
  const starts = [0];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const _ of hashes) {
    for (let label = 0; label < labelCount; label += 1) {
      if (next() >= density) continue;
      labels.push(label);
      weights.push(Math.round((next() - 0.5) * 60));
    }
    starts.push(labels.length);
  }
  return {
    header: {
      version: 1,
      date: '',
      licence: '',
      trainingData: [],
      scale,
      features: hashes.length,
      weights: weights.length,
      calibration: {},
    },
    transitions: Float64Array.from({ length: labelCount ** 2 }, () => next() * 4 - 2),
    hashes: Int32Array.from(hashes),
    starts: Int32Array.from(starts),
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
  };
}

function write(context: ReturnType<typeof createKernel>['context']): void {
  shapes.forEach((shape, unit) => (context.shapes[pad + unit] = shape));
  context.length = shapes.length;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What each label scores at each unit, summed in the plainest way. */
function scoresOf(model: TaggerModel): readonly (readonly number[])[] {
  const bare = createKernel(code);
  write(bare.context);
  return shapes.map((_, unit) => {
    const row = new Array<number>(labelCount).fill(0);
    for (const hash of bare.features(unit)) {
      const feature = model.hashes.indexOf(hash);
      for (let at = model.starts[feature] ?? 0; at < (model.starts[feature + 1] ?? 0); at += 1) {
        const label = model.labels[at] ?? 0;
        row[label] = (row[label] ?? 0) + (model.weights[at] ?? 0) * scale;
      }
    }
    return row;
  });
}

/** The probability of every span: all ways to label the units gone through, one by one. */
function counted(model: TaggerModel): ReadonlyMap<string, number> {
  const scores = scoresOf(model);
  const sums = new Map<string, number>();
  let total = 0;
  const walk = (path: readonly number[], score: number): void => {
    const last = path.at(-1);
    if (path.length === shapes.length) {
      if (!closing.includes(last ?? 0)) return;
      const weight = Math.exp(score);
      total += weight;
      let start = 0;
      path.forEach((label, unit) => {
        if (label !== 0 && opening.includes(label)) start = unit;
        if (label === 0 || !closing.includes(label)) return;
        const key = `${start} ${unit + 1} ${mentionTypes[Math.floor((label - 1) / 4)] ?? ''}`;
        sums.set(key, (sums.get(key) ?? 0) + weight);
      });
      return;
    }
    for (let label = 0; label < labelCount; label += 1) {
      if (last === undefined ? !opening.includes(label) : !mayFollow(last, label)) continue;
      const step = last === undefined ? 0 : (model.transitions[last * labelCount + label] ?? 0);
      walk([...path, label], score + step + (scores[path.length]?.[label] ?? 0));
    }
  };
  walk([], 0);
  return new Map([...sums].map(([key, weight]) => [key, weight / total]));
}

describe('the kernel of the tagger', () => {
  for (const [density, what] of [
    [0.05, 'few weights'],
    [0.4, 'many weights'],
  ] as const) {
    it(`gives each span the share of all labellings that hold it, with ${what} a feature`, () => {
      for (let seed = 1; seed <= 3; seed += 1) {
        const model = modelOf(seed, density);
        const kernel = createKernel(code, model);
        write(kernel.context);
        const least = 1e-4;
        const found = new Map(kernel.tag(least).map((span) => [keyOf(span), span.probability]));
        const expected = counted(model);
        assert.ok(found.size > 3);
        for (const [key, probability] of expected) {
          if (probability > least * 1.01) assert.ok(found.has(key), `${key} of ${probability} is not found`);
        }
        for (const [key, probability] of found) {
          const truth = expected.get(key) ?? 0;
          assert.ok(Math.abs(probability - truth) < 1e-5 + truth * 1e-4, `${key}: ${probability}, not ${truth}`);
        }
      }
    });
  }

  it('orders spans by where they start', () => {
    const kernel = createKernel(code, modelOf(7, 0.2));
    write(kernel.context);
    const starts = kernel.tag(1e-3).map(({ start }) => start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('finds nothing without a model, and nothing in an empty line', () => {
    const bare = createKernel(code);
    write(bare.context);
    assert.deepEqual(bare.tag(0), []);
    const kernel = createKernel(code, modelOf(1, 0.2));
    kernel.context.length = 0;
    assert.deepEqual(kernel.tag(0), []);
  });
});

function keyOf({ start, end, type }: ScoredSpan): string {
  return `${start} ${end} ${type}`;
}
