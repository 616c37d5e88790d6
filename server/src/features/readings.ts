import { noReadings, parseReadings, placeReadings, type ReadingTable } from '../lexicon/reading-table';
import { convertText } from './conversion';
import type { Host } from './host';

/** How a text is read aloud: a syllable for each character that has one, what has none as it stands. */
export interface Pronunciation {
  /** Pinyin with tone marks, the tones of the dictionary. */
  readonly mandarin: readonly string[];
  /** Jyutping with tone numbers. */
  readonly cantonese: readonly string[];
}

/** Readings of a text for searching: syllables run together without tones (`ü` as `v`), and the initials. */
export interface Readings {
  readonly full: string;
  readonly initials: string;
  readonly jyutping: string;
}

/**
 * Reads a text in either script aloud. General readings are those of pinyin-pro and to-jyutping (loaded at the first
 * call); places, words and surnames that these get wrong stand in `table`.
 */
export async function pronounce(
  text: string,
  { isPerson = false, table, fold }: PronounceOptions,
): Promise<Pronunciation> {
  const [{ pinyin }, { getJyutpingList }] = await Promise.all([import('pinyin-pro'), import('to-jyutping')]);
  const simplified = await convertText(text, 'hk', 'cn');
  // What changes on the way to Simplified is Traditional already: 干預 must not be taken for 幹預.
  const traditional = simplified === text ? await convertText(text, 'cn', 'hk') : text;
  const mandarin = aligned(text, simplified, (each) =>
    pinyin(each, { type: 'array', surname: isPerson ? 'head' : 'off', toneSandhi: false }),
  );
  const cantonese = aligned(text, traditional, (each) =>
    getJyutpingList(each).map(([character, reading]) => reading ?? character),
  );
  for (const { start, reading } of placeReadings(table, fold(text), isPerson)) {
    mandarin.splice(start, reading.mandarin.length, ...reading.mandarin);
    cantonese.splice(start, reading.cantonese.length, ...reading.cantonese);
  }
  return { mandarin, cantonese };
}

export interface PronounceOptions {
  readonly isPerson?: boolean;
  readonly table: ReadingTable;
  readonly fold: (text: string) => string;
}

/** The readings of a text for searching; each text is read once. */
export async function readingsOf(text: string, options: PronounceOptions): Promise<Readings> {
  const key = options.isPerson === true ? `person ${text}` : text;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const { mandarin, cantonese } = await pronounce(text, options);
  const plain = mandarin.map(withoutTone);
  const readings = {
    full: plain.join(''),
    initials: plain.map((syllable) => syllable.charAt(0)).join(''),
    jyutping: cantonese.map((syllable) => syllable.replace(/\d$/u, '').toLowerCase()).join(''),
  };
  if (cache.size > 200_000) cache.clear();
  cache.set(key, readings);
  return readings;
}

/** Whether `readingsOf` would answer at once. */
export function isRead(text: string, isPerson: boolean): boolean {
  return cache.has(isPerson ? `person ${text}` : text);
}

/** Whether a query in Latin letters (tone numbers allowed) finds a text by the beginning of a reading or the initials. */
export function matchesReading(query: string, { full, initials, jyutping }: Readings): boolean {
  const plain = query.replace(/\d/gu, '');
  if (plain === '') return false;
  const begins = full.startsWith(plain) || initials.startsWith(plain) || jyutping.startsWith(plain);
  return begins || (plain.length > 3 && (full.includes(plain) || jyutping.includes(plain)));
}

/** The shipped table of readings, read once; general readings alone where it cannot be read. */
export function readingTableOf(host: Pick<Host, 'fileSystem' | 'dataFolder' | 'knowledge'>): Promise<ReadingTable> {
  loading ??= host.fileSystem.read(`${host.dataFolder}/readings.tsv`).then(
    (bytes) => parseReadings(new TextDecoder().decode(bytes), host.knowledge.fold),
    () => noReadings,
  );
  return loading;
}

let loading: Promise<ReadingTable> | undefined;
const cache = new Map<string, Readings>();

/** The syllables of a converted text, or of the text itself where conversion has changed its length. */
function aligned(text: string, converted: string, read: (text: string) => string[]): string[] {
  const syllables = read(converted.length === text.length ? converted : text);
  return syllables.length === text.length ? syllables : read(text);
}

function withoutTone(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
}
