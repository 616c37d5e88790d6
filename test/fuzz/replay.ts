import assert from 'node:assert/strict';
import type { Analyzer } from '../../server/src/analysis/analyzer';
import type { Analysis } from '../../server/src/analysis/types';
import { changeLines } from '../../server/src/workspace/document';
import { indexLines, type LineIndex } from '../../server/src/text/lines';
import { createDice } from '../support/generated-text';
import { generateSequence, type EditSequence } from './edits';
import { shrinkSequence } from './shrink';

/** What is compared: the analyzer that goes along with the edits, and whatever is told of an analysis besides. */
export interface Subject {
  readonly analyzer: Analyzer;
  /** Another analyzer of the same data, which remembers nothing of the edits; asked at the end of a sequence. */
  readonly stranger: Analyzer;
  /** What else must be the same, such as findings; any plain data. */
  readonly more: (analysis: Analysis) => unknown;
}

/** Replays a sequence; throws an AssertionError at the first edit after which state and fresh analysis differ. */
export function replay({ start, edits }: EditSequence, { analyzer, stranger, more }: Subject): void {
  let index: LineIndex = indexLines(start);
  let analysis = analyzer.analyze(index);
  more(analysis);
  edits.forEach((edit, step) => {
    const end = Math.max(edit.start, edit.end);
    index = changeLines(index, { start: edit.start, end, text: edit.text });
    assert.deepEqual(index, indexLines(index.text), `lines after edit ${step}`);
    analysis = analyzer.analyze(index, analysis);
    const fresh = analyzer.analyze(index.text);
    assert.deepEqual(visible(analysis), visible(fresh), `analysis after edit ${step}`);
    assert.deepEqual(more(analysis), more(fresh), `findings after edit ${step}`);
  });
  assert.deepEqual(visible(analysis), visible(stranger.analyze(index.text)), 'analysis by a stranger');
}

/**
 * Replays `edits` edits in sequences of `length`, each with a seed of its own. The first that fails is shrunk; the error
 * names the seed that brings it back and holds the shrunk sequence.
 */
export function fuzzEdits(
  options: { readonly seed: number; readonly edits: number; readonly length: number },
  replaySequence: (sequence: EditSequence) => void,
): void {
  for (let done = 0, seed = options.seed; done < options.edits; done += options.length, seed += 1) {
    const sequence = generateSequence(createDice(seed), options.length);
    const failure = failureOf(sequence, replaySequence);
    if (failure === undefined) continue;
    const shrunk = shrinkSequence(sequence, (candidate) => failureOf(candidate, replaySequence) !== undefined);
    const reason = failureOf(shrunk, replaySequence) ?? failure;
    throw new Error(
      `MEIPI_SEED=${seed} brings this back after ${done} edits. The shortest found:\n${JSON.stringify(shrunk, undefined, 1)}\n${reason.message}`,
    );
  }
}

function failureOf(sequence: EditSequence, replaySequence: (sequence: EditSequence) => void): Error | undefined {
  try {
    replaySequence(sequence);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** What can be seen of an analysis: everything but the objects that lines share between versions. */
function visible({ lines, profile, sections, entities }: Analysis): unknown {
  return {
    profile,
    sections,
    entities: [...entities],
    lines: lines.map(({ text, kind, mentions }) => ({ text, kind, mentions })),
  };
}
