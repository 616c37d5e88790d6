import type { Lexicon, LexiconForm } from '../lexicon/lexicon';

/** Finds the ids of places by their folded names, abbreviations and compounds included. */
export interface PlaceNames {
  /** The id of a place's name, members of a compound joined by `+` in alphabetical order; undefined when unknown. */
  idOf(key: string): string | undefined;
  /** The longest place name that `key` begins with and goes on behind, with its id. */
  prefixOf(key: string): { readonly id: string; readonly length: number } | undefined;
}

/** Reads abbreviations and compounds from the lexicon's tables beside its place entries. */
export function createPlaceNames(lexicon: Lexicon): PlaceNames {
  const abbreviations = new Map<string, string>();
  for (const row of lexicon.tables.get('abbreviations')?.rows ?? []) {
    const char = row['char'] ?? '';
    const known = abbreviations.get(char);
    if (known === undefined || row['kind'] === 'province')
      abbreviations.set(char, (row['ids'] ?? '').split('|')[0] ?? '');
  }
  const compounds = new Map<string, string>();
  for (const row of lexicon.tables.get('compounds')?.rows ?? []) {
    const form = row['form'] ?? '';
    if (!form.startsWith('!')) compounds.set(form.replace('?', ''), row['ids'] ?? '');
  }

  const named = (key: string): string | undefined =>
    preferred(lexicon.formsOf(key).filter((form) => form.entry.type === 'PLACE'))?.entry.id;

  const idOf = (key: string): string | undefined => {
    const compound = compounds.get(key);
    if (compound !== undefined) return compound;
    const direct = named(key);
    if (direct !== undefined) return direct;
    const members = [...key].map((char) => abbreviations.get(char));
    if (members.length <= 5 && members.every((id) => id !== undefined)) return joinIds(members);
    const bare = key.replace(/(?:地区|区域|三地|两地)$/u, '');
    if (bare !== key && bare.length >= 2) return idOf(bare);
    return undefined;
  };

  return {
    idOf,
    prefixOf(key) {
      for (let length = Math.min(key.length - 1, 12); length >= 2; length -= 1) {
        const id = named(key.slice(0, length));
        if (id !== undefined) return { id, length };
      }
      return undefined;
    },
  };
}

/** Joins entity ids into the id of a set: each once, in alphabetical order. */
export function joinIds(ids: readonly (string | undefined)[]): string {
  return [...new Set(ids.filter((id) => id !== undefined))].sort().join('+');
}

function preferred(forms: readonly LexiconForm[]): LexiconForm | undefined {
  return forms.find((form) => form.standing === 'sure') ?? forms.find((form) => form.standing === 'ambiguous');
}
