import {
  CompletionItemKind,
  CompletionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { preferredForm } from '../lexicon/glossary';
import { regionOf } from './card';
import type { DocumentRequest } from './host';
import { matchesReading, readingsOf } from './readings';

/** Marks behind which names and terms are offered; nothing pops up in running prose. */
export const completionTriggers = ['「', '『', '“', '《', '@'];

/**
 * Terms and names known in the workspace, in the document's script: behind an opening mark or @, or when asked for. Found
 * by characters of either script, full pinyin or initials.
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
  const [typed = ''] = /[\p{Script=Han}A-Za-z·]*$/u.exec(text.slice(Math.max(0, unit - 20), unit)) ?? [];
  const query = /[A-Za-z]+$/u.exec(typed)?.[0] ?? typed;
  const start = unit - query.length;
  const behindMark = completionTriggers.includes(text.charAt(start - 1));
  if (!behindMark && !asked) return { isIncomplete: false, items: [] };
  const key = host.knowledge.fold(query).toLowerCase();
  const isLatin = /^[a-z]+$/u.test(key);
  const replaced = text.charAt(start - 1) === '@' ? start - 1 : start;
  const range = host.positions.range(text, line, replaced, unit);
  const region = regionOf(snapshot);

  const items: CompletionItem[] = [];
  const seen = new Set<string>();
  const offer = async (
    form: string,
    detail: string,
    kind: CompletionItemKind,
    documentation?: string,
  ): Promise<void> => {
    if (items.length >= most || seen.has(form) || !(await matches(form))) return;
    seen.add(form);
    items.push({
      label: form,
      kind,
      detail,
      filterText: text.slice(replaced, unit),
      textEdit: { range, newText: form },
      sortText: String(items.length).padStart(4, '0'),
      ...(documentation === undefined ? {} : { documentation }),
    });
  };
  for (const thing of host.workspace.freshIndex().things()) {
    if (token.isCancellationRequested) break;
    const own = thing.forms.find(({ surface }) => showsScript(surface)) ?? thing.forms[0];
    if (own !== undefined && [...own.surface].length > 1)
      await offer(own.surface, host.t(`type.${thing.type}`), CompletionItemKind.Reference);
  }
  for (const concept of host.knowledge.glossary.concepts) {
    if (token.isCancellationRequested) break;
    const own = region === 'cn' ? concept.definition.hans : concept.definition.hant;
    await offer(
      preferredForm(concept, region),
      `${host.t(`type.${concept.type}`)} · ${concept.en?.[0] ?? ''}`,
      CompletionItemKind.Text,
      own ?? concept.definition.en,
    );
  }
  return { isIncomplete: true, items };

  async function matches(form: string): Promise<boolean> {
    if (key === '' || host.knowledge.fold(form).toLowerCase().includes(key)) return true;
    return isLatin && matchesReading(key, await readingsOf(form));
  }

  function showsScript(surface: string): boolean {
    const wrong = region === 'cn' ? 1 : 2;
    for (let at = 0; at < surface.length; at += 1)
      if (host.knowledge.scripts[surface.charCodeAt(at)] === wrong) return false;
    return true;
  }
}

const most = 60;
