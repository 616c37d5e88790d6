import type { Location } from 'vscode-languageserver';
import type { IndexedMention } from '../workspace/entity-index';
import type { Host } from './host';

/** Where a mention of the index stands, in the protocol's terms. */
export function locationOf(host: Host, { uri, line, start, end }: IndexedMention): Location {
  return { uri, range: host.positions.range(host.workspace.index.lineText(uri, line), line, start, end) };
}
