import { parseTable } from './table';

/** How a word is read aloud, a syllable for each character: pinyin with tone marks, Jyutping with tone numbers. */
export interface Reading {
  readonly mandarin: readonly string[];
  readonly cantonese: readonly string[];
}

/** Readings that general dictionaries get wrong, by folded text. */
export interface ReadingTable {
  /** Place names and words, wherever they stand. */
  readonly words: ReadonlyMap<string, Reading>;
  /** Surnames, at the beginning of a personal name. */
  readonly surnames: ReadonlyMap<string, Reading>;
  /** Characters of given names. */
  readonly given: ReadonlyMap<string, Reading>;
}

/** A reading that holds for the characters from `start` (UTF-16 units). */
export interface PlacedReading {
  readonly start: number;
  readonly reading: Reading;
}

export const noReadings: ReadingTable = { words: new Map(), surnames: new Map(), given: new Map() };

/**
 * Reads a table with the columns `kind text mandarin cantonese`. A row is left out when its kind is unknown or when the
 * syllables are not as many as the characters; a cell may be empty where the general reading is right.
 */
export function parseReadings(content: string, fold: (text: string) => string): ReadingTable {
  const table = {
    words: new Map<string, Reading>(),
    surnames: new Map<string, Reading>(),
    given: new Map<string, Reading>(),
  };
  const groups: Readonly<Record<string, Map<string, Reading>>> = {
    word: table.words,
    surname: table.surnames,
    given: table.given,
  };
  for (const { kind = '', text = '', mandarin = '', cantonese = '' } of parseTable(content).rows) {
    const reading = { mandarin: syllablesOf(mandarin), cantonese: syllablesOf(cantonese) };
    const fits = (syllables: readonly string[]): boolean => syllables.length === 0 || syllables.length === text.length;
    if (text !== '' && fits(reading.mandarin) && fits(reading.cantonese)) groups[kind]?.set(fold(text), reading);
  }
  return table;
}

/** The readings of the table that hold in a folded text, longest first from the left, none over another. */
export function placeReadings(table: ReadingTable, folded: string, isPerson: boolean): readonly PlacedReading[] {
  const placed: PlacedReading[] = [];
  let at = 0;
  if (isPerson) {
    const length = [2, 1].find((each) => each < folded.length && table.surnames.has(folded.slice(0, each))) ?? 0;
    const reading = table.surnames.get(folded.slice(0, length));
    if (reading !== undefined) placed.push({ start: 0, reading });
    at = Math.max(1, length);
  }
  const words = isPerson ? table.given : table.words;
  while (at < folded.length) {
    const length = [4, 3, 2, 1].find((each) => words.has(folded.slice(at, at + each))) ?? 0;
    const reading = words.get(folded.slice(at, at + length));
    if (reading !== undefined) placed.push({ start: at, reading });
    at += Math.max(1, length);
  }
  return placed;
}

function syllablesOf(cell: string): readonly string[] {
  return cell.trim() === '' ? [] : cell.trim().split(/\s+/u);
}
