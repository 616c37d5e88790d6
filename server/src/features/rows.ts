import { mentionTypes, type MentionType } from '../analysis/types';
import type { IndexedMention, IndexedThing } from '../workspace/entity-index';
import { Refusal, type Host } from './host';
import { locationOf } from './locations';
import type { EntityRow, MentionRow, Page, PageParams, ScopeParams } from './protocol';

/** The part of the rows that is asked for, each made only when it is in that part. */
export function pageOf<T, R>(all: readonly T[], params: PageParams, make: (each: T) => R): Page<R> {
  const from = params.offset ?? 0;
  return { total: all.length, rows: all.slice(from, from + (params.limit ?? all.length)).map(make) };
}

/** The index's filter of a scope; refuses a type that there is not. */
export function filterOf({ textDocument, type }: ScopeParams): { uri?: string; type?: MentionType } {
  if (type !== undefined && !mentionTypes.includes(type)) throw new Refusal(`unknown type ${String(type)}`);
  return { ...(textDocument === undefined ? {} : { uri: textDocument.uri }), ...(type === undefined ? {} : { type }) };
}

/** A thing with its most frequent forms. */
export function toEntityRow({ id, type, name, forms, count, files }: IndexedThing): EntityRow {
  return { id, type, name, forms: forms.slice(0, mostForms), count, files };
}

/** A mention with what stands on either side of it. */
export function toMentionRow(host: Host, mention: IndexedMention): MentionRow {
  const text = host.workspace.index.lineText(mention.uri, mention.line);
  return {
    ...locationOf(host, mention),
    before: text.slice(wholeFrom(text, Math.max(0, mention.start - context)), mention.start),
    surface: text.slice(mention.start, mention.end),
    after: text.slice(mention.end, wholeFrom(text, mention.end + context)),
  };
}

/** UTF-16 units on either side. */
const context = 32;
const mostForms = 12;

/** Not between the two halves of a surrogate pair. */
function wholeFrom(text: string, at: number): number {
  return /[\udc00-\udfff]/u.test(text.charAt(at)) && /[\ud800-\udbff]/u.test(text.charAt(at - 1)) ? at + 1 : at;
}
