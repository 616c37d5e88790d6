import { stringify } from 'yaml';
import { readDecisions } from './decision-reader';
import type { EntityDecision } from './entity-decisions';

/** A decision without its place. */
export type NewDecision = EntityDecision extends infer D ? (D extends EntityDecision ? Omit<D, 'line'> : never) : never;

/**
 * The file with one more decision. Blocks are sorted by their first name, so that two people's additions seldom meet in
 * one place; what the new decision contradicts is taken out, and a new name takes the old one's place. All other lines
 * stay as they are, comments too. `undefined` where the file is broken or says so already.
 */
export function addDecision(
  content: string,
  decision: NewDecision,
  keyOf: (name: string) => string,
): string | undefined {
  const { decisions, faults } = readDecisions(content);
  if (faults.some(({ kind }) => kind === 'syntax' || kind === 'not-a-list')) return undefined;
  if (decisions.some((each) => isEqual(each, decision, keyOf))) return undefined;
  const blocks = cutBlocks(content);
  if (blocks.rows.length === 0 && blocks.head.some((line) => !/^\s*(?:#.*)?$/u.test(line))) return undefined;
  const kept = blocks.rows.flatMap((block): readonly Block[] => {
    const known = decisions.find(({ line }) => line >= block.line && line < block.line + block.lines.length);
    if (known === undefined) return [block];
    const left = withoutContradiction(known, decision, keyOf);
    if (left === known) return [{ ...block, key: sortKey(known) }];
    return left === undefined ? [] : [newBlock(left)];
  });
  const made = newBlock(decision);
  const before = kept.findIndex(({ key }) => key !== undefined && key > (made.key ?? ''));
  kept.splice(before < 0 ? kept.length : before, 0, made);
  const head = blocks.head.join('\n').trimEnd();
  const texts = kept.map(({ lines }) => lines.join('\n').trimEnd());
  const text = `${[...(head === '' ? [] : [head]), ...texts].join('\n\n')}\n`;
  if (readDecisions(text).faults.some(({ kind }) => kind === 'syntax')) return undefined;
  return content.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

interface Block {
  /** From 1; where it stands in the file. */
  readonly line: number;
  readonly lines: readonly string[];
  /** What blocks are sorted by; absent for one that cannot be read. */
  readonly key?: string;
}

/** Blocks begin with a dash at the margin; comments directly above belong to the block. */
function cutBlocks(content: string): { readonly head: readonly string[]; readonly rows: readonly Block[] } {
  const lines = content.split(/\r\n|\r|\n/u);
  const starts: number[] = [];
  lines.forEach((line, at) => {
    if (!/^-(?:\s|$)/u.test(line)) return;
    let from = at;
    while (from > 0 && /^#/u.test(lines[from - 1] ?? '')) from -= 1;
    starts.push(starts.length === 0 && from === 0 && /^#/u.test(lines[0] ?? '') ? at : from);
  });
  return {
    head: lines.slice(0, starts[0] ?? lines.length),
    rows: starts.map((from, at) => ({ line: from + 1, lines: lines.slice(from, starts[at + 1]) })),
  };
}

function newBlock(decision: NewDecision): Block {
  const { kind, type } = decision;
  const block = {
    ...(kind === 'name' ? { name: decision.name, of: decision.of } : { [kind]: [...decision.names] }),
    type,
    ...(decision.in === undefined ? {} : { in: [...decision.in] }),
  };
  const text = stringify([block], { lineWidth: 0 }).trimEnd();
  return { line: 0, lines: text.split('\n'), key: sortKey(decision) };
}

function sortKey(decision: NewDecision): string {
  const names = decision.kind === 'name' ? [decision.of, decision.name] : decision.names;
  return [names[0], decision.type, decision.kind, ...names.slice(1), ...(decision.in ?? [])].join('\n');
}

/** What is left of a decision beside a new one: itself, less, or nothing. */
function withoutContradiction(
  known: EntityDecision,
  added: NewDecision,
  keyOf: (name: string) => string,
): NewDecision | undefined {
  if (known.type !== added.type || scopeOf(known) !== scopeOf(added)) return known;
  if (known.kind === 'name') return added.kind === 'name' && keyOf(known.of) === keyOf(added.of) ? undefined : known;
  if (added.kind === 'name' || known.kind === added.kind) return known;
  const keys = added.names.map(keyOf);
  if (known.names.filter((name) => keys.includes(keyOf(name))).length < Math.min(2, keys.length)) return known;
  // The first name stands for the thing itself; the others are what is decided anew.
  const names = known.names.filter((name) => !keys.slice(1).includes(keyOf(name)));
  if (names.length === known.names.length) return known;
  return names.length < 2 ? undefined : { ...known, names };
}

function isEqual(known: EntityDecision, added: NewDecision, keyOf: (name: string) => string): boolean {
  if (known.kind !== added.kind || known.type !== added.type || scopeOf(known) !== scopeOf(added)) return false;
  if (known.kind === 'name' || added.kind === 'name')
    return (
      known.kind === 'name' && added.kind === 'name' && known.name === added.name && keyOf(known.of) === keyOf(added.of)
    );
  const keys = new Set(known.names.map(keyOf));
  return keys.size === added.names.length && added.names.every((name) => keys.has(keyOf(name)));
}

function scopeOf(decision: NewDecision): string {
  return [...(decision.in ?? [])].sort().join('\n');
}
