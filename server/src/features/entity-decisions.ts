import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isValueType, type Entity, type Mention, type NamingType } from '../analysis/types';
import { addDecision, type NewDecision } from '../workspace/decision-writer';
import type { Snapshot } from '../workspace/document';
import { findMentionAt } from '../workspace/finder';
import { homeOf } from '../workspace/uris';
import { indexLines } from '../text/lines';
import { Refusal, type DocumentRequest, type Host, type WorkspaceRequest } from './host';
import { entitiesUri } from './own-entities';
import type { DecisionDraft, DecisionParams } from './protocol';

/** The edit that writes a decision into the file of its folder; refuses where there is no folder or the file is broken. */
export async function decideEntity({ host, params }: WorkspaceRequest<DecisionParams>): Promise<DecisionDraft> {
  const { kind, type, names, name, textDocument, onlyHere } = params as Partial<DecisionParams>;
  const clean = (names ?? []).map((each) => each.trim()).filter((each) => each !== '');
  if (kind === undefined || type === undefined || isValueType(type) || clean.length === 0)
    throw new Refusal(host.t('decide.nothing'));
  const home = textDocument === undefined ? undefined : homeOf(host.folders, textDocument.uri);
  const folder = home?.folder ?? host.folders[0];
  if (folder === undefined) throw new Refusal(host.t('decide.noFolder'));
  const scope = onlyHere === true && home !== undefined ? { in: [home.path] } : {};
  const decision = toDecision(kind, type, clean, name?.trim() ?? '', scope);
  if (decision === undefined) throw new Refusal(host.t('decide.nothing'));
  const uri = entitiesUri(folder);
  const edit = await decisionEdit(host, uri, decision);
  if (edit === undefined) throw new Refusal(host.t('decide.broken', { file: '.meipi/entities.yaml' }));
  return { uri, edit };
}

/**
 * What can be decided on the name under the caret. Clients that run the commands ask for the other name themselves; for
 * others the likely ones of the document are offered, when the user asks for actions.
 */
export async function entityActions({
  host,
  snapshot,
  params,
}: Pick<DocumentRequest<CodeActionParams>, 'host' | 'snapshot' | 'params'>): Promise<CodeAction[]> {
  const { line, unit } = host.positions.place(snapshot.index, params.range.start);
  const mention = findMentionAt(snapshot, line, unit)?.mention;
  if (mention?.entity === undefined || mention.entity.includes('+') || host.folders.length === 0) return [];
  if (host.client.commands.includes(commands.sameAs)) {
    const args = [{ uri: snapshot.uri, position: params.range.start }];
    const values = { name: mention.surface };
    return (['sameAs', 'notTheSame', 'nameEntity'] as const).map((key) => {
      const title = host.t(`action.${key}`, values);
      return { title, kind: CodeActionKind.Refactor, command: { title, command: commands[key], arguments: args } };
    });
  }
  if (params.context.triggerKind === CodeActionTriggerKind.Automatic || !host.client.createFiles) return [];
  return offeredDecisions(host, snapshot, mention);
}

/** Commands of the client. */
const commands = {
  sameAs: 'meipi.entity.sameAs',
  notTheSame: 'meipi.entity.notTheSame',
  nameEntity: 'meipi.entity.name',
} as const;

async function offeredDecisions(host: Host, snapshot: Snapshot, mention: Mention): Promise<CodeAction[]> {
  const { entities } = snapshot.analysis;
  const own = entities.get(mention.entity ?? '');
  const home = homeOf(host.folders, snapshot.uri);
  if (own === undefined || home === undefined) return [];
  const { type } = own;
  const { surface } = mention;
  const uri = entitiesUri(home.folder);
  const { keyOf } = host.knowledge.naming;
  const offered: { readonly title: string; readonly decision: NewDecision }[] = likely(own, entities, keyOf).map(
    (other) => ({
      title: host.t('action.sameAsOther', { name: surface, other }),
      decision: { kind: 'same', type, names: [other, own.name] },
    }),
  );
  if (keyOf(surface) !== keyOf(own.name)) {
    const title = host.t('action.notTheSameAs', { name: surface, other: own.name });
    offered.push({ title, decision: { kind: 'apart', type, names: [own.name, surface] } });
  } else {
    const title = host.t('action.notTheSameHere', { name: surface });
    offered.push({ title, decision: { kind: 'apart', type, names: [surface], in: [home.path] } });
  }
  const actions: CodeAction[] = [];
  for (const { title, decision } of offered) {
    const edit = await decisionEdit(host, uri, decision);
    if (edit !== undefined) actions.push({ title, kind: CodeActionKind.Refactor, edit });
  }
  return actions;
}

/** Names of other things of the type that one of the thing's names shortens, or that shorten it. */
function likely(
  own: Entity,
  entities: ReadonlyMap<string, Entity>,
  keyOf: (name: string) => string,
): readonly string[] {
  const key = keyOf(own.name);
  return [...entities.values()]
    .filter(({ id, type }) => type === own.type && id !== own.id && !id.includes('+'))
    .map(({ name }) => name)
    .filter((name) => isWithin(keyOf(name), key) || isWithin(key, keyOf(name)))
    .slice(0, mostOffered);
}

const mostOffered = 3;

/** Whether the characters of one stand in the other in their order. */
function isWithin(short: string, long: string): boolean {
  if (short.length < 2 || short.length > long.length) return false;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
}

function toDecision(
  kind: DecisionParams['kind'],
  type: NamingType,
  names: readonly string[],
  name: string,
  scope: { readonly in?: readonly string[] },
): NewDecision | undefined {
  if (kind === 'name') return name === '' ? undefined : { kind, type, of: names[0] ?? '', name, ...scope };
  const least = kind === 'apart' && scope.in !== undefined ? 1 : 2;
  return new Set(names).size < least ? undefined : { kind, type, names, ...scope };
}

/** The edit that brings a file to hold a decision: only the lines that differ; `undefined` where it cannot be added. */
async function decisionEdit(host: Host, uri: string, decision: NewDecision): Promise<WorkspaceEdit | undefined> {
  const open = host.workspace.documents.get(uri);
  const before =
    open?.index.text ??
    (await host.fileSystem.read(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    ));
  const after = addDecision(before ?? '', decision, host.knowledge.naming.keyOf);
  if (after === undefined) return undefined;
  const index = indexLines(before ?? '');
  const [start, end, text] = differenceOf(before ?? '', after);
  const positionOf = (offset: number): { line: number; character: number } => {
    const line = index.starts.findLastIndex((each) => each <= offset);
    return host.positions.position(index.lines[line] ?? '', line, offset - (index.starts[line] ?? 0));
  };
  const range = { start: positionOf(start), end: positionOf(end) };
  return {
    documentChanges: [
      ...(before === undefined ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version: open?.version ?? null }, edits: [{ range, newText: text }] },
    ],
  };
}

/** What must be replaced, in whole lines: from, to, and the new text. */
function differenceOf(before: string, after: string): readonly [number, number, string] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charAt(head) === after.charAt(head)) head += 1;
  head = head === 0 ? 0 : before.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const lineEnd = before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  return [head, before.length - tail, after.slice(head, after.length - tail)];
}
