import type { CancellationToken } from 'vscode-languageserver';
import type { IndexedThing } from '../workspace/entity-index';
import type { Host } from './host';
import { isRead, matchesReading, readingsOf, readingTableOf } from './readings';

/**
 * The things of which a form holds the words of a filter in either script, or whose name is read so: pinyin in full or by
 * initials, Jyutping with or without tones. In the order in which they came.
 */
export async function searchThings(
  host: Host,
  things: readonly IndexedThing[],
  filter: string,
  token?: CancellationToken,
): Promise<readonly IndexedThing[]> {
  const wanted = host.knowledge.fold(filter.trim()).toLowerCase();
  if (wanted === '') return things;
  const spoken = wanted.replace(/[\s']/gu, '');
  if (!/^[a-z][a-z0-9]*$/u.test(spoken)) return things.filter((thing) => keyOf(host, thing).includes(wanted));
  const table = await readingTableOf(host);
  const found: IndexedThing[] = [];
  let fresh = 0;
  for (const thing of things) {
    if (token?.isCancellationRequested === true) break;
    if (keyOf(host, thing).includes(wanted)) {
      found.push(thing);
      continue;
    }
    const isPerson = thing.type === 'PERSON';
    for (const form of formsToRead(thing)) {
      if (!isRead(form, isPerson)) {
        // Reading aloud takes time once: after so many the most frequent things have had their turn.
        if (fresh >= mostFresh) break;
        fresh += 1;
        if (fresh % breath === 0) await breathe();
      }
      if (!matchesReading(spoken, await readingsOf(form, { isPerson, table, fold: host.knowledge.fold }))) continue;
      found.push(thing);
      break;
    }
  }
  return found;
}

/** Forms read anew in one search; those that were read before cost nothing. */
const mostFresh = 20_000;
const breath = 100;

/** The name and the most frequent forms; the two scripts of one form read the same. */
function formsToRead({ name, forms }: IndexedThing): ReadonlySet<string> {
  return new Set([name, ...forms.slice(0, 3).map(({ surface }) => surface)]);
}

function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Folded forms, kept as long as the index keeps the thing. */
const keys = new WeakMap<IndexedThing, string>();

function keyOf(host: Host, thing: IndexedThing): string {
  const known = keys.get(thing);
  if (known !== undefined) return known;
  const key = host.knowledge.fold([thing.name, ...thing.forms.map(({ surface }) => surface)].join('\n')).toLowerCase();
  keys.set(thing, key);
  return key;
}
