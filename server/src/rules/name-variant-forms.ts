import { formsOf, standsBefore, variantDraft, type Named } from './named';
import type { DocumentSummary, Draft, RuleContext, SummarizedForm } from './types';

/** Forms of one entity that differ in blanks and dots alone: the rarer ones are told of, where they first stand. */
export function pointVariants(own: DocumentSummary, { say }: RuleContext): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { forms } of own.entities) {
    if (forms.length < 2) continue;
    const groups = new Map<string, SummarizedForm[]>();
    for (const form of forms) {
      const bare = form.folded.replace(/[\s·•・.‧]/gu, '');
      if (bare.length < 5) continue;
      groups.set(bare, [...(groups.get(bare) ?? []), form]);
    }
    for (const group of groups.values()) {
      const points = new Set(group.map(({ folded }) => folded));
      if (points.size < 2) continue;
      const [usual, ...rare] = [...group].sort((a, b) => b.count - a.count || a.surface.length - b.surface.length);
      for (const form of rare)
        if (usual !== undefined && form.folded !== usual.folded) drafts.push(variantDraft(form, usual, undefined, say));
    }
  }
  return drafts;
}

/** A person whose name is written with another form of a character, in this script, here or in another file. */
export function characterVariants(
  own: DocumentSummary,
  others: readonly DocumentSummary[],
  { say, data }: RuleContext,
): readonly Draft[] {
  const isTraditional = (text: string): boolean => ![...text].some((character) => data.simplifiedOnly.has(character));
  const persons = [...formsOf(own), ...others.flatMap((other) => formsOf(other, other.document))].filter(
    ({ type }) => type === 'PERSON',
  );
  const byFolded = new Map<string, Named[]>();
  for (const each of persons) {
    const group = byFolded.get(each.form.folded);
    if (group === undefined) byFolded.set(each.form.folded, [each]);
    else group.push(each);
  }
  return persons
    .filter(({ document, form }) => document === undefined && form.surface.length >= 3 && isTraditional(form.surface))
    .flatMap((mine): readonly Draft[] => {
      const twin = byFolded
        .get(mine.form.folded)
        ?.find(
          ({ form }) =>
            form.surface !== mine.form.surface &&
            isTraditional(form.surface) &&
            differsByVariant(form.surface, mine.form.surface),
        );
      // 衞 is the official form of Hong Kong: the paper that has it is right.
      if (twin !== undefined && /[衞峯羣]/u.test(mine.form.surface) && !/[衞峯羣]/u.test(twin.form.surface)) return [];
      if (twin === undefined) return [];
      // Of two in one paper the rarer is told of, or else the later.
      const isUsual =
        twin.form.count < mine.form.count ||
        (twin.form.count === mine.form.count && standsBefore(mine.form, twin.form));
      if (twin.document === undefined && isUsual) return [];
      return [variantDraft(mine.form, twin.form, twin.document, say)];
    });
}

/** Written with 衛 here and 衞 there: two Traditional forms of one character. */
function differsByVariant(a: string, b: string): boolean {
  return a.length === b.length && a.normalize('NFKC') !== b.normalize('NFKC');
}
