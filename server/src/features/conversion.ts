import type { ConverterFunction } from 'opencc-js';
import { convertedInNames, fixedWords, oneToMany, usualForms, wholeWords } from './conversion-words';

export type Region = 'hk' | 'tw' | 'cn';

/**
 * Text for people in another region's characters: opencc-js, whose longest match from the left is kept from running over the
 * ends of words (龙头|发展), and whose rare variants give way to those that papers write. Simplified to Traditional may have
 * to choose: never used for comparing; personal names are for `convertName`.
 */
export async function convertText(text: string, from: Region, to: Region): Promise<string> {
  if (from === to) return text;
  const key = `${from}-${to}`;
  let convert = converters.get(key);
  if (convert === undefined) {
    const { Converter } = await import('opencc-js');
    convert = createConverter(from, to, Converter);
    converters.set(key, convert);
  }
  return convert(text);
}

/**
 * A personal name of a Simplified text in Traditional characters. A character that both scripts have stays, since nobody can
 * tell 林建岳 from 林建嶽 by the characters; one that only Simplified has must change (习 → 習).
 */
export async function convertName(name: string, to: 'hk' | 'tw'): Promise<string> {
  const characters = await Promise.all(
    [...name].map(async (character) => {
      const chosen = convertedInNames.get(character);
      if (chosen !== undefined) return chosen;
      return oneToMany.get(character)?.includes(character) === true ? character : convertText(character, 'cn', to);
    }),
  );
  return characters.join('');
}

type MakeConverter = (options: { from: string; to: string }) => ConverterFunction;

function createConverter(from: Region, to: Region, make: MakeConverter): ConverterFunction {
  const plain = make({ from, to });
  const usual = replacer(pairsOf(usualForms[to], '|'));
  if (from === 'cn') {
    const fixed = new Map(
      pairsOf(fixedWords, '\n').map(([word, hk, tw = hk]): [string, string] => [word, to === 'hk' ? hk : tw]),
    );
    const words = [...new Set([...wholeWords, ...fixed.keys()])].sort((a, b) => b.length - a.length);
    const whole = new RegExp(`(${[surname, ...words].join('|')})`, 'u');
    fixed.set('于', '于');
    return (text) =>
      usual(
        text
          .split(whole)
          .map((piece) => fixed.get(piece) ?? (piece === '' ? '' : plain(piece)))
          .join(''),
      );
  }
  if (to !== 'cn') return (text) => usual(plain(text));
  // Papers of Hong Kong write 着, and some of them 著 as in Taiwan.
  const asInTaiwan = make({ from: 'tw', to });
  return (text) => usual(plain(from === 'hk' && text.includes('著') ? asInTaiwan(text) : text));
}

/** 于 as a surname: behind an office, before a given name and what its bearer says. */
const surname =
  '(?<=人|长|理|任|裁|席|者|授|员|记|士|师)于(?=[\\p{Script=Han}]{1,2}(?:介绍|表示|说|指出|认为|告诉|强调|坦言|透露))';

/** The words of each entry of a list. */
function pairsOf(list: string, mark: string): readonly (readonly [string, string, ...string[]])[] {
  return list
    .split(mark)
    .map((entry) => entry.trim().split(' '))
    .filter((words): words is [string, string, ...string[]] => words.length > 1);
}

function replacer(pairs: readonly (readonly [string, string, ...string[]])[]): ConverterFunction {
  const forms = new Map(pairs.map(([form, usual]) => [form, usual]));
  const any = new RegExp([...forms.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');
  return (text) => text.replace(any, (form) => forms.get(form) ?? form);
}

const converters = new Map<string, ConverterFunction>();
