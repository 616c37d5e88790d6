import type { WorkspaceEdit } from 'vscode-languageserver';
import { stringify } from 'yaml';
import { indexLines } from '../text/lines';
import { findMentionAt } from '../workspace/finder';
import { regionOf } from './card';
import { convertText } from './conversion';
import type { DocumentRequest, Host } from './host';
import type { DraftParams, GlossaryDraft } from './protocol';

/** The entry that 'Add to glossary…' writes for a selection: its forms in both scripts and an empty definition to fill in. */
export async function draftEntry({
  host,
  snapshot,
  params,
}: Pick<DocumentRequest<DraftParams>, 'host' | 'snapshot' | 'params'>): Promise<GlossaryDraft | null> {
  const [folder] = host.folders;
  const start = host.positions.offset(snapshot.index, params.range.start);
  const end = host.positions.offset(snapshot.index, params.range.end);
  const term = snapshot.index.text.slice(start, end).trim();
  if (folder === undefined || term.length < 2 || term.length > 60 || /[\r\n]/u.test(term)) return null;
  const { line, unit } = host.positions.place(snapshot.index, params.range.start);
  const mention = findMentionAt(snapshot, line, unit)?.mention;
  const isNamed = mention !== undefined && mention.entity !== undefined && mention.surface === term;
  const region = regionOf(snapshot);
  const [hk, cn] =
    region === 'cn' ? [await convertText(term, 'cn', 'hk'), term] : [term, await convertText(term, region, 'cn')];
  const place = host.t('draft.definition');
  const entry = {
    forms: { hk: [hk], cn: [cn] },
    ...(isNamed && mention.type !== 'PERSON' ? { type: mention.type } : {}),
    definition: region === 'cn' ? { hans: place } : { hant: place },
  };
  return { uri: `${folder}/.meipi/glossary.yaml`, yaml: stringify([entry], { lineWidth: 0 }) };
}

/** The edit that appends a draft to its file, made first where there is none. */
export async function glossaryEdit(host: Host, draft: GlossaryDraft): Promise<WorkspaceEdit> {
  const open = host.workspace.documents.get(draft.uri);
  const text =
    open?.index.text ??
    (await host.fileSystem.read(draft.uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    ));
  const { lines } = indexLines(text ?? '');
  const last = lines.length - 1;
  const end = host.positions.position(lines[last] ?? '', last, lines[last]?.length ?? 0);
  const newText = (lines[last] ?? '') === '' ? draft.yaml : `\n${draft.yaml}`;
  return {
    documentChanges: [
      ...(text === undefined ? [{ kind: 'create' as const, uri: draft.uri, options: { ignoreIfExists: true } }] : []),
      {
        textDocument: { uri: draft.uri, version: open?.version ?? null },
        edits: [{ range: { start: end, end }, newText }],
      },
    ],
  };
}
