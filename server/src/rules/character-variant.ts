import { toSource } from '../text/view';
import { rememberScan, keptText } from './scan';
import type { Draft, HouseStyle, Rule } from './types';
import { isRead } from '../analysis/structure';

/**
 * Two Traditional forms of one character in one text: 有着 beside 藉著, 衞生 beside 衛生. The rarer one is told of, once; with
 * a house style, the one that the style does not use.
 *
 * Spares: 著 where it is a word of its own (著名, 顯著, 著作, 原著), names of persons, texts with one form throughout.
 */
export const characterVariant: Rule = {
  id: 'character-variant',
  group: 'script',
  severity: 'info',
  find({ analysis, settings, say }) {
    if (analysis.profile.script !== 'hant') return [];
    const counts = new Map<string, { count: number; first: { line: number; start: number; end: number } }>();
    for (const { line, analyzed, results } of scan(analysis.lines)) {
      for (const { at, character } of results) {
        const entry = counts.get(character);
        if (entry !== undefined) entry.count += 1;
        else
          counts.set(character, { count: 1, first: { line, ...toSource(analyzed.view, { start: at, end: at + 1 }) } });
      }
    }
    return pairs.flatMap((pair): readonly Draft[] => {
      const [a, b] = [counts.get(pair.hk), counts.get(pair.tw)];
      const style = settings.houseStyle;
      const [usual, rare] = style === undefined ? majority(pair, a?.count ?? 0, b?.count ?? 0) : byStyle(pair, style);
      const found = counts.get(rare);
      if (found === undefined || (style === undefined && (a === undefined || b === undefined))) return [];
      return [
        {
          place: found.first,
          message: say('character-variant.found', {
            actual: rare,
            expected: usual,
            count: found.count,
            other: counts.get(usual)?.count ?? 0,
          }),
          fixes: [
            {
              title: say('fix.replace', { actual: rare, expected: usual }),
              edits: [{ place: found.first, text: usual }],
              safe: false,
              preferred: false,
            },
          ],
        },
      ];
    });
  },
};

interface Pair {
  readonly hk: string;
  readonly tw: string;
}

/** The form that papers of Hong Kong use, and that of Taiwan. */
const pairs: readonly Pair[] = [
  { hk: '衞', tw: '衛' },
  { hk: '着', tw: '著' },
  { hk: '裏', tw: '裡' },
  { hk: '峯', tw: '峰' },
  { hk: '羣', tw: '群' },
  { hk: '綫', tw: '線' },
  { hk: '牀', tw: '床' },
  { hk: '麪', tw: '麵' },
];

function majority({ hk, tw }: Pair, a: number, b: number): readonly [string, string] {
  return a >= b ? [hk, tw] : [tw, hk];
}

function byStyle({ hk, tw }: Pair, style: HouseStyle): readonly [string, string] {
  return style === 'hk' ? [hk, tw] : [tw, hk];
}

const characters = new Set(pairs.flatMap(({ hk, tw }) => [hk, tw]));
const anyCharacter = new RegExp(`[${[...characters].join('')}]`, 'u');

const scan = rememberScan<{ readonly at: number; readonly character: string }>((line) => {
  if (!isRead(line.kind) || !anyCharacter.test(line.text)) return [];
  const kept = keptText(line);
  const found: { at: number; character: string }[] = [];
  for (let at = 0; at < kept.length; at += 1) {
    const character = kept.charAt(at);
    if (!characters.has(character) || (character === '著' && isWord(kept, at))) continue;
    const { start } = toSource(line.view, { start: at, end: at + 1 });
    if (line.mentions.some((mention) => mention.type === 'PERSON' && mention.start <= start && start < mention.end))
      continue;
    found.push({ at, character });
  }
  return found;
});

/** 著名, 顯著: 著 in a meaning that 着 never has. */
function isWord(text: string, at: number): boolean {
  return (
    /^著(?:名|作|述|者|稱|称|錄|有|書|书)/u.test(text.slice(at)) ||
    /[顯显昭卓原名土巨編编專专合論论遺遗拙譯译]$/u.test(text.slice(0, at))
  );
}
