import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import type { RuleData } from './data';
import { rememberGroups, type Groups, type Sighted } from './groups';
import { keptText } from './scan';
import type { Draft, Fix, HouseStyle, Place, Rule, RuleContext } from './types';
import type { VariantPair } from './variant-data';

/**
 * Two Traditional forms of one character in one text: 有着 beside 藉著, 衞生 beside 衛生, 台灣 beside 臺灣. The rarer one is told
 * of, once, with a fix for all its places; with a house style, the form that the style does not write.
 *
 * Spares: words that have one form only (著名, 顯著; 台州, 天台), names of persons, for 台 and 臺 those of bodies and titles too,
 * pairs of which the house style accepts both, texts with one form throughout.
 */
export const characterVariant: Rule = {
  id: 'character-variant',
  group: 'script',
  severity: 'info',
  find(context) {
    const { analysis, data, settings } = context;
    if (analysis.profile.script !== 'hant') return [];
    const { all } = scanOf(data)(analysis.lines);
    return data.variants.flatMap((pair, number): readonly Draft[] => {
      const both = [all.get(keyOf(number, 0)) ?? [], all.get(keyOf(number, 1)) ?? []] as const;
      const usual = usualOf(pair, both, settings.houseStyle);
      return usual === undefined ? [] : draftFor(pair, both, usual, context);
    });
  },
};

type Form = 0 | 1;

/** The form to write, or nothing where both may stand. */
function usualOf(
  { forms, house }: VariantPair,
  [first, second]: readonly [readonly unknown[], readonly unknown[]],
  style: HouseStyle | undefined,
): Form | undefined {
  const prescribed = style === undefined ? undefined : house[style];
  if (prescribed !== undefined) return prescribed === forms[0] ? 0 : 1;
  if (first.length === 0 || second.length === 0) return undefined;
  return first.length >= second.length ? 0 : 1;
}

function draftFor(
  { forms, house }: VariantPair,
  both: readonly [readonly Sighted<Sight>[], readonly Sighted<Sight>[]],
  usual: Form,
  { say, settings: { houseStyle: style } }: RuleContext,
): readonly Draft[] {
  const rare = usual === 0 ? 1 : 0;
  const places = both[rare].map(({ line, analyzed, result: { at } }): Place => ({
    line,
    ...toSource(analyzed.view, { start: at, end: at + 1 }),
  }));
  const [first] = places;
  if (first === undefined) return [];
  const values = { actual: forms[rare], expected: forms[usual], count: places.length, other: both[usual].length };
  const isPrescribed = style !== undefined && house[style] !== undefined;
  const replace = (where: readonly Place[], title: string): Fix => ({
    title,
    edits: where.map((place) => ({ place, text: forms[usual] })),
    safe: false,
    preferred: isPrescribed && where.length === places.length,
  });
  const one = replace([first], say('fix.replace', values));
  const all = replace(places, say('fix.replaceAll', values));
  return [
    {
      place: first,
      message: isPrescribed
        ? say('character-variant.style', { ...values, style: style.toUpperCase() })
        : say('character-variant.found', values),
      fixes: places.length > 1 ? [all, one] : [one],
    },
  ];
}

interface Sight {
  readonly at: number;
  /** Of the pair and the form. */
  readonly key: string;
}

/** Pairs may share their forms: 台 and 臺 are compared in words of one kind with each other alone. */
function keyOf(pair: number, form: Form): string {
  return `${pair} ${form}`;
}

type Scan = (lines: readonly AnalyzedLine[]) => Groups<Sight>;
const scans = new WeakMap<RuleData, Scan>();

function scanOf(data: RuleData): Scan {
  const known = scans.get(data);
  if (known !== undefined) return known;
  const byCharacter = new Map<string, readonly { readonly pair: VariantPair; readonly key: string }[]>();
  data.variants.forEach((pair, number) => {
    for (const form of [0, 1] as const) {
      const entry = { pair, key: keyOf(number, form) };
      byCharacter.set(pair.forms[form], [...(byCharacter.get(pair.forms[form]) ?? []), entry]);
    }
  });
  const any = new RegExp(`[${[...byCharacter.keys()].join('')}]`, 'u');
  const scan = rememberGroups<Sight>(
    (line) => {
      if (!isRead(line.kind) || !any.test(line.text)) return [];
      const kept = keptText(line);
      const found: Sight[] = [];
      for (let at = 0; at < kept.length; at += 1)
        for (const { pair, key } of byCharacter.get(kept.charAt(at)) ?? [])
          if (counts(line, at, pair)) found.push({ at, key });
      return found;
    },
    ({ key }) => key,
  );
  scans.set(data, scan);
  return scan;
}

function counts({ view, mentions }: AnalyzedLine, at: number, { only, spared, isKeptInNames }: VariantPair): boolean {
  const isAt = (word: { readonly word: string; readonly at: number }): boolean =>
    view.text.startsWith(word.word, at - word.at);
  if ((only.length > 0 && !only.some(isAt)) || spared.some(isAt)) return false;
  const { start } = toSource(view, { start: at, end: at + 1 });
  const mention = mentions.find((each) => each.start <= start && start < each.end);
  if (mention?.type === 'PERSON') return false;
  return !(isKeptInNames && (mention?.type === 'ORGANISATION' || mention?.type === 'DOCUMENT'));
}
