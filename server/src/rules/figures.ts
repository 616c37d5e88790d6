import type { Mention } from '../analysis/types';

/** An exact plain number; undefined for bounds, ranges and whatever else is no plain figure. */
export function exactNumber({ value }: Mention): number | undefined {
  return value?.bound === 'eq' && /^\d+(?:\.\d+)?$/u.test(value.norm) ? Number(value.norm) : undefined;
}

/** Whether two values measure alike: both money of one currency, both counts of one unit, both percentages. */
export function isAlike(a: Mention, b: Mention): boolean {
  if (a.type !== b.type || a.value?.currency !== b.value?.currency) return false;
  if (a.type !== 'QUANTITY') return true;
  const [one, other] = [measureOf(a), measureOf(b)];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** What a count counts in, behind its number: 120所学校 → 所学校. */
function measureOf({ folded }: Mention): string {
  return /[^\d,.\s〇零一二三四五六七八九十百千万亿两余多]+$/u.exec(folded)?.[0] ?? '';
}

/**
 * How much the true value may differ from the written one because its last decimal was rounded: 1.2亿 → 5,000,000. Zero
 * without decimals, since whole numbers are mostly exact.
 */
export function roundingOf(mention: Mention): number {
  const written = /(\d[\d,]*)\.(\d+)/u.exec(mention.folded);
  const value = exactNumber(mention);
  if (written === null || value === undefined) return 0;
  const shown = Number(`${(written[1] ?? '').replace(/,/gu, '')}.${written[2] ?? ''}`);
  return shown === 0 ? 0 : (0.5 * value) / shown / 10 ** (written[2] ?? '').length;
}

/** A number for people, without the noise of binary fractions: 1,650,000,000. */
export function formatFigure(value: number): string {
  return Number(value.toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 6 });
}
