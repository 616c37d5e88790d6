import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node, type YAMLMap } from 'yaml';
import type { Concept, GlossaryFault } from './glossary';
import { rangeOf, readConcept, type Report } from './glossary-entry';
import { readPlainConcept } from './glossary-plain';

/** What a glossary file holds: the concepts that are usable and what is wrong with the rest. */
export interface ReadGlossary {
  readonly concepts: readonly Concept[];
  readonly faults: readonly GlossaryFault[];
}

/**
 * Reads one glossary file (YAML, a list of concepts). `file` is the name that faults and origins carry. Accepts every
 * string: an entry with a fault in a key that it needs is left out, one with a fault elsewhere is kept without it.
 * Tags, anchors with many aliases and duplicate keys are refused by the parser; nothing is executed.
 *
 * A file is read entry by entry where it can be cut at its list marks: plain entries quickly (`readPlainConcept`), all others
 * by a reader of all of YAML.
 */
export function readGlossary(content: string, file: string): ReadGlossary {
  const lines = content.split('\n');
  const starts = startsOf(lines);
  const entries = starts === undefined ? undefined : readEntries(lines, starts, file);
  const read = entries ?? readYaml(content, file, 0);
  if (read.isBroken) return { concepts: [], faults: read.faults.slice(0, mostBroken) };
  return {
    concepts: read.entries.map(({ concept }) => concept),
    faults: [...read.faults, ...repetitions(read.entries, lines)].sort(byLine),
  };
}

const mostBroken = 20;

interface Read {
  readonly entries: readonly Entry[];
  readonly faults: readonly GlossaryFault[];
  /** Whether it is no YAML, or no list. */
  readonly isBroken: boolean;
}

interface Entry {
  readonly concept: Concept;
  /** Its node, for telling where a fault stands; absent while nobody has had to ask for it. */
  readonly node?: EntryNode;
}

interface EntryNode {
  readonly map: YAMLMap;
  readonly faultAt: FaultAt;
}

type FaultAt = (...fault: Parameters<Report>) => GlossaryFault;

/** The lines at which entries begin; `undefined` for a file that cannot be cut there. */
function startsOf(lines: readonly string[]): readonly number[] | undefined {
  const starts: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('- ')) starts.push(at);
    else if (starts.length === 0 ? !/^ *(?:#|\r?$)/u.test(line) : !/^(?: |#|\r?$)/u.test(line)) return undefined;
  }
  return starts.length === 0 ? undefined : starts;
}

/** `undefined` where an entry refers to another one's anchor. */
function readEntries(lines: readonly string[], starts: readonly number[], file: string): Read | undefined {
  const entries: Entry[] = [];
  const faults: GlossaryFault[] = [];
  let isBroken = false;
  for (let number = 0; number < starts.length; number += 1) {
    const from = starts[number] ?? 0;
    const to = starts[number + 1] ?? lines.length;
    const concept = readPlainConcept(lines, from, to, { file, line: from + 1 });
    if (concept !== undefined) {
      entries.push({ concept });
      continue;
    }
    const own = lines.slice(from, to);
    if (own.some((line) => /(?:^|[\s[{,:])\*[^\s*]/u.test(line))) return undefined;
    const read = readYaml(own.join('\n'), file, from);
    entries.push(...read.entries);
    faults.push(...read.faults);
    isBroken ||= read.isBroken;
  }
  return { entries, faults: isBroken ? faults.filter(({ kind }) => kind === 'syntax') : faults, isBroken };
}

/** The node of an entry that was read without one. */
function reread(lines: readonly string[], { file, line }: Concept['origin']): EntryNode | undefined {
  let end = line;
  while (end < lines.length && lines[end]?.startsWith('- ') === false) end += 1;
  return readYaml(lines.slice(line - 1, end).join('\n'), file, line - 1).entries[0]?.node;
}

/** Reads any YAML; `skipped` is the number of lines before the content. */
function readYaml(content: string, file: string, skipped: number): Read {
  const lines = new LineCounter();
  const faults: GlossaryFault[] = [];
  const faultAt: FaultAt = (range, kind, detail) => {
    const start = lines.linePos(range[0]);
    const end = lines.linePos(Math.max(range[0], range[1]));
    return {
      file,
      line: Math.max(1, start.line) + skipped,
      column: Math.max(1, start.col),
      endLine: Math.max(1, end.line) + skipped,
      endColumn: Math.max(1, end.col),
      kind,
      detail,
    };
  };
  const report: Report = (...fault) => {
    faults.push(faultAt(...fault));
  };
  const document = parseDocument(content, {
    lineCounter: lines,
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: true,
  });
  for (const error of document.errors.slice(0, mostBroken))
    report([error.pos[0], error.pos[1]], 'syntax', error.message.split('\n')[0] ?? '');
  if (document.errors.length > 0) return { entries: [], faults, isBroken: true };
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { entries: [], faults, isBroken: false };
  if (!isSeq(root)) {
    report(rangeOf(root), 'not-a-list', '');
    return { entries: [], faults, isBroken: true };
  }
  const entries: Entry[] = [];
  for (const item of root.items as Node[]) {
    if (!isMap(item)) {
      report(rangeOf(item), 'not-a-mapping', '');
      continue;
    }
    const line = lines.linePos(rangeOf(item)[0]).line + skipped;
    const concept = readConcept(item, { file, line }, report);
    if (concept !== undefined) entries.push({ concept, node: { map: item, faultAt } });
  }
  return { entries, faults, isBroken: false };
}

/** Ids and forms that another entry of the file has too; a form may be shared that all of its entries call ambiguous. */
function repetitions(entries: readonly Entry[], lines: readonly string[]): readonly GlossaryFault[] {
  const faults: GlossaryFault[] = [];
  const byId = new Set<string>();
  const byForm = new Map<string, Concept>();
  for (const { concept, node } of entries) {
    const tell = (kind: GlossaryFault['kind'], detail: string, text: string): void => {
      const { map, faultAt } = node ?? reread(lines, concept.origin) ?? {};
      if (map !== undefined && faultAt !== undefined) faults.push(faultAt(placeOf(map, text), kind, detail));
    };
    if (byId.has(concept.id)) tell('duplicate-id', concept.id, concept.id);
    byId.add(concept.id);
    for (const { hk = none, tw = none, cn = none } of concept.short === undefined
      ? [concept.forms]
      : [concept.forms, concept.short]) {
      for (const forms of [hk, tw, cn]) {
        for (const form of forms) {
          const other = byForm.get(form);
          if (other === undefined) byForm.set(form, concept);
          else if (other.id !== concept.id && !(isShared(other, form) && isShared(concept, form)))
            tell('duplicate-form', `${form} (${other.id}, ${other.origin.line})`, form);
        }
      }
    }
  }
  return faults;
}

const none: readonly string[] = [];

function isShared({ ambiguous }: Concept, form: string): boolean {
  return ambiguous?.includes(form) === true;
}

/** Where a form or id stands in its entry. */
function placeOf(map: YAMLMap, text: string): readonly [number, number] {
  let place = rangeOf(map);
  visit(map, {
    Scalar(_key, node) {
      if (String(node.value).trim() !== text) return undefined;
      place = rangeOf(node);
      return visit.BREAK;
    },
  });
  return place;
}

function byLine(a: GlossaryFault, b: GlossaryFault): number {
  return a.line - b.line || a.column - b.column;
}
