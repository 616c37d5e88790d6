import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Rule } from './types';

/**
 * An amount without its currency in a paper that names two: 總投資50億元 beside 人民幣30億元 and 20億港元.
 *
 * Speaks only where the paper names the currency that a bare 元 is taken for at least as often as it does not. Spares: papers
 * in which 元 by itself is the rule, headings, amounts that share the currency of the one before them in the sentence, ranges of bare
 * numbers.
 */
export const missingCurrency: Rule = {
  id: 'missing-currency',
  group: 'numbers',
  severity: 'info',
  find({ analysis, say }) {
    const seen = scan(analysis.lines);
    const named = new Map<string, number>();
    for (const { results } of seen)
      for (const { currency, isNamed } of results) if (isNamed) named.set(currency, (named.get(currency) ?? 0) + 1);
    if (named.size < 2) return [];
    const bare = seen.flatMap(({ line, analyzed, results }) =>
      analyzed.kind === 'heading'
        ? []
        : results.filter(({ isNamed, follows }) => !isNamed && !follows).map((amount) => ({ line, ...amount })),
    );
    return bare
      .filter(({ currency }) => (named.get(currency) ?? 0) >= bare.length)
      .map(({ line, mention }) => ({
        place: { line, start: mention.start, end: mention.end },
        message: say('missing-currency.found', { actual: mention.surface, currencies: [...named.keys()].join(', ') }),
      }));
  },
};

interface Sight {
  readonly mention: Mention;
  /** ISO 4217, taken for granted where it is not named. */
  readonly currency: string;
  readonly isNamed: boolean;
  /** An amount before it in the same sentence names the currency. */
  readonly follows: boolean;
}

const scan = rememberScan<Sight>(({ text, mentions }) => {
  const found: Sight[] = [];
  let named: { readonly end: number; readonly currency: string } | undefined;
  for (const mention of mentions) {
    const currency = mention.type === 'MONEY' ? mention.value?.currency : undefined;
    if (currency === undefined) continue;
    const isNamed = mention.value?.basis !== 'currency-defaulted';
    const follows = named !== undefined && !/[。；;]/u.test(text.slice(named.end, mention.start));
    found.push({ mention, currency, isNamed, follows });
    if (isNamed) named = { end: mention.end, currency };
  }
  return found;
});
