import { isAbbreviation } from '../analysis/aliases';
import type { Mention } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Place, Rule } from './types';

/**
 * The full name of a body only after its short form: 中總 in the first paragraph, 香港中華總商會 in the third.
 *
 * Looks at running text. Spares: short forms that are part of the full name (教育局 for 杭州市教育局), those that every reader
 * knows (省委, 市政府, 全國人大), full names in a heading above, and short forms with the full name in brackets behind them.
 */
export const lateFullName: Rule = {
  id: 'late-full-name',
  group: 'names',
  severity: 'info',
  find({ analysis, say }) {
    const byBody = new Map<string, Named[]>();
    for (const { line, results } of scan(analysis.lines))
      for (const sight of results) byBody.set(sight.entity, [...(byBody.get(sight.entity) ?? []), { line, ...sight }]);
    return [...byBody.values()].flatMap((names): readonly Draft[] => {
      const full = names.reduce((best, each) => (each.folded.length > best.folded.length ? each : best));
      const short = names.find(({ folded, inText }) => inText && isShortFor(folded, full.folded));
      if (short === undefined) return [];
      // Any longer name has introduced the body already, if not in the same words.
      const known = names.findIndex(
        (each) => !isShortFor(each.folded, full.folded) && each.folded.length > short.folded.length,
      );
      const at = names.indexOf(short);
      if (
        known < at ||
        names[known]?.inText !== true ||
        (names[known].line === short.line && names[known].start - short.end <= 3)
      )
        return [];
      const place = placeOf(names[known]);
      return [
        {
          place: placeOf(short),
          message: say('late-full-name.found', { actual: short.surface, full: full.surface }),
          related: [{ place, message: say('late-full-name.full') }],
        },
      ];
    });
  },
};

interface Sight {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly folded: string;
  /** In running text, not in a heading, a caption or a line without a full stop, which may be one. */
  readonly inText: boolean;
}

type Named = Sight & { readonly line: number };

function placeOf({ line, start, end }: Named): Place {
  return { line, start, end };
}

/** Made of characters of the full name that do not stand together in it: 贸发局 of 香港贸易发展局. */
function isShortFor(short: string, full: string): boolean {
  const bare = full.replace(/人民|中华人民共和国/gu, '');
  return (
    short.length <= full.length - 2 &&
    isAbbreviation(short, full) &&
    !bare.includes(short) &&
    // A longer form that ends otherwise names another body of the family: 社保基金 is not its 諮詢會.
    (short.length <= 3 || short.at(-1) === full.at(-1)) &&
    !/(?:[省市县区州国]委|党委|纪委|政府|人大|政协|中央|央行|法院|检察院)$/u.test(short)
  );
}

const scan = rememberScan<Sight>(({ kind, text, mentions }) =>
  mentions.filter(isBody).map(({ entity, start, end, surface, folded }) => ({
    entity,
    start,
    end,
    surface,
    folded,
    inText: (kind === 'text' || kind === 'list') && /[。；]/u.test(text),
  })),
);

function isBody(mention: Mention): mention is Mention & { readonly entity: string } {
  return (
    mention.type === 'ORGANISATION' && mention.entity !== undefined && /^\p{Script=Han}{2,}$/u.test(mention.folded)
  );
}
