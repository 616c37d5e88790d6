import type {
  PrepareRenameParams,
  Range,
  RenameParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { isValueType } from '../analysis/types';
import { findMentionAt, findSameThing, type MentionAt } from '../workspace/finder';
import type { IndexedMention } from '../workspace/entity-index';
import { convertText } from './conversion';
import { Refusal, type DocumentRequest } from './host';
import { locationOf } from './locations';

/** The range and present name of what would be renamed; refuses with a sentence where there is nothing to rename. */
export function prepareRename({ host, snapshot, params }: DocumentRequest<PrepareRenameParams>): {
  range: Range;
  placeholder: string;
} {
  const { mention, line } = findRenamable({ host, snapshot, params });
  return {
    range: host.positions.range(snapshot.analysis.lines[line]?.text ?? '', line, mention.start, mention.end),
    placeholder: mention.surface,
  };
}

/**
 * Renames a thing wherever it stands under the name that the caret is on: in every document, each mention in its own
 * script. Other forms of its name, abbreviations among them, are left alone. Edits carry the versions they were
 * computed on.
 */
export async function rename({ host, snapshot, params }: DocumentRequest<RenameParams>): Promise<WorkspaceEdit> {
  const newName = params.newName.trim();
  if (newName === '' || /[\p{Cc}\u2028\u2029]/u.test(newName)) throw new Refusal(host.t('rename.badName'));
  const { mention } = findRenamable({ host, snapshot, params });
  const { fold } = host.knowledge;
  const index = host.workspace.freshIndex();
  const key = mention.folded;
  const textOf = ({ uri, line, start, end }: IndexedMention): string => index.lineText(uri, line).slice(start, end);
  const chosen = findSameThing(index, mention).filter(
    (each) => fold(textOf(each)) === key || textOf(each) === mention.surface,
  );
  const [hant, hans] = await inBothScripts(newName, mention.type === 'PERSON');
  const ownScript = snapshot.analysis.profile.script;
  const byUri = new Map<string, TextEdit[]>();
  for (const each of chosen) {
    const text = textOf(each);
    const script = scriptOf(text, host.workspace.snapshot(each.uri)?.analysis.profile.script ?? ownScript);
    const newText = text === mention.surface || script === undefined ? newName : script === 'hans' ? hans : hant;
    const edits = byUri.get(each.uri) ?? [];
    edits.push({ range: locationOf(host, each).range, newText });
    byUri.set(each.uri, edits);
  }
  if (!host.client.versionedEdits) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, edits]): TextDocumentEdit => ({
    textDocument: { uri, version: host.workspace.documents.get(uri)?.version ?? null },
    edits,
  }));
  return { documentChanges };

  /** The script that a mention shows: by its own characters, else by its document's. */
  function scriptOf(text: string, documentScript: string): 'hant' | 'hans' | undefined {
    const table = host.knowledge.scripts;
    for (let at = 0; at < text.length; at += 1) {
      const script = table[text.charCodeAt(at)];
      if (script === 1) return 'hant';
      if (script === 2) return 'hans';
    }
    return documentScript === 'hant' || documentScript === 'hans' ? documentScript : undefined;
  }
}

function findRenamable({
  host,
  snapshot,
  params,
}: Pick<DocumentRequest<PrepareRenameParams>, 'host' | 'snapshot' | 'params'>): MentionAt {
  const { line, unit } = host.positions.place(snapshot.index, params.position);
  const found = findMentionAt(snapshot, line, unit);
  if (found === undefined) throw new Refusal(host.t('rename.nothing'));
  const { mention } = found;
  if (isValueType(mention.type)) throw new Refusal(host.t('rename.value'));
  if (mention.entity === undefined || mention.entity.includes('+'))
    throw new Refusal(host.t('rename.compound', { name: mention.surface }));
  if (mention.folded.length < 2) throw new Refusal(host.t('rename.tooShort', { name: mention.surface }));
  return found;
}

/** The new name in Traditional and Simplified; a person's is left as the user wrote it. */
async function inBothScripts(name: string, isPerson: boolean): Promise<readonly [string, string]> {
  if (isPerson) return [name, await convertText(name, 'hk', 'cn')];
  const hans = await convertText(name, 'hk', 'cn');
  return [hans === name ? await convertText(name, 'cn', 'hk') : name, hans];
}
