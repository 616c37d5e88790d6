import assert from 'node:assert/strict';
import type { RuleId } from '../../server/src/rules/index';
import { findingsOf } from '../support/findings';
import { createDice, generateArticle, generateSimplifiedArticle, type Dice } from '../support/generated-text';

/** A clean sentence for a rule, and the same with one figure or date made wrong. */
export interface InjectionPair {
  readonly right: string;
  readonly wrong: string;
  /** What stands at the end of the paper. */
  readonly end?: string;
  /** Of the paper around it; Simplified if absent. */
  readonly script?: 'hant' | 'hans';
}

export type InjectionPairs = Readonly<Partial<Record<RuleId, (dice: Dice) => InjectionPair>>>;

/** Puts each rule's errors into clean texts: nine in ten must be found, and the clean text must be silent. */
export function describeInjections(pairs: InjectionPairs): void {
  describe('errors put into clean texts', () => {
    for (const [rule, make] of Object.entries(pairs) as [RuleId, (dice: Dice) => InjectionPair][]) {
      it(`are found by ${rule} nine times in ten, and the clean text is silent`, function () {
        this.timeout(60_000);
        const dice = createDice(7);
        let found = 0;
        for (let round = 0; round < rounds; round += 1) {
          const { right, wrong, end = '', script = 'hans' } = make(dice);
          const body = script === 'hant' ? generateArticle(dice) : generateSimplifiedArticle(dice);
          const text = (sentence: string): string => `${body}\n${sentence}\n${end}`;
          assert.deepEqual(
            findingsOf(text(right), rule).map((each) => each.text),
            [],
            right,
          );
          if (findingsOf(text(wrong), rule).length > 0) found += 1;
        }
        assert.ok(found >= 0.9 * rounds, `${found} of ${rounds} found`);
      });
    }
  });
}

/** A whole number from `low` to `high`. */
export const between = (dice: Dice, low: number, high: number): number => low + dice.roll(high - low + 1);

/** 3 → 三, 21 → 二十一; from 1 to 99. */
export const numeral = (count: number): string =>
  count <= 10
    ? (numerals[count] ?? '')
    : `${count < 20 ? '' : (numerals[Math.floor(count / 10)] ?? '')}十${count % 10 === 0 ? '' : (numerals[count % 10] ?? '')}`;

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const rounds = 45;
