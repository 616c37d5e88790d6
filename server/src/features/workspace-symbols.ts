import { SymbolKind, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { MentionType } from '../analysis/types';
import type { IndexedThing } from '../workspace/entity-index';
import type { WorkspaceRequest } from './host';
import { locationOf } from './locations';
import { matchesReading, readingsOf, readingTableOf } from './readings';

/**
 * Things of the workspace by any form in either script, by pinyin, initials or Jyutping. Editors filter once more by the label:
 * where the query matches another form than the name, that form (or reading) stands in the label too.
 */
export async function workspaceSymbols({
  host,
  params,
  token,
}: WorkspaceRequest<WorkspaceSymbolParams>): Promise<SymbolInformation[]> {
  const query = params.query.trim();
  const key = host.knowledge.fold(query).toLowerCase();
  const isLatin = /^[a-z][a-z0-9]*$/u.test(key);
  const table = await readingTableOf(host);
  const index = host.workspace.freshIndex();
  const found: SymbolInformation[] = [];
  for (const thing of index.things()) {
    if (found.length >= most || token.isCancellationRequested) break;
    const matching = query === '' ? '' : await matchOf(thing);
    if (matching === undefined) continue;
    const [first] = index.mentionsOf(thing.id);
    if (first === undefined) continue;
    const name = matching === '' || thing.name.includes(matching) ? thing.name : `${thing.name} ${matching}`;
    found.push({
      name,
      kind: kinds[thing.type],
      location: locationOf(host, first),
      containerName: host.t(`type.${thing.type}`),
    });
  }
  return found;

  /** What the label must hold for the editor's own filter; `undefined` if the thing does not match. */
  async function matchOf(thing: IndexedThing): Promise<string | undefined> {
    for (const { surface } of thing.forms) {
      if (surface.includes(query)) return surface;
      if (host.knowledge.fold(surface).toLowerCase().includes(key)) return query;
    }
    if (!isLatin) return undefined;
    for (const surface of new Set([thing.name, ...thing.forms.slice(0, 3).map((form) => form.surface)])) {
      const readings = await readingsOf(surface, {
        table,
        fold: host.knowledge.fold,
        isPerson: thing.type === 'PERSON',
      });
      if (!matchesReading(key, readings)) continue;
      // The editor looks for the letters as they were typed, tone numbers too.
      return /\d/u.test(key) ? key : ([readings.initials, readings.full].find((each) => each.startsWith(key)) ?? key);
    }
    return undefined;
  }
}

const most = 200;
const kinds: Readonly<Record<MentionType, SymbolKind>> = {
  PERSON: SymbolKind.Variable,
  POSITION: SymbolKind.Property,
  ORGANISATION: SymbolKind.Class,
  PLACE: SymbolKind.Namespace,
  EVENT: SymbolKind.Event,
  POLICY: SymbolKind.Function,
  DOCUMENT: SymbolKind.File,
  DOMAIN: SymbolKind.EnumMember,
  DATE: SymbolKind.Number,
  MONEY: SymbolKind.Number,
  PERCENT: SymbolKind.Number,
  QUANTITY: SymbolKind.Number,
};
