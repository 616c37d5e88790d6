/**
 * Prints how well Meipi's marks agree with annotated folders.
 *
 *   npm run eval -- DIR… [--errors N] [--only TYPE,TYPE] [--without PART,PART] [--folds MODELS_DIR]
 *
 * A folder holds NAME.txt with NAME.ann in brat standoff, offsets in code points. With --folds, document number i of a
 * folder is read with MODELS_DIR/fold-(i mod n).bin, a model that was fitted without it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createAnalyzer, type Analyzer } from '../server/src/analysis/analyzer';
import { borrowDate } from '../server/src/analysis/related-date';
import type { Analysis } from '../server/src/analysis/types';
import { annotationsOf } from '../server/src/cli/brat';
import { readAnnotatedFolder, type AnnotatedDocument, type AnnotatedSpan } from './evaluation/brat';
import { loadForEvaluation, type EvaluationResources } from './evaluation/load';
import { f1, precision, recall, score, type Figures, type Score } from './evaluation/score';

const { folders, errors, only, without, folds } = readArguments(process.argv.slice(2));
const base = await loadForEvaluation(without);
const analyzers = folds === undefined ? [createAnalyzer(base)] : foldAnalyzers(folds, base);
for (const folder of folders) {
  const documents = readAnnotatedFolder(folder);
  const wanted = (spans: readonly AnnotatedSpan[]): readonly AnnotatedSpan[] =>
    only === undefined ? spans : spans.filter((span) => only.includes(span.type));
  const found = predictAll(documents);
  const result = score(
    documents.map((document) => ({ ...document, spans: wanted(document.spans) })),
    (document) => wanted(found.get(document.name) ?? []),
  );
  print(basename(folder), result);
}

/** The spans of each document by name; documents of one folder may lend each other dates. */
function predictAll(documents: readonly AnnotatedDocument[]): ReadonlyMap<string, readonly AnnotatedSpan[]> {
  const analyzerOf = (number: number): Analyzer => analyzers[number % analyzers.length] as Analyzer;
  const analyses = documents.map(({ text }, number) => analyzerOf(number).analyze(text));
  return new Map(
    documents.map(({ name, text }, number) => {
      const own = analyses[number] as Analysis;
      const date = borrowDate(own, analyses);
      const analysis = date === undefined ? own : analyzerOf(number).analyze(text, undefined, { date });
      return [name, annotationsOf({ name, text, offset: 0 }, analysis)];
    }),
  );
}

function foldAnalyzers(modelFolder: string, resources: EvaluationResources): readonly Analyzer[] {
  const models = readdirSync(modelFolder)
    .filter((name) => /^fold-\d+\.bin$/u.test(name))
    .sort((a, b) => parseInt(a.slice(5)) - parseInt(b.slice(5)));
  return models.map((name) => createAnalyzer(resources.withModel(readFileSync(join(modelFolder, name)))));
}

function print(title: string, result: Score): void {
  const percent = (part: number): string => (100 * part).toFixed(1).padStart(6);
  const row = (name: string, figures: Figures): string =>
    `${name.padEnd(14)}${percent(precision(figures))} ${percent(recall(figures))} ${percent(f1(figures))} ${String(figures.gold).padStart(6)} ${String(figures.predicted).padStart(6)}`;
  console.log(`\n${title.padEnd(14)}     P      R     F1   gold  found`);
  for (const [type, figures] of [...result.byType].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(row(type, figures));
  const named = ['POLICY', 'DOCUMENT', 'EVENT', 'DOMAIN'].map(
    (type) => result.byType.get(type) ?? { gold: 0, predicted: 0, right: 0 },
  );
  console.log(
    row(
      'named four',
      named.reduce((sum, each) => ({
        gold: sum.gold + each.gold,
        predicted: sum.predicted + each.predicted,
        right: sum.right + each.right,
      })),
    ),
  );
  console.log(row('all', result.all));
  const link = result.link;
  const linkF1 =
    link.precision + link.recall === 0 ? 0 : (2 * link.precision * link.recall) / (link.precision + link.recall);
  console.log(
    `values right ${percent(recall(result.values))} of ${result.values.gold}, bounds ${percent(recall(result.bounds))}, link B3 F1 ${percent(linkF1)} (P ${percent(link.precision)}, R ${percent(link.recall)})`,
  );
  for (const each of result.disagreements.slice(0, errors)) {
    console.log(`${each.kind}\t${each.document.slice(0, 16)}:${each.line}\t${each.type}\t${each.text}\t${each.note}`);
  }
}

interface Arguments {
  readonly folders: readonly string[];
  readonly errors: number;
  readonly only: readonly string[] | undefined;
  readonly without: ReadonlySet<string>;
  readonly folds: string | undefined;
}

function readArguments(list: readonly string[]): Arguments {
  const rest = [...list];
  const take = (name: string): string | undefined => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : rest.splice(at, 2)[1];
  };
  const errors = Number(take('--errors') ?? 0);
  const only = take('--only')?.split(',');
  const without = new Set(take('--without')?.split(',') ?? []);
  const folds = take('--folds');
  if (rest.length === 0) {
    console.error('usage: npm run eval -- DIR… [--errors N] [--only TYPES] [--without PARTS] [--folds MODELS_DIR]');
    process.exit(2);
  }
  return { folders: rest, errors, only, without, folds };
}
