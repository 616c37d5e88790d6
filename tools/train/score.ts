import { mentionTypes, type MentionType } from '../../server/src/analysis/types';
import type { TrainingLine } from './corpus';

interface Counts {
  gold: number;
  found: number;
  right: number;
}

/** Strict precision, recall and F1 a type. */
export class Score {
  private readonly counts = new Map<string, Counts>();

  add(
    gold: TrainingLine['spans'],
    found: readonly { readonly start: number; readonly end: number; readonly type: MentionType }[],
  ): void {
    const key = (span: { start: number; end: number; type: string }): string =>
      `${span.start} ${span.end} ${span.type}`;
    const keys = new Set(gold.map(key));
    for (const span of gold) this.count(span.type).gold += 1;
    for (const span of found) {
      const counts = this.count(span.type);
      counts.found += 1;
      if (keys.has(key(span))) counts.right += 1;
    }
  }

  get micro(): number {
    const all = this.total([...this.counts.keys()]);
    return f1(all);
  }

  /** A table, one line a type. */
  table(): string {
    const groups: readonly (readonly [string, readonly string[]])[] = [
      ...mentionTypes.map((type) => [type, [type]] as const),
      ['four hard', ['POLICY', 'DOCUMENT', 'EVENT', 'DOMAIN']],
      ['values', ['DATE', 'MONEY', 'PERCENT', 'QUANTITY']],
      ['micro', [...mentionTypes]],
    ];
    return groups
      .map(([name, types]) => {
        const counts = this.total(types);
        const cell = (value: number): string => (100 * value).toFixed(1).padStart(6);
        return `${name.padEnd(13)}${cell(counts.right / counts.found)}${cell(counts.right / counts.gold)}${cell(f1(counts))}${String(counts.gold).padStart(7)}${String(counts.found).padStart(7)}`;
      })
      .join('\n');
  }

  private count(type: string): Counts {
    let counts = this.counts.get(type);
    if (counts === undefined) this.counts.set(type, (counts = { gold: 0, found: 0, right: 0 }));
    return counts;
  }

  private total(types: readonly string[]): Counts {
    const sum: Counts = { gold: 0, found: 0, right: 0 };
    for (const type of types) {
      const counts = this.counts.get(type);
      sum.gold += counts?.gold ?? 0;
      sum.found += counts?.found ?? 0;
      sum.right += counts?.right ?? 0;
    }
    return sum;
  }
}

function f1({ gold, found, right }: Counts): number {
  return gold + found === 0 ? 0 : (2 * right) / (gold + found);
}
