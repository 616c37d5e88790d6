import { mentionTypes, type MentionType } from '../analysis/types';
import type { IndexedMention } from '../workspace/entity-index';
import { Refusal, type WorkspaceRequest } from './host';
import type { Graph, GraphParams, MentionRow, Page, TogetherParams } from './protocol';
import { pageOf, toMentionRow } from './rows';

/** The most frequent things and which of them stand in one line together, most frequent pairs first. */
export function makeGraph({ host, params }: WorkspaceRequest<GraphParams>): Graph {
  const types = params.types ?? (['PERSON', 'ORGANISATION'] as const);
  const unknown = types.find((type) => !mentionTypes.includes(type));
  if (unknown !== undefined) throw new Refusal(`unknown type ${unknown}`);
  const index = host.workspace.freshIndex();
  const uri = params.textDocument?.uri;
  const nodes = index
    .things(uri === undefined ? {} : { uri })
    .filter(({ type, id }) => types.includes(type) && !host.settings.hiddenTypes.includes(type) && !isCompound(id))
    .slice(0, params.limit ?? 60)
    .map(({ id, type, name, count }) => ({ id, type, name, count }));
  const shown = new Set(nodes.map(({ id }) => id));
  const weights = new Map<string, number>();
  for (const line of groupByLine(index.mentionsOfTypes(types, uri))) {
    const ids = [...new Set(line.flatMap(thingsOf))].filter((id) => shown.has(id)).sort();
    ids.forEach((from, at) => {
      for (const to of ids.slice(at + 1)) {
        const pair = `${from}\t${to}`;
        weights.set(pair, (weights.get(pair) ?? 0) + 1);
      }
    });
  }
  const edges = [...weights].map(([pair, weight]) => {
    const [from = '', to = ''] = pair.split('\t');
    return { from, to, weight };
  });
  return { nodes, edges: edges.sort((a, b) => b.weight - a.weight).slice(0, mostEdges) };
}

/** The lines that name two things together, by the first mention of the one asked for first. */
export function findTogether({ host, params }: WorkspaceRequest<TogetherParams>): Page<MentionRow> {
  const mentions = host.workspace.freshIndex().mentionsOfTypes(namingTypes, params.textDocument?.uri);
  const places: IndexedMention[] = [];
  for (const line of groupByLine(mentions)) {
    const first = line.find((mention) => thingsOf(mention).includes(params.from));
    if (first !== undefined && line.some((mention) => thingsOf(mention).includes(params.to))) places.push(first);
  }
  return pageOf(places, params, (mention) => toMentionRow(host, mention));
}

const mostEdges = 400;
const namingTypes: readonly MentionType[] = [
  'PERSON',
  'POSITION',
  'ORGANISATION',
  'PLACE',
  'EVENT',
  'POLICY',
  'DOCUMENT',
  'DOMAIN',
];

function isCompound(id: string): boolean {
  return id.includes('+');
}

function thingsOf({ thing }: IndexedMention): readonly string[] {
  return thing.split('+');
}

/** Runs of mentions of one line; they come by document and place. */
function* groupByLine(mentions: readonly IndexedMention[]): Generator<readonly IndexedMention[]> {
  let run: IndexedMention[] = [];
  for (const mention of mentions) {
    const [first] = run;
    if (first !== undefined && (first.uri !== mention.uri || first.line !== mention.line)) {
      yield run;
      run = [];
    }
    run.push(mention);
  }
  if (run.length > 0) yield run;
}
