import type { AnalyzedLine } from '../analysis/types';
import type { Concept, Glossary } from '../lexicon/glossary';
import type { Span } from '../text/span';
import { toSource, toView } from '../text/view';

/** A glossary term in a line; offsets are UTF-16 units of the original line. */
export interface TermAt extends Span {
  readonly concept: Concept;
}

export interface TermInput {
  readonly glossary: Glossary;
  readonly fold: (text: string) => string;
  readonly isSupported: (concept: Concept) => boolean;
}

/**
 * The longest glossary term that covers the UTF-16 `unit` of a line. A form that also means other things counts only if
 * `isSupported` finds another sign of the concept.
 */
export function findTermAt(line: AnalyzedLine, unit: number, input: TermInput): TermAt | undefined {
  const { view } = line;
  const { glossary, fold, isSupported } = input;
  const at = toView(view, unit);
  for (let length = longest; length >= 2; length -= 1) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= view.text.length; start += 1) {
      const key = view.text.slice(start, start + length);
      const concept = glossary.byForm(key).find((each) => !isAmbiguous(each, key, fold) || isSupported(each));
      if (concept !== undefined) return { ...toSource(view, { start, end: start + length }), concept };
    }
  }
  return undefined;
}

/**
 * The glossary terms that lie within a stretch of a line and are not all of it, longest first, none over another; forms that
 * also mean other things are left out.
 */
export function findTermsWithin(
  line: AnalyzedLine,
  span: Span,
  { glossary, fold }: Pick<TermInput, 'glossary' | 'fold'>,
): readonly TermAt[] {
  const { view } = line;
  const from = toView(view, span.start);
  const to = toView(view, span.end);
  const found: (TermAt & { readonly from: number; readonly to: number })[] = [];
  for (let length = Math.min(longest, to - from - 1); length >= 2; length -= 1) {
    for (let start = from; start + length <= to; start += 1) {
      const end = start + length;
      if (found.some((other) => start < other.to && other.from < end)) continue;
      const key = view.text.slice(start, end);
      const concept = glossary.byForm(key).find((each) => !isAmbiguous(each, key, fold));
      if (concept !== undefined) found.push({ ...toSource(view, { start, end }), concept, from: start, to: end });
    }
  }
  return found;
}

/** Whether a form, given folded, is one that also means other things. */
export function isAmbiguous(concept: Concept, key: string, fold: (text: string) => string): boolean {
  return concept.ambiguous?.some((form) => fold(form) === key) === true;
}

/** No term that readers stumble over is longer. */
const longest = 24;
