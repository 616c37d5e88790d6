import { conceptTypes, keys, statuses } from './glossary-keys';
import type { Concept, FormsByRegion } from './glossary';
import { readPlainYaml, type PlainMap, type PlainValue } from './plain-yaml';

/**
 * The entry of a glossary file that stands in lines `from` to `to` (not included), if it is as plain as most and has no
 * fault at all; `undefined` leaves it to the reader that can say what is wrong.
 */
export function readPlainConcept(
  lines: readonly string[],
  from: number,
  to: number,
  origin: Concept['origin'],
): Concept | undefined {
  const list = readPlainYaml(lines, from, to);
  const entry = Array.isArray(list) && list.length === 1 ? (list[0] as PlainValue) : undefined;
  if (!isMap(entry) || !isMap(entry['forms']) || !isMap(entry['definition'])) return undefined;
  for (const key in entry) if (!keys.has(key) || !isRight(key, entry[key])) return undefined;
  const { hk, cn, tw } = entry['forms'] as FormsByRegion;
  const first = hk?.[0] ?? cn?.[0] ?? tw?.[0];
  if (first === undefined) return undefined;
  // The record is nobody else's yet; copying 50,000 of them would take as long as reading them.
  return Object.assign(entry, {
    id: entry['id'] ?? first,
    type: entry['type'] ?? 'CONCEPT',
    origin,
  }) as unknown as Concept;
}

function isRight(key: string, value: PlainValue | undefined): boolean {
  switch (key) {
    case 'type':
      return typeof value === 'string' && conceptTypes.has(value);
    case 'status':
      return typeof value === 'string' && statuses.has(value);
    case 'forms':
    case 'short':
      return isMap(value) && holds(value, regions, isList);
    case 'definition':
    case 'usage':
      return isMap(value) && holds(value, tongues, isText);
    case 'ambiguous':
    case 'en':
    case 'related':
      return isList(value);
    case 'sources':
      return Array.isArray(value) && value.every((source: PlainValue) => isMap(source) && isSource(source));
    default:
      return isText(value);
  }
}

function isSource(source: PlainMap): boolean {
  const isProse = (text: PlainValue): boolean => isText(text) && !/^\d+$/u.test(text);
  return holds(source, ['fact', 'basis', 'source'], isProse) && 'fact' in source && 'basis' in source;
}

const regions = ['hk', 'tw', 'cn'];
const tongues = ['hant', 'hans', 'en'];

/** Whether a mapping has some of these keys and no others, with values of a kind. */
function holds(map: PlainMap, allowed: readonly string[], isKind: (value: PlainValue) => boolean): boolean {
  let count = 0;
  for (const key in map) {
    const value = map[key];
    if (value === undefined || !allowed.includes(key) || !isKind(value)) return false;
    count += 1;
  }
  return count > 0;
}

function isMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === 'object' && !Array.isArray(value);
}

function isText(value: PlainValue | undefined): value is string {
  return typeof value === 'string';
}

function isList(value: PlainValue | undefined): boolean {
  return Array.isArray(value) && value.every(isText);
}
