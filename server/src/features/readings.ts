import { convertText } from './conversion';

/** Mandarin readings of a text for searching: all syllables run together, and their initials. No tones, `ü` as `v`. */
export interface Readings {
  readonly full: string;
  readonly initials: string;
}

/** Loads the reading tables (50 ms, once) and reads a text; names of other scripts than Chinese stay as they are. */
export async function readingsOf(text: string): Promise<Readings> {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const { pinyin } = await import('pinyin-pro');
  const simplified = await convertText(text, 'hk', 'cn');
  const syllables = pinyin(simplified, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  const readings = {
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .toLowerCase(),
  };
  if (cache.size > 50_000) cache.clear();
  cache.set(text, readings);
  return readings;
}

/** Whether a query in Latin letters finds a text by the beginning of its reading or initials. */
export function matchesReading(query: string, { full, initials }: Readings): boolean {
  return full.startsWith(query) || initials.startsWith(query) || (query.length > 3 && full.includes(query));
}

const cache = new Map<string, Readings>();
