import type { CancellationToken } from 'vscode-languageserver';
import type { MentionType } from '../analysis/types';
import { isToAvoid, preferredForm, type Concept, type Glossary } from '../lexicon/glossary';
import type { Region } from './conversion';
import type { Host } from './host';
import { isRead, matchesReading, readingsOf, type PronounceOptions, type Readings } from './readings';

/** What was typed, and how to compare it. */
export interface CompletionQuery {
  /** Folded and in lower case. */
  readonly key: string;
  readonly region: Region;
  readonly most: number;
  readonly readings: Omit<PronounceOptions, 'isPerson'>;
  readonly token: CancellationToken;
}

/** Something that can be inserted. */
export interface Candidate {
  readonly form: string;
  readonly isOwnScript: boolean;
  readonly type: MentionType | 'CONCEPT';
  readonly concept?: Concept;
  /** Smaller is better: 0 where the query is the beginning, 1 elsewhere. */
  readonly rank: number;
}

/** Names known in the workspace, in the document's script where it is known in it. */
export async function findThings(host: Host, query: CompletionQuery): Promise<readonly Candidate[]> {
  const { glossary, fold } = host.knowledge;
  const found: Candidate[] = [];
  const clock = new Clock();
  for (const { forms, type } of host.workspace.freshIndex().things()) {
    if (found.length >= query.most || query.token.isCancellationRequested) break;
    const own = forms.find(({ surface }) => showsScript(host, surface, query.region));
    const form = (own ?? forms[0])?.surface ?? '';
    if (form.length < 2) continue;
    const rank = await rankOf(form, fold(form).toLowerCase(), type === 'PERSON', query, clock);
    if (rank === undefined) continue;
    const concept = glossary.byForm(fold(form)).find((each) => each.type === type && !isToAvoid(each));
    const what = concept === undefined ? {} : { concept };
    found.push({ form, type, rank, isOwnScript: own !== undefined, ...what });
  }
  return found;
}

/** Terms of the glossary, by any of their forms; those that it tells not to use are never offered. */
export async function findConcepts(host: Host, query: CompletionQuery): Promise<readonly Candidate[]> {
  const { glossary } = host.knowledge;
  const found = new Map<string, Candidate>();
  const take = (concept: Concept, rank: number): void => {
    const known = found.get(concept.id);
    if (isToAvoid(concept) || (known !== undefined && known.rank <= rank)) return;
    const form = preferredForm(concept, query.region);
    found.set(concept.id, { form, type: concept.type, concept, rank, isOwnScript: true });
  };
  const isFull = (): boolean => found.size >= query.most || query.token.isCancellationRequested;
  for (const key of glossary.keys()) {
    if (isFull()) break;
    const at = key.toLowerCase().indexOf(query.key);
    if (at >= 0) for (const concept of glossary.byForm(key)) take(concept, at === 0 ? 0 : 1);
  }
  if (!isLatin(query.key)) return [...found.values()];
  const clock = new Clock();
  for (const [form, concept] of readableForms(glossary)) {
    if (isFull()) break;
    const rank = await rankOf(form, '', false, query, clock);
    if (rank !== undefined) take(concept, rank);
  }
  return [...found.values()];
}

/** The forms that are searched by reading, one script each: the other reads the same. */
function readableForms(glossary: Glossary): readonly (readonly [string, Concept])[] {
  const known = readable.get(glossary);
  if (known !== undefined) return known;
  const forms = glossary.concepts.flatMap((concept) => {
    const { hk, cn, tw } = concept.forms;
    const short = concept.short?.hk ?? concept.short?.cn ?? [];
    return [...(hk ?? cn ?? tw ?? []), ...short].map((form) => [form, concept] as const);
  });
  readable.set(glossary, forms);
  return forms;
}

async function rankOf(
  form: string,
  folded: string,
  isPerson: boolean,
  { key, readings }: CompletionQuery,
  clock: Clock,
): Promise<number | undefined> {
  const at = folded.indexOf(key);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (!isLatin(key) || form.length > longest) return undefined;
  if (clock.isOver && !isRead(form, isPerson)) return undefined;
  const found = await readingsOf(form, { ...readings, isPerson });
  return matchesReading(key, found) ? rankOfReading(key, found) : undefined;
}

function rankOfReading(key: string, { initials, full, jyutping }: Readings): number {
  return initials === key || full === key || jyutping === key.replace(/\d/gu, '') ? 0 : 1;
}

function isLatin(key: string): boolean {
  return /^[a-z][a-z0-9]*$/u.test(key);
}

function showsScript(host: Host, surface: string, region: Region): boolean {
  const wrong = region === 'cn' ? 1 : 2;
  for (let at = 0; at < surface.length; at += 1)
    if (host.knowledge.scripts[surface.charCodeAt(at)] === wrong) return false;
  return true;
}

/** Reading a form aloud takes time once: what is not read within the budget is read at the next key. */
class Clock {
  private readonly end = Date.now() + 150;

  get isOver(): boolean {
    return Date.now() > this.end;
  }
}

const longest = 24;
const readable = new WeakMap<Glossary, readonly (readonly [string, Concept])[]>();
