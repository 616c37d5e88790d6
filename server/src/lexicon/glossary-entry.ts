import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { conceptTypes, keys, statuses } from './glossary-keys';
import type { Concept, GlossaryFaultKind, TermStatus } from './glossary';

/** Tells of a fault at offsets of the content. */
export type Report = (range: readonly [number, number], kind: GlossaryFaultKind, detail: string) => void;

/** Reads an entry; one with a fault in a key that it needs is `undefined`, one with a fault elsewhere comes without it. */
export function readConcept(map: YAMLMap, origin: Concept['origin'], report: Report): Concept | undefined {
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!keys.has(key)) report(rangeOf(pair.key), 'unknown-key', key);
  }
  const text = (key: string): string | undefined => readText(valueOf(map, key), key, report);
  const list = (key: string): readonly string[] | undefined => readList(valueOf(map, key), key, report);
  const forms = readMap(valueOf(map, 'forms'), ['hk', 'tw', 'cn'], 'forms', report, readList);
  const definition = readMap(valueOf(map, 'definition'), ['hant', 'hans', 'en'], 'definition', report, readText);
  for (const [key, value] of [
    ['forms', forms],
    ['definition', definition],
  ] as const) {
    if (valueOf(map, key) === undefined) report(headOf(map), 'missing-key', key);
    else if (value !== undefined && Object.keys(value).length === 0)
      report(rangeOf(valueOf(map, key)), 'wrong-type', key);
  }
  if (forms === undefined || definition === undefined || Object.keys(forms).length === 0) return undefined;
  const first = forms['hk']?.[0] ?? forms['cn']?.[0] ?? forms['tw']?.[0];
  if (first === undefined) return undefined;
  const choice = <T extends string>(key: string, allowed: ReadonlySet<string>, fallback: T): T => {
    const value = text(key);
    if (value === undefined) return fallback;
    if (allowed.has(value)) return value as T;
    report(rangeOf(valueOf(map, key)), 'wrong-value', `${key}: ${value}`);
    return fallback;
  };
  const status = choice<TermStatus | ''>('status', statuses, '');
  return defined({
    id: text('id') ?? first,
    type: choice<Concept['type']>('type', conceptTypes, 'CONCEPT'),
    category: text('category'),
    domain: text('domain'),
    forms,
    short: readMap(valueOf(map, 'short'), ['hk', 'tw', 'cn'], 'short', report, readList),
    ambiguous: list('ambiguous'),
    en: list('en'),
    definition,
    since: text('since'),
    by: text('by'),
    usage: readMap(valueOf(map, 'usage'), ['hant', 'hans', 'en'], 'usage', report, readText),
    related: list('related'),
    sources: readSources(valueOf(map, 'sources')),
    conversion: text('conversion'),
    status: status === '' ? undefined : status,
    replacedBy: text('replacedBy'),
    origin,
  }) as Concept;
}

function readText(node: Node | undefined, key: string, report: Report): string | undefined {
  if (node === undefined) return undefined;
  if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
    const value = String(node.source ?? node.value).trim();
    if (value !== '') return String(node.value).trim();
  }
  report(rangeOf(node), 'wrong-type', key);
  return undefined;
}

function readList(node: Node | undefined, key: string, report: Report): readonly string[] | undefined {
  if (node === undefined) return undefined;
  if (!isSeq(node)) {
    report(rangeOf(node), 'wrong-type', key);
    return undefined;
  }
  return (node.items as Node[]).flatMap((item) => readText(item, key, report) ?? []);
}

function readMap<T>(
  node: Node | undefined,
  allowed: readonly string[],
  key: string,
  report: Report,
  read: (node: Node | undefined, key: string, report: Report) => T | undefined,
): Record<string, T> | undefined {
  if (node === undefined) return undefined;
  if (!isMap(node)) {
    report(rangeOf(node), 'wrong-type', key);
    return undefined;
  }
  const out: Record<string, T> = {};
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!allowed.includes(name)) {
      report(rangeOf(pair.key), 'unknown-key', `${key}.${name}`);
      continue;
    }
    const value = read(pair.value ?? undefined, `${key}.${name}`, report);
    if (value !== undefined) out[name] = value;
  }
  return out;
}

function readSources(node: Node | undefined): Concept['sources'] {
  if (!isSeq(node)) return undefined;
  return (node.items as Node[]).flatMap((item) => {
    if (!isMap(item)) return [];
    const get = (key: string): string | undefined => {
      const value = item.get(key);
      return typeof value === 'string' ? value : undefined;
    };
    return [
      defined({ fact: get('fact') ?? '', basis: get('basis') ?? '', source: get('source') }) as {
        fact: string;
        basis: string;
      },
    ];
  });
}

/** The value of a key. */
export function valueOf(map: YAMLMap, key: string): Node | undefined {
  return (map.get(key, true) as Node | undefined) ?? undefined;
}

/** Where a node stands, as offsets of the content. */
export function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null | undefined)?.range;
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}

/** The first key of an entry: where a missing one is reported. */
function headOf(map: YAMLMap): readonly [number, number] {
  return rangeOf((map.items[0] as Pair<Node> | undefined)?.key ?? map);
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
