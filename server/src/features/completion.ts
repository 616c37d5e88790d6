import {
  CompletionItemKind,
  CompletionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { isValueType } from '../analysis/types';
import { regionOf } from './card';
import { findConcepts, findThings, type Candidate, type CompletionQuery } from './completion-search';
import { convertText } from './conversion';
import type { DocumentRequest, Host } from './host';
import { readingTableOf } from './readings';

/** Marks behind which names and terms are offered; nothing pops up in running prose. */
export const completionTriggers = ['「', '『', '“', '《', '@'];

/**
 * Names known in the workspace and terms of the glossary, in the document's script: behind an opening mark or @, or when
 * asked for. Found by characters of either script, full pinyin, initials or Jyutping (tone numbers may be left out).
 */
export async function completion({
  host,
  snapshot,
  params,
  token,
}: DocumentRequest<CompletionParams>): Promise<CompletionList> {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const text = snapshot.index.lines[line] ?? '';
  const asked = params.context === undefined || params.context.triggerKind === CompletionTriggerKind.Invoked;
  const [typed = ''] = /[\p{Script=Han}A-Za-z0-9·]*$/u.exec(text.slice(Math.max(0, unit - 20), unit)) ?? [];
  const query = /[A-Za-z][A-Za-z0-9]*$/u.exec(typed)?.[0] ?? /\D*$/u.exec(typed)?.[0] ?? '';
  const start = unit - query.length;
  const behindMark = completionTriggers.includes(text.charAt(start - 1));
  if (!behindMark && !asked) return { isIncomplete: false, items: [] };
  const search: CompletionQuery = {
    key: host.knowledge.fold(query).toLowerCase(),
    region: regionOf(snapshot),
    most,
    readings: { table: await readingTableOf(host), fold: host.knowledge.fold },
    token,
  };
  const candidates = [
    ...(await findThings(host, search)).filter(({ type }) => type === 'CONCEPT' || !isValueType(type)),
    ...(await findConcepts(host, search)),
  ].sort((a, b) => a.rank - b.rank);
  const replaced = text.charAt(start - 1) === '@' ? start - 1 : start;
  const range = host.positions.range(text, line, replaced, unit);
  const items = new Map<string, CompletionItem>();
  for (const candidate of candidates) {
    if (items.size >= most || token.isCancellationRequested) break;
    const label = await labelOf(candidate, search);
    if (items.has(label)) continue;
    items.set(label, {
      label,
      kind: candidate.concept === undefined ? CompletionItemKind.Reference : CompletionItemKind.Text,
      ...detailOf(candidate, host, search),
      // Editors filter by what stands in the document: that already led here.
      filterText: text.slice(replaced, unit),
      textEdit: { range, newText: label },
      sortText: String(items.size).padStart(4, '0'),
    });
  }
  return { isIncomplete: true, items: [...items.values()] };
}

/** In the document's script; a personal name that is known in another script alone is not converted. */
async function labelOf({ form, isOwnScript, type }: Candidate, { region }: CompletionQuery): Promise<string> {
  if (isOwnScript || type === 'PERSON') return form;
  return convertText(form, region === 'cn' ? 'hk' : 'cn', region);
}

function detailOf(
  { type, concept }: Candidate,
  host: Host,
  { region }: CompletionQuery,
): Pick<CompletionItem, 'detail' | 'documentation'> {
  const kind = host.t(`type.${type}`);
  if (concept === undefined) return { detail: kind };
  const { hant, hans, en } = concept.definition;
  const documentation = (region === 'cn' ? hans : hant) ?? hant ?? hans ?? en;
  const english = concept.en?.[0];
  return {
    detail: english === undefined ? kind : `${kind} · ${english}`,
    ...(documentation === undefined ? {} : { documentation }),
  };
}

const most = 60;
