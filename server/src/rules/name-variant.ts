import { summarize } from './summary';
import { droppedCharacters } from './name-variant-dropped';
import { characterVariants, pointVariants } from './name-variant-forms';
import { meetingVariants } from './name-variant-meetings';
import type { Rule } from './types';

/**
 * One name spelt in two ways, here or in another file: 專業合作會議 beside 專業服務合作會議, 曾國衛 beside 曾國衞,
 * 2023 港澳·浙江周 beside 2023港澳•浙江周.
 *
 * Looks for three things: a long name from which one or two characters have dropped out of the middle; a person's name in
 * which a character stands in another form; a name that differs in blanks and dots alone. Spares: short names that the
 * papers declare or that are usual (人民, 省, 市, 有限 left out), names that both stand in the lexicon, the same name in the
 * other script.
 */
export const nameVariant: Rule = {
  id: 'name-variant',
  group: 'names',
  severity: 'warning',
  find(context) {
    const own = summarize('', context.analysis);
    const others = context.others ?? [];
    const told = new Set<string>();
    return [
      ...pointVariants(own, context),
      ...characterVariants(own, others, context),
      ...droppedCharacters(own, others, context, told),
      ...meetingVariants(context, told),
    ];
  },
};
