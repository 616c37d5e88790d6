import type { IdentityTables } from './identify';
import type { Candidate } from './line-facts';

/** The places that relative names belong to: 省 → the province that the document is about, 市 → the city. */
export interface HomePlaces {
  readonly province: string | undefined;
  readonly city: string | undefined;
}

/** The places that a line speaks of, with the weight of each; bodies and offices of a place count twice. */
export type PlaceVotes = readonly (readonly [string, number])[];

/** Collects the place votes of one line's marks; spans are view units. */
export function votesOf(viewText: string, marks: readonly Candidate[], tables: IdentityTables): PlaceVotes {
  const votes: [string, number][] = [];
  for (const mark of marks) {
    const key = viewText.slice(mark.start, mark.end);
    const body = mark.type === 'ORGANISATION' || mark.type === 'POSITION';
    const id = mark.type === 'PLACE' ? tables.places.idOf(key) : body ? tables.places.prefixOf(key)?.id : undefined;
    if (id !== undefined && !id.includes('+')) votes.push([id, body ? 2 : 1]);
  }
  return votes;
}

/** The sum of all lines' votes, from which lines can be taken away again. */
export class HomeCounter {
  private readonly counts = new Map<string, number>();
  private readonly levels = new Map<string, 'province' | 'city' | 'other'>();

  constructor(private readonly tables: IdentityTables) {}

  apply(votes: PlaceVotes, sign: 1 | -1): void {
    for (const [id, weight] of votes) {
      const count = (this.counts.get(id) ?? 0) + sign * weight;
      if (count > 0) this.counts.set(id, count);
      else this.counts.delete(id);
    }
  }

  /** The province and the city with most votes; of equals, the first by id. */
  places(): HomePlaces {
    return { province: this.best('province'), city: this.best('city') };
  }

  private best(level: 'province' | 'city'): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [id, count] of this.counts) {
      if (this.levelOf(id) !== level) continue;
      if (count > most || (count === most && best !== undefined && id < best)) [best, most] = [id, count];
    }
    return best;
  }

  private levelOf(id: string): 'province' | 'city' | 'other' {
    let level = this.levels.get(id);
    if (level === undefined) {
      const name = this.tables.lexicon.entries.get(id)?.name ?? '';
      level = /(?:省|自治区)$/u.test(name) ? 'province' : /(?:市|州|盟|县|区)$/u.test(name) ? 'city' : 'other';
      this.levels.set(id, level);
    }
    return level;
  }
}
