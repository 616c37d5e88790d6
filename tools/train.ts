// Trains the tagger. A development tool: needs annotated folders, which are no part of the project.
//
//   node tools/run-ts.mjs tools/train.ts DIR... [--json FILE.jsonl]... [--out FILE] [--folds N [--fold-list 0,1]] [--eval DIR]...
//
// DIR        folders of brat annotations by the project's guideline
// --json     further sentences as JSON lines with PER, ORG and LOC; their features are marked, so that they lend
//            the shared weights strength without deciding on spans
// --folds N  cross-validation by document: trains on N-1 parts, scores the Nth; prints strict precision, recall, F1
// --models   folder that --folds writes its models to, for `npm run eval -- --folds`
// --eval     scores the finished model on further folders
// Options of training: --epochs --rate --l1 --l2 --dropout --least-count --prune --threshold --seed --seeds --averaged
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../server/src/analysis/tagger/model';
import { createTagger } from '../server/src/analysis/tagger/tagger';
import { createContextReader } from '../server/src/analysis/tagger/context';
import { createKernel, longestLine } from '../server/src/analysis/tagger/kernel';
import { mentionTypes, type MentionType } from '../server/src/analysis/types';
import { findValues } from './train/values';
import { readFolder, readJsonLines, readResources, type TrainingDocument, type TrainingLine } from './train/corpus';
import { labelsOf, train, type Instance, type TrainingOptions, type Weights } from './train/crf';
import { packModel } from './train/pack';
import { Score } from './train/score';

interface Options {
  readonly folders: readonly string[];
  readonly json: readonly string[];
  readonly eval: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  readonly confidence: number;
}

const options = readOptions(process.argv.slice(2));
const number = (name: string, fallback: number): number => Number(options.values.get(name) ?? fallback);
const resources = readResources();
const kernel = createKernel(resources.kernel);
const readContext = createContextReader(kernel.context, resources.words, resources.lexicon);
const settings: TrainingOptions = {
  epochs: number('epochs', 12),
  rate: number('rate', 0.2),
  l1: number('l1', 0.02),
  l2: number('l2', 0),
  dropout: number('dropout', 0.1),
  seed: number('seed', 1),
  averaged: number('averaged', 3),
};
const threshold = number('threshold', 0.45);
const started = performance.now();
const documents = options.folders.flatMap((folder) => readFolder(folder, resources.tables));
const further = options.json.map((path) => readJsonLines(path, resources.tables));
const say = (message: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)}s ${message}\n`);
};

const folds = number('folds', 0);
const points: { type: MentionType; probability: number; right: boolean }[] = [];
if (folds > 0) crossValidate();
if (options.values.has('out') || folds === 0) {
  const bytes = build(documents, readCalibration());
  say(`model of ${bytes.length} bytes`);
  const out = options.values.get('out');
  if (out !== undefined) writeFileSync(out, bytes);
  for (const folder of options.eval) evaluate(bytes, folder);
}

function crossValidate(): void {
  const list = (options.values.get('fold-list') ?? Array.from({ length: folds }, (_, at) => at).join(','))
    .split(',')
    .map(Number);
  const score = new Score();
  const dump: string[] = [];
  for (const fold of list) {
    const rest = documents.filter((_, at) => at % folds !== fold);
    const bytes = build(rest, {});
    const models = options.values.get('models');
    if (models !== undefined) writeFileSync(join(models, `fold-${fold}.bin`), bytes);
    const tag = tagLine(bytes);
    for (const document of documents.filter((_, at) => at % folds === fold)) {
      for (const line of document.lines) {
        const found = tag(line.text);
        const right = (span: Found): boolean =>
          line.spans.some((gold) => gold.start === span.start && gold.end === span.end && gold.type === span.type);
        for (const span of found) points.push({ type: span.type, probability: span.confidence, right: right(span) });
        const kept = flat(found);
        score.add(line.spans, kept);
        for (const span of line.spans)
          if (!kept.some((other) => other.start === span.start && other.end === span.end && other.type === span.type))
            dump.push(errorRow('missed', document, line, span));
        for (const span of kept) if (!right(span)) dump.push(errorRow('spurious', document, line, span));
      }
    }
    say(`fold ${fold}: micro so far ${(100 * score.micro).toFixed(2)}`);
  }
  console.info(score.table());
  const errors = options.values.get('errors');
  if (errors !== undefined) writeFileSync(errors, dump.join('\n'));
  const calibration = options.values.get('calibration');
  if (calibration !== undefined) writeFileSync(calibration, JSON.stringify(calibrate()));
}

function errorRow(
  kind: string,
  document: TrainingDocument,
  { text }: TrainingLine,
  { start, end, type }: { start: number; end: number; type: MentionType },
): string {
  return `${kind}\t${document.name}\t${type}\t${text.slice(Math.max(0, start - 12), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 12)}`;
}

function evaluate(bytes: Uint8Array, folder: string): void {
  const tag = tagLine(bytes);
  const score = new Score();
  const dump: string[] = [];
  for (const document of readFolder(folder, resources.tables)) {
    for (const line of document.lines) {
      const kept = flat(tag(line.text));
      score.add(line.spans, kept);
      const is =
        (a: { start: number; end: number; type: string }) =>
        (b: { start: number; end: number; type: string }): boolean =>
          a.start === b.start && a.end === b.end && a.type === b.type;
      for (const span of line.spans) if (!kept.some(is(span))) dump.push(errorRow('missed', document, line, span));
      for (const span of kept) if (!line.spans.some(is(span))) dump.push(errorRow('spurious', document, line, span));
    }
  }
  console.info(`${folder}\n${score.table()}`);
  const errors = options.values.get('errors');
  if (errors !== undefined) writeFileSync(`${errors}.${folder.replace(/^.*\//u, '')}`, dump.join('\n'));
}

function tagLine(bytes: Uint8Array): (text: string) => readonly Found[] {
  const tagger = createTagger({ ...resources, model: loadModel(bytes) });
  return (text) => tagger.tag(text, resources.lexicon.match(text), findValues(text));
}

/** The spans to show: above the threshold, of overlapping ones the likelier. */
function flat(spans: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const span of [...spans].sort((a, b) => b.confidence - a.confidence)) {
    if (span.confidence >= threshold && !kept.some((other) => span.start < other.end && other.start < span.end))
      kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function build(training: readonly TrainingDocument[], calibration: ReturnType<typeof calibrate>): Uint8Array {
  const lines = training.flatMap((document) => document.lines);
  const others = further.flatMap((document) => document.lines);
  const counts = new Map<number, number>();
  for (const line of lines) countFeatures(line, counts);
  const least = number('least-count', 3);
  const numbers = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= least) numbers.set(hash, numbers.size);
  counts.clear();
  const shared = numbers.size;
  const instances = lines.map((line) => makeInstance(line, numbers, false));
  const marked = others.map((line) => makeInstance(line, numbers, true));
  say(`${instances.length} lines, ${shared} features, ${numbers.size - shared} marked ones`);
  const weights = averageOf(
    Array.from({ length: number('seeds', 1) }, (_, at) => settings.seed + at),
    (seed) => train([...instances, ...marked], numbers.size, { ...settings, seed }, say),
  );
  const hashes = new Int32Array(shared);
  for (const [hash, at] of numbers) if (at < shared) hashes[at] = hash;
  return packModel(weights, hashes, number('prune', 0.02), 1 / 40, {
    date: options.values.get('date') ?? '',
    licence: options.values.get('licence') ?? 'MIT',
    trainingData: (options.values.get('training-data') ?? '').split('|'),
    calibration,
  });
}

/** The mean of the weights that several seeds give: steadier than those of any one. */
function averageOf(seeds: readonly number[], run: (seed: number) => Weights): Weights {
  const [first, ...others] = seeds;
  const mean = run(first ?? 1);
  for (const seed of others) {
    const { features, transitions } = run(seed);
    for (let at = 0; at < features.length; at += 1) mean.features[at] = (mean.features[at] ?? 0) + (features[at] ?? 0);
    for (let at = 0; at < transitions.length; at += 1)
      mean.transitions[at] = (mean.transitions[at] ?? 0) + (transitions[at] ?? 0);
  }
  for (let at = 0; at < mean.features.length; at += 1) mean.features[at] = (mean.features[at] ?? 0) / seeds.length;
  for (let at = 0; at < mean.transitions.length; at += 1)
    mean.transitions[at] = (mean.transitions[at] ?? 0) / seeds.length;
  return mean;
}

/** Makes the kernel ready to give the features of a line; says how many units it has. */
function readLine({ text }: TrainingLine): number {
  if (text.length > longestLine) return 0;
  readContext({ text, matches: resources.lexicon.match(text), values: findValues(text) });
  return text.length;
}

function countFeatures(line: TrainingLine, counts: Map<number, number>): void {
  const length = readLine(line);
  for (let unit = 0; unit < length; unit += 1)
    for (const hash of kernel.features(unit)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

function makeInstance(line: TrainingLine, numbers: Map<number, number>, marked: boolean): Instance {
  const length = readLine(line);
  const starts = new Int32Array(length + 1);
  const features: number[] = [];
  for (let unit = 0; unit < length; unit += 1) {
    starts[unit] = features.length;
    for (const hash of kernel.features(unit)) {
      const shared = numbers.get(hash);
      if (shared !== undefined) features.push(shared);
      if (!marked || shared === undefined) continue;
      const other = `m${hash}` as unknown as number;
      let own = numbers.get(other);
      if (own === undefined) numbers.set(other, (own = numbers.size));
      features.push(own);
    }
  }
  starts[length] = features.length;
  return { length, starts, features: Int32Array.from(features), labels: labelsOf(line) };
}

/** For each type, ten points of equal weight: mean probability and share of right spans, made rising. */
function calibrate(): Record<string, readonly (readonly [number, number])[]> {
  const table: Record<string, readonly (readonly [number, number])[]> = {};
  for (const type of mentionTypes) {
    const own = points.filter((point) => point.type === type).sort((a, b) => a.probability - b.probability);
    const size = Math.max(25, Math.ceil(own.length / 12));
    const steps: (readonly [number, number])[] = [];
    for (let at = 0; at + size <= own.length; at += size) {
      const part = own.slice(at, at + size);
      const probability = part.reduce((sum, point) => sum + point.probability, 0) / part.length;
      const right = part.filter((point) => point.right).length / part.length;
      steps.push([Number(probability.toFixed(4)), Number(Math.max(right, steps.at(-1)?.[1] ?? 0).toFixed(4))]);
    }
    table[type] = steps;
  }
  return table;
}

function readCalibration(): ReturnType<typeof calibrate> {
  const path = options.values.get('calibration');
  if (points.length > 0) return calibrate();
  return path === undefined ? {} : (JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof calibrate>);
}

function readOptions(args: readonly string[]): Options {
  const folders: string[] = [];
  const json: string[] = [];
  const evaluated: string[] = [];
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) folders.push(arg);
    else {
      at += 1;
      const value = args[at] ?? '';
      if (arg === '--json') json.push(value);
      else if (arg === '--eval') evaluated.push(value);
      else values.set(arg.slice(2), value);
    }
  }
  return { folders, json, eval: evaluated, values };
}
