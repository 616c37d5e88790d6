import { isAbbreviation } from '../analysis/aliases';
import type { Mention } from '../analysis/types';
import { rememberGroups, type Sighted } from './groups';
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
    return [...bodies(analysis.lines).repeated.values()].flatMap((names): readonly Draft[] => {
      const pair = lateName(names);
      if (pair === undefined) return [];
      const [short, first] = pair;
      return [
        {
          place: placeOf(short),
          message: say('late-full-name.found', { actual: short.result.surface, full: first.result.surface }),
          related: [{ place: placeOf(first), message: say('late-full-name.full') }],
        },
      ];
    });
  },
};

const known = new WeakMap<readonly Named[], readonly [Named, Named] | undefined>();

/** The short form that comes too soon, and the first of the longer names; worked out once while the names stay. */
function lateName(names: readonly Named[]): readonly [Named, Named] | undefined {
  if (!known.has(names)) known.set(names, findLateName(names));
  return known.get(names);
}

function findLateName(names: readonly Named[]): readonly [Named, Named] | undefined {
  const full = names.reduce((best, each) => (each.result.folded.length > best.result.folded.length ? each : best));
  const isShort = ({ result }: Named): boolean => isShortFor(result.folded, full.result.folded);
  const at = names.findIndex((each) => each.result.inText && isShort(each));
  const short = names[at];
  if (short === undefined) return undefined;
  // Any longer name has introduced the body already, if not in the same words.
  const introduced = names.findIndex(
    (each) => !isShort(each) && each.result.folded.length > short.result.folded.length,
  );
  const first = names[introduced];
  if (introduced < at || first?.result.inText !== true || isDeclared(short, first)) return undefined;
  return [short, first];
}

/** 武工队（全称“武装工作队”）: the full name comes at once. */
function isDeclared(short: Named, full: Named): boolean {
  if (full.line !== short.line) return false;
  const between = short.analyzed.text.slice(short.result.end, full.result.start);
  return between.length <= 3 || /全[稱称]|即是?[「“]?$/u.test(between);
}

interface Sight {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly folded: string;
  /** In running text, not in a heading, a caption or a line without a full stop, which may be one. */
  readonly inText: boolean;
}

type Named = Sighted<Sight>;

function placeOf({ line, result: { start, end } }: Named): Place {
  return { line, start, end };
}

/** Made of characters of the full name that do not stand together in it: 贸发局 of 香港贸易发展局. */
function isShortFor(short: string, full: string): boolean {
  const [bare, whole] = [short, full].map((name) => name.replace(/人民|中华人民共和国/gu, ''));
  return (
    short.length <= Math.min(5, full.length - 2) &&
    isAbbreviation(short, full) &&
    whole?.includes(bare ?? '') !== true &&
    // 武汉实验室 for 武汉病毒实验室 only leaves a word out: that is no short name that must be declared.
    (short.length <= 3 || gapsIn(short, full) >= 2) &&
    !/^中共|^[工学协商议国省市县]会$|(?:[省市县区州国]委|党委|纪委|政府|人大|政协|中央|央行|法院|检察院)$/u.test(
      short,
    ) &&
    !full.endsWith('政府')
  );
}

/** How many stretches of `full` lie between characters of `short`. */
function gapsIn(short: string, full: string): number {
  const places = [...short].reduce<number[]>(
    (found, character) => [...found, full.indexOf(character, (found.at(-1) ?? -1) + 1)],
    [],
  );
  return places.filter((place, at) => at > 0 && place > (places[at - 1] ?? 0) + 1).length;
}

const bodies = rememberGroups<Sight>(
  ({ kind, text, mentions }) =>
    mentions.filter(isBody).map(({ entity, start, end, surface, folded }) => ({
      entity,
      start,
      end,
      surface,
      folded,
      inText: (kind === 'text' || kind === 'list') && /[。；]/u.test(text),
    })),
  ({ entity }) => entity,
);

function isBody(mention: Mention): mention is Mention & { readonly entity: string } {
  return (
    mention.type === 'ORGANISATION' && mention.entity !== undefined && /^\p{Script=Han}{2,}$/u.test(mention.folded)
  );
}
