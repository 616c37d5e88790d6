import type { AnnotatedDocument, AnnotatedSpan } from './brat';

/** Precision, recall and F1 with the counts behind them. */
export interface Figures {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

/** One disagreement, for reading. */
export interface Disagreement {
  readonly kind: 'missed' | 'spurious' | 'value';
  readonly document: string;
  readonly line: number;
  readonly type: string;
  readonly text: string;
  readonly note: string;
}

export interface Score {
  readonly byType: ReadonlyMap<string, Figures>;
  readonly all: Figures;
  readonly values: Figures;
  readonly bounds: Figures;
  /** B-cubed precision and recall over the strictly found mentions that carry an id. */
  readonly link: { readonly precision: number; readonly recall: number; readonly mentions: number };
  readonly disagreements: readonly Disagreement[];
}

/**
 * Scores predictions against annotation: a span is right when type and both ends are. Lines that the folder skips are left
 * out on both sides, and so are spans noted `part=` with whatever touches them.
 */
export function score(
  documents: readonly AnnotatedDocument[],
  predict: (document: AnnotatedDocument) => readonly AnnotatedSpan[],
): Score {
  const byType = new Map<string, { gold: number; predicted: number; right: number }>();
  const values = { gold: 0, predicted: 0, right: 0 };
  const bounds = { gold: 0, predicted: 0, right: 0 };
  const pairs: { gold: string; predicted: string }[] = [];
  const disagreements: Disagreement[] = [];
  const of = (type: string): { gold: number; predicted: number; right: number } => {
    const row = byType.get(type) ?? { gold: 0, predicted: 0, right: 0 };
    byType.set(type, row);
    return row;
  };
  for (const document of documents) {
    const lineOf = lineFinder(document.text);
    const broken = document.spans.filter((span) => span.notes['part'] !== undefined);
    const counts = (span: AnnotatedSpan): boolean =>
      !document.skippedLines.has(lineOf(span.start)) &&
      !broken.some((other) => span.start < other.end && other.start < span.end);
    const gold = document.spans.filter(counts);
    const predicted = new Map(
      predict(document)
        .filter(counts)
        .map((span) => [keyOf(span), span]),
    );
    const goldKeys = new Set(gold.map(keyOf));
    const say = (kind: Disagreement['kind'], span: AnnotatedSpan, note: string): void => {
      disagreements.push({
        kind,
        document: document.name,
        line: lineOf(span.start),
        type: span.type,
        text: span.text,
        note,
      });
    };
    for (const span of gold) {
      of(span.type).gold += 1;
      const found = predicted.get(keyOf(span));
      if (found === undefined) {
        const near = [...predicted.values()].filter((other) => other.start < span.end && span.start < other.end);
        say('missed', span, near.map((other) => `${other.type} ${other.text}`).join(' | '));
        continue;
      }
      of(span.type).right += 1;
      compareNotes(document.name, span, found);
    }
    for (const span of predicted.values()) {
      of(span.type).predicted += 1;
      if (!goldKeys.has(keyOf(span))) say('spurious', span, context(document.text, span));
    }
  }
  const all = { gold: 0, predicted: 0, right: 0 };
  for (const row of byType.values()) {
    all.gold += row.gold;
    all.predicted += row.predicted;
    all.right += row.right;
  }
  return { byType, all, values, bounds, link: bCubed(pairs), disagreements };

  function compareNotes(document: string, gold: AnnotatedSpan, predicted: AnnotatedSpan): void {
    if (gold.notes['id'] !== undefined)
      pairs.push({
        gold: gold.notes['id'],
        predicted: predicted.notes['id'] ?? `none ${document} ${keyOf(predicted)}`,
      });
    if (gold.notes['norm'] === undefined) return;
    values.gold += 1;
    values.predicted += 1;
    const right =
      sameNumber(gold.notes['norm'], predicted.notes['norm']) &&
      (gold.type !== 'MONEY' || gold.notes['cur'] === predicted.notes['cur']);
    if (right) values.right += 1;
    else
      disagreements.push({
        kind: 'value',
        document,
        line: 0,
        type: gold.type,
        text: gold.text,
        note: `${predicted.notes['cur'] ?? ''} ${predicted.notes['norm'] ?? ''}, annotated ${gold.notes['cur'] ?? ''} ${gold.notes['norm']}`,
      });
    if (gold.type === 'DATE') return;
    bounds.gold += 1;
    bounds.predicted += 1;
    if ((gold.notes['qual'] ?? 'eq') === (predicted.notes['qual'] ?? 'eq')) bounds.right += 1;
    else
      disagreements.push({
        kind: 'value',
        document,
        line: 0,
        type: gold.type,
        text: gold.text,
        note: `bound ${predicted.notes['qual'] ?? ''}, annotated ${gold.notes['qual'] ?? ''}`,
      });
  }
}

export function precision({ predicted, right }: Figures): number {
  return predicted === 0 ? 0 : right / predicted;
}

export function recall({ gold, right }: Figures): number {
  return gold === 0 ? 0 : right / gold;
}

export function f1({ gold, predicted, right }: Figures): number {
  return gold + predicted === 0 ? 0 : (2 * right) / (gold + predicted);
}

function keyOf(span: AnnotatedSpan): string {
  return `${span.start}:${span.end}:${span.type}`;
}

function context(text: string, span: AnnotatedSpan): string {
  const points = [...text];
  return (
    points
      .slice(Math.max(0, span.start - 8), span.start)
      .join('')
      .replace(/\s/gu, ' ') +
    '[]' +
    points
      .slice(span.end, span.end + 8)
      .join('')
      .replace(/\s/gu, ' ')
  );
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  let at = 0;
  for (const char of text) {
    at += 1;
    if (char === '\n') starts.push(at);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function sameNumber(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === '' || b === '') return false;
  return Number.isFinite(Number(a)) && Math.abs(Number(a) - Number(b)) <= 1e-4 * Math.max(1, Math.abs(Number(a)));
}

function bCubed(pairs: readonly { gold: string; predicted: string }[]): Score['link'] {
  const count = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return sizes;
  };
  const gold = count(pairs.map((pair) => pair.gold));
  const predicted = count(pairs.map((pair) => pair.predicted));
  const both = count(pairs.map((pair) => `${pair.gold}\n${pair.predicted}`));
  let precisionSum = 0;
  let recallSum = 0;
  for (const pair of pairs) {
    const shared = both.get(`${pair.gold}\n${pair.predicted}`) ?? 0;
    precisionSum += shared / (predicted.get(pair.predicted) ?? 1);
    recallSum += shared / (gold.get(pair.gold) ?? 1);
  }
  const mentions = pairs.length;
  return { precision: precisionSum / (mentions || 1), recall: recallSum / (mentions || 1), mentions };
}
