import { readTypos, type TypoTable } from './typo-data';
import { readWording, type WordingTable } from './wording-data';
import { readVariants, type VariantPair } from './variant-data';

/** One word list entry: a Traditional word and its careless Simplified-character spelling. */
export interface ScriptWord {
  /** The right word. */
  readonly word: string;
  /** What a careless conversion leaves: the word with its characters folded. */
  readonly wrong: string;
  readonly standing: 'certain' | 'variant' | 'accepted' | 'trap';
}

/** A character that a Traditional text hardly has by itself, with the neighbours that tell. */
export interface ScriptSingle {
  readonly right: string;
  /** Empty: behind any character. */
  readonly behind: string;
  readonly notBehind: string;
  readonly notBefore: string;
}

/** What the rules look things up in; loaded once. */
export interface RuleData {
  /** Character → what the other script writes, for characters that one script alone uses. */
  readonly simplifiedOnly: ReadonlyMap<string, string>;
  readonly traditionalOnly: ReadonlyMap<string, string>;
  /** By the first two characters of the wrong spelling, longest first. */
  readonly scriptWords: ReadonlyMap<string, readonly ScriptWord[]>;
  /** First UTF-16 units of the keys of `scriptWords`: most characters begin none. */
  readonly scriptWordStarts: ReadonlySet<number>;
  readonly scriptSingles: ReadonlyMap<string, ScriptSingle>;
  readonly typos: TypoTable;
  readonly variants: readonly VariantPair[];
  readonly wording: WordingTable;
}

/** Reads `server/data/rules/*.tsv` (name → content); `fold` is the view's folding. Never reads a file itself. */
export function loadRuleData(files: ReadonlyMap<string, string>, fold: (text: string) => string): RuleData {
  const simplifiedOnly = new Map<string, string>();
  const traditionalOnly = new Map<string, string>();
  for (const [character = '', other = '', script = ''] of rowsOf(files.get('characters.tsv'))) {
    (script === 'hans' ? simplifiedOnly : traditionalOnly).set(character, other);
  }
  const scriptSingles = new Map<string, ScriptSingle>();
  for (const [character = '', right = '', behind = '', notBehind = '', notBefore = ''] of rowsOf(
    files.get('script-singles.tsv'),
  )) {
    scriptSingles.set(character, { right, behind, notBehind, notBefore });
  }
  const scriptWords = readScriptWords(files.get('script-words.tsv'), fold);
  const scriptWordStarts = new Set([...scriptWords.keys()].map((key) => key.charCodeAt(0)));
  const typos = readTypos(files.get('typos.tsv'), fold);
  const variants = readVariants(files.get('variants.tsv'), fold);
  const wording = readWording(files.get('regional.tsv'), fold);
  return { typos, variants, wording, simplifiedOnly, traditionalOnly, scriptWords, scriptWordStarts, scriptSingles };
}

function readScriptWords(content: string | undefined, fold: (text: string) => string): RuleData['scriptWords'] {
  const index = new Map<string, ScriptWord[]>();
  for (const [character = '', standing = '', words = ''] of rowsOf(content)) {
    if (standing !== 'certain' && standing !== 'variant' && standing !== 'accepted' && standing !== 'trap') continue;
    for (const entry of words.split(' ').filter((each) => each.length >= 2)) {
      // `word=wrong` spells the wrong form out where it is not the folded word.
      const [word = '', spelt] = entry.split('=');
      const wrong = spelt ?? (standing === 'trap' ? word : word.replaceAll(character, fold(character)));
      if (standing !== 'trap' && wrong === word) continue;
      const key = wrong.slice(0, 2);
      index.set(key, [...(index.get(key) ?? []), { word, wrong, standing }]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return index;
}

function rowsOf(content: string | undefined): readonly (readonly string[])[] {
  return (content ?? '')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .slice(1)
    .map((row) => row.split('\t'));
}
