import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { isValueType, mentionTypes, type NamingType } from '../analysis/types';
import type { EntityDecision } from './entity-decisions';

/** What is wrong with a place of the file. Lines and columns count from 1, columns in UTF-16 units. */
export interface DecisionFault {
  readonly kind: DecisionFaultKind;
  readonly detail: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type DecisionFaultKind =
  | 'syntax'
  | 'not-a-list'
  | 'not-a-mapping'
  | 'one-decision'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'too-few'
  | 'contradiction';

/** What `.meipi/entities.yaml` holds: the decisions that are usable, and what is wrong with the rest. */
export interface ReadDecisions {
  readonly decisions: readonly EntityDecision[];
  readonly faults: readonly DecisionFault[];
}

/**
 * Reads the decisions of a folder (YAML, a list of blocks). Accepts every string: a block with a fault is left out, the
 * others hold. Tags and duplicate keys are refused by the parser; nothing is executed.
 */
export function readDecisions(content: string): ReadDecisions {
  const lines = new LineCounter();
  const faults: DecisionFault[] = [];
  const report: Report = ([from, to], kind, detail = '') => {
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to));
    faults.push({
      kind,
      detail,
      line: Math.max(1, start.line),
      column: Math.max(1, start.col),
      endLine: Math.max(1, end.line),
      endColumn: Math.max(1, end.col),
    });
  };
  const document = parseDocument(content, {
    lineCounter: lines,
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: true,
  });
  for (const { pos, message } of document.errors.slice(0, 20)) report(pos, 'syntax', message.split('\n')[0]);
  const root = document.contents;
  if (faults.length > 0 || root === null || (isScalar(root) && root.value === null)) return { decisions: [], faults };
  if (!isSeq(root)) {
    report(rangeOf(root), 'not-a-list');
    return { decisions: [], faults };
  }
  const decisions: EntityDecision[] = [];
  for (const item of root.items as Node[]) {
    if (!isMap(item)) report(rangeOf(item), 'not-a-mapping');
    else {
      const before = faults.length;
      const decision = readDecision(item, lines.linePos(rangeOf(item)[0]).line, report);
      if (decision !== undefined && faults.length === before) decisions.push(decision);
    }
  }
  return { decisions, faults };
}

type Report = (range: readonly [number, number], kind: DecisionFaultKind, detail?: string) => void;

const kinds = ['same', 'apart', 'name'] as const;
const keysOf = { same: ['same'], apart: ['apart'], name: ['name', 'of'] } as const;
const namingTypes: readonly string[] = mentionTypes.filter((type) => !isValueType(type));

function readDecision(map: YAMLMap, line: number, report: Report): EntityDecision | undefined {
  const pairs = map.items as Pair<Node, Node | null>[];
  const present = kinds.filter((kind) => map.has(kind));
  const [kind] = present;
  if (kind === undefined || present.length > 1) {
    report(headOf(map), 'one-decision');
    return undefined;
  }
  const allowed: readonly string[] = [...keysOf[kind], 'type', 'in'];
  for (const { key } of pairs) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!allowed.includes(name)) report(rangeOf(key), 'unknown-key', name);
  }
  for (const key of kind === 'name' ? ['of', 'type'] : ['type'])
    if (!map.has(key)) report(headOf(map), 'missing-key', key);
  const type = readText(map, 'type', report);
  if (type !== undefined && !namingTypes.includes(type)) report(rangeOf(map.get('type', true)), 'wrong-value', type);
  const scope = map.has('in') ? readList(map, 'in', report) : undefined;
  const base = { type: type as NamingType, line, ...(scope === undefined ? {} : { in: scope }) };
  if (kind === 'name')
    return { ...base, kind, name: readText(map, 'name', report) ?? '', of: readText(map, 'of', report) ?? '' };
  const names = readList(map, kind, report) ?? [];
  const least = kind === 'apart' && scope !== undefined ? 1 : 2;
  if (new Set(names).size < least) report(rangeOf(map.get(kind, true)), 'too-few', kind);
  return { ...base, kind, names };
}

function readText(map: YAMLMap, key: string, report: Report): string | undefined {
  const node = map.get(key, true) as Node | undefined;
  if (node === undefined) return undefined;
  const text = textOf(node);
  if (text === undefined) report(rangeOf(node), 'wrong-type', key);
  return text;
}

/** One text stands for a list of one. */
function readList(map: YAMLMap, key: string, report: Report): readonly string[] | undefined {
  const node = map.get(key, true) as Node | undefined;
  const items = isSeq(node) ? (node.items as Node[]) : node === undefined ? [] : [node];
  const texts = items.map((item) => textOf(item));
  const bad = texts.indexOf(undefined);
  if (bad < 0 && texts.length > 0) return texts.filter((text) => text !== undefined);
  report(rangeOf(items[bad] ?? node), 'wrong-type', key);
  return undefined;
}

function textOf(node: Node): string | undefined {
  if (!isScalar(node) || (typeof node.value !== 'string' && typeof node.value !== 'number')) return undefined;
  const text = String(node.source ?? node.value).trim();
  return text === '' ? undefined : String(typeof node.value === 'number' ? text : node.value).trim();
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null | undefined)?.range;
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}

/** The first key of a block: where what it lacks is reported. */
function headOf(map: YAMLMap): readonly [number, number] {
  return rangeOf((map.items[0] as Pair<Node> | undefined)?.key ?? map);
}
