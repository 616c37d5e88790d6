import type { MentionType } from '../analysis/types';
import { toSource } from '../text/view';
import type { ScriptWord } from './data';
import type { Draft, ProseLine, Rule, RuleContext } from './types';

/**
 * Characters of the other script in a text of one script.
 *
 * In a Traditional text two things count: a character that Traditional never uses (国), and a word whose right spelling
 * needs another character than the one that both scripts have (关于 left as 關于, 制造 as 製造). Spares: 后 里 干 制 余 where
 * they are right (皇后, 公里, 干涉, 制度, 余先生), quoted titles, names of persons, texts that mix scripts throughout.
 */
export const mixedScript: Rule = {
  id: 'mixed-script',
  group: 'script',
  severity: 'warning',
  find(context) {
    const { script } = context.analysis.profile;
    if (script === 'hant') {
      const written = [...context.prose, ...context.notices];
      const sure = written.flatMap((line) => inTraditional(line, context, 'certain'));
      return sure.length === 0 ? [] : [...sure, ...context.prose.flatMap((line) => likely(line, context))];
    }
    if (script === 'hans') return context.prose.flatMap((line) => inSimplified(line, context));
    return [];
  },
};

/** Words that some write so by choice, and single characters: told of only beside surer signs. */
function likely(line: ProseLine, context: RuleContext): readonly Draft[] {
  const words = inTraditional(line, context, 'variant');
  return [...words, ...singles(line, context)];
}

function singles(line: ProseLine, context: RuleContext): readonly Draft[] {
  const drafts: Draft[] = [];
  const { kept } = line;
  for (let at = 0; at < kept.length; at += 1) {
    const word = wordAt(kept, at, context);
    if (word !== undefined) {
      at += word.wrong.length - 1;
      continue;
    }
    const single = context.data.scriptSingles.get(kept.charAt(at));
    if (single === undefined || isInName(line, at, ['PERSON', 'PLACE'])) continue;
    const before = kept.charAt(at - 1);
    const isRight =
      (single.behind !== '' && (before === '' || !single.behind.includes(before))) ||
      (before !== '' && single.notBehind.includes(before)) ||
      (at + 1 < kept.length && single.notBefore.includes(kept.charAt(at + 1)));
    if (!isRight) drafts.push(draft(line, at, 1, single.right, 'simplified', context));
  }
  return drafts;
}

function inTraditional(line: ProseLine, context: RuleContext, standing: 'certain' | 'variant'): readonly Draft[] {
  const drafts: Draft[] = [];
  const { kept } = line;
  for (let at = 0; at < kept.length; at += 1) {
    const entry = wordAt(kept, at, context);
    if (entry !== undefined) {
      if (entry.standing === standing)
        drafts.push(draft(line, at, entry.wrong.length, entry.word, 'simplified', context));
      at += entry.wrong.length - 1;
      continue;
    }
    const other = context.data.simplifiedOnly.get(kept.charAt(at));
    if (standing === 'certain' && other !== undefined && !isInName(line, at, ['PERSON']))
      drafts.push(draft(line, at, 1, other, 'simplified', context));
  }
  return drafts;
}

function wordAt(kept: string, at: number, { data }: RuleContext): ScriptWord | undefined {
  return data.scriptWords.get(kept.slice(at, at + 2))?.find(({ wrong }) => kept.startsWith(wrong, at));
}

function inSimplified(line: ProseLine, context: RuleContext): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < line.kept.length; at += 1) {
    const other = context.data.traditionalOnly.get(line.kept.charAt(at));
    if (other !== undefined && !isInName(line, at, ['PERSON']))
      drafts.push(draft(line, at, 1, other, 'traditional', context));
  }
  return drafts;
}

/** Persons write their names as they please. */
function isInName(line: ProseLine, at: number, types: readonly MentionType[]): boolean {
  const source = toSource(line.analyzed.view, { start: at, end: at + 1 });
  return line.analyzed.mentions.some(
    (mention) => types.includes(mention.type) && mention.start <= source.start && source.end <= mention.end,
  );
}

function draft(
  line: ProseLine,
  at: number,
  length: number,
  expected: string,
  kind: 'simplified' | 'traditional',
  { say }: RuleContext,
): Draft {
  const span = toSource(line.analyzed.view, { start: at, end: at + length });
  const place = { line: line.line, ...span };
  const actual = line.kept.slice(at, at + length);
  const single = [...expected].length === length;
  return {
    place,
    message: say(`mixed-script.${kind}`, { actual, expected }),
    fixes: single
      ? [
          {
            title: say('fix.replace', { actual, expected }),
            edits: [{ place, text: expected }],
            safe: false,
            preferred: !expected.includes(' '),
          },
        ]
      : [],
  };
}
