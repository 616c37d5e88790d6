import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import type { Span } from '../text/span';
import { toSource } from '../text/view';
import { rememberScan } from './scan';
import { summarize } from './summary';
import type { DocumentSummary, Draft, RelatedPlace, Rule, RuleContext, SummarizedForm } from './types';

/**
 * One name spelt in two ways, here or in another file: 專業合作會議 beside 專業服務合作會議, 曾國衛 beside 曾國衞,
 * 2023 港澳·浙江周 beside 2023港澳•浙江周.
 *
 * Looks for three things: a long name from which one or two characters have dropped out of the middle; a person's name in
 * which a character stands in another form; a name that differs in blanks and dots alone. Spares: short names that the
 * papers declare or that are usual (人民, 省, 市, 有限 left out), names that both stand in the lexicon, the same name in the
 * other script.
 */
export const nameVariant: Rule = {
  id: 'name-variant',
  group: 'names',
  severity: 'warning',
  find(context) {
    const own = summarize('', context.analysis);
    const others = context.others ?? [];
    const told = new Set<string>();
    return [
      ...pointVariants(own, context),
      ...characterVariants(own, others, context),
      ...droppedCharacters(own, others, context, told),
      ...meetingVariants(context, told),
    ];
  },
};

interface Named {
  readonly form: SummarizedForm;
  readonly id: string;
  readonly type: string;
  /** Absent: this document. */
  readonly document?: string;
}

function formsOf(summary: DocumentSummary, document?: string): readonly Named[] {
  return summary.entities.flatMap(({ id, type, forms }) =>
    forms.map((form) => ({ form, id, type, ...(document === undefined ? {} : { document }) })),
  );
}

/** Forms of one entity that differ in blanks and dots alone: the rarer ones are told of, where they first stand. */
function pointVariants(own: DocumentSummary, { say }: RuleContext): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { forms } of own.entities) {
    if (forms.length < 2) continue;
    const groups = new Map<string, SummarizedForm[]>();
    for (const form of forms) {
      const bare = form.folded.replace(/[\s·•・.‧]/gu, '');
      if (bare.length < 5) continue;
      groups.set(bare, [...(groups.get(bare) ?? []), form]);
    }
    for (const group of groups.values()) {
      const points = new Set(group.map(({ folded }) => folded));
      if (points.size < 2) continue;
      const [usual, ...rare] = [...group].sort((a, b) => b.count - a.count || a.surface.length - b.surface.length);
      for (const form of rare)
        if (usual !== undefined && form.folded !== usual.folded) drafts.push(draft(form, usual, undefined, say));
    }
  }
  return drafts;
}

/** A person whose name is written with another form of a character, in this script, here or in another file. */
function characterVariants(
  own: DocumentSummary,
  others: readonly DocumentSummary[],
  { say, data }: RuleContext,
): readonly Draft[] {
  const isTraditional = (text: string): boolean => ![...text].some((character) => data.simplifiedOnly.has(character));
  const persons = [...formsOf(own), ...others.flatMap((other) => formsOf(other, other.document))].filter(
    ({ type }) => type === 'PERSON',
  );
  const byFolded = new Map<string, Named[]>();
  for (const each of persons) {
    const group = byFolded.get(each.form.folded);
    if (group === undefined) byFolded.set(each.form.folded, [each]);
    else group.push(each);
  }
  return persons
    .filter(({ document, form }) => document === undefined && form.surface.length >= 3 && isTraditional(form.surface))
    .flatMap((mine): readonly Draft[] => {
      const twin = byFolded
        .get(mine.form.folded)
        ?.find(
          ({ form }) =>
            form.surface !== mine.form.surface &&
            isTraditional(form.surface) &&
            differsByVariant(form.surface, mine.form.surface),
        );
      // 衞 is the official form of Hong Kong: the paper that has it is right.
      if (twin !== undefined && /[衞峯羣]/u.test(mine.form.surface) && !/[衞峯羣]/u.test(twin.form.surface)) return [];
      if (twin === undefined || (twin.document === undefined && twin.form.count < mine.form.count)) return [];
      return [draft(mine.form, twin.form, twin.document, say)];
    });
}

/** Written with 衛 here and 衞 there: two Traditional forms of one character. */
function differsByVariant(a: string, b: string): boolean {
  return a.length === b.length && a.normalize('NFKC') !== b.normalize('NFKC');
}

/** A long name that lacks one or two characters of another long name. */
function droppedCharacters(
  own: DocumentSummary,
  others: readonly DocumentSummary[],
  context: RuleContext,
  told: Set<string>,
): readonly Draft[] {
  const candidates = (summary: DocumentSummary, document?: string): readonly Named[] =>
    formsOf(summary, document).filter(
      ({ type, form }) => form.folded.length >= 6 && ['EVENT', 'POLICY', 'ORGANISATION', 'POSITION'].includes(type),
    );
  const mine = candidates(own);
  const all = [...mine, ...others.flatMap((other) => candidates(other, other.document))];
  const drafts: Draft[] = [];
  const byStart = new Map<string, Named[]>();
  for (const each of all) {
    const start = each.type + each.form.folded.slice(0, 2);
    const group = byStart.get(start);
    if (group === undefined) byStart.set(start, [each]);
    else group.push(each);
  }
  for (const long of all) {
    for (const short of byStart.get(long.type + long.form.folded.slice(0, 2)) ?? []) {
      if (long.type !== short.type || (long.document !== undefined && short.document !== undefined)) continue;
      if (!lacks(short.form.folded, long.form.folded, long.type)) continue;
      if (short.document !== undefined) continue;
      const key = `${short.form.folded} ${long.form.folded}`;
      if (told.has(key)) continue;
      told.add(key);
      const isFirst = long.document === undefined && before(long.form, short.form);
      drafts.push(
        isFirst
          ? draft(long.form, short.form, undefined, context.say)
          : draft(short.form, long.form, long.document, context.say),
      );
    }
    if (long.document === undefined) drafts.push(...unmarked(long, mine, context, told));
  }
  return drafts;
}

/** The name with two characters left out that stands in the text without being marked as a whole. */
function unmarked(
  long: Named,
  mine: readonly Named[],
  { analysis, say }: RuleContext,
  told: Set<string>,
): readonly Draft[] {
  const name = long.form.folded;
  if (long.type !== 'POLICY' || name.length < 6 || !/(?:工程|计划|行动|战略|方案)$/u.test(name)) return [];
  for (let cut = 2; cut <= name.length - 4; cut += 1) {
    const shorter = name.slice(0, cut) + name.slice(cut + 2);
    if (told.has(`${shorter} ${name}`) || mine.some(({ form }) => form.folded === shorter)) continue;
    if (/人民|特区|[\s·"“”()\d]/u.test(name.slice(cut, cut + 2))) continue;
    const lead = leadOf(analysis.lines[long.form.place.line]?.text ?? '', long.form.place.start);
    const form = firstPlace(
      analysis,
      shorter,
      (line, at) => leadOf(line.text, toSource(line.view, { start: at, end: at + 1 }).start) === lead,
    );
    if (form === undefined) continue;
    told.add(`${shorter} ${name}`);
    return [before(long.form, form) ? draft(long.form, form, undefined, say) : draft(form, long.form, undefined, say)];
  }
  return [];
}

/** The last four characters of writing before a place: what leads up to a name. */
function leadOf(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 12), at)
    .replace(/\P{Script=Han}/gu, '')
    .slice(-4);
}

function firstPlace(
  analysis: RuleContext['analysis'],
  folded: string,
  accepts: (line: AnalyzedLine, at: number) => boolean,
): SummarizedForm | undefined {
  for (const [number, line] of analysis.lines.entries()) {
    if (!isRead(line.kind)) continue;
    const at = line.view.text.indexOf(folded);
    if (at < 0 || !accepts(line, at)) continue;
    const place = { line: number, ...toSource(line.view, { start: at, end: at + folded.length }) };
    return { surface: line.text.slice(place.start, place.end), folded, count: 1, place };
  }
  return undefined;
}

/** Two meetings whose names differ by two characters alone, found by their form: one of them may not be marked. */
function meetingVariants({ analysis, say }: RuleContext, told: Set<string>): readonly Draft[] {
  // Each text where it stands first, beside those that end alike.
  const seen = new Map<string, Meeting>();
  const byEnd = new Map<string, Meeting[]>();
  for (const { line, analyzed, results } of meetings(analysis.lines)) {
    for (const span of results) {
      const text = analyzed.view.text.slice(span.start, span.end);
      if (seen.has(text)) continue;
      const meeting = { line, analyzed, span, text };
      seen.set(text, meeting);
      const group = byEnd.get(text.slice(-4));
      if (group === undefined) byEnd.set(text.slice(-4), [meeting]);
      else group.push(meeting);
    }
  }
  const drafts: Draft[] = [];
  for (const long of seen.values()) {
    for (const short of byEnd.get(long.text.slice(-4)) ?? []) {
      const names = namesOf(short.text, long.text);
      if (names === undefined || told.has(names.join(' '))) continue;
      told.add(names.join(' '));
      const form = (each: typeof long, name: string): SummarizedForm => {
        const span = { start: each.span.end - name.length, end: each.span.end };
        const place = { line: each.line, ...toSource(each.analyzed.view, span) };
        return { surface: each.analyzed.text.slice(place.start, place.end), folded: name, count: 1, place };
      };
      const [a, b] = [form(short, names[0]), form(long, names[1])];
      drafts.push(before(b, a) ? draft(b, a, undefined, say) : draft(a, b, undefined, say));
    }
  }
  return drafts;
}

interface Meeting {
  readonly line: number;
  readonly analyzed: AnalyzedLine;
  readonly span: Span;
  readonly text: string;
}

const meetings = rememberScan<Span>((line) =>
  isRead(line.kind)
    ? [...line.view.text.matchAll(/\p{Script=Han}{6,16}(?:会议|论坛|大会|峰会|博览会|洽谈会|研讨会|交流会)/gu)].map(
        (match) => ({ start: match.index, end: match.index + match[0].length }),
      )
    : [],
);

/** The two names, when the second has two characters more than the first and both agree in four before and behind them. */
function namesOf(short: string, long: string): readonly [string, string] | undefined {
  let tail = 0;
  while (tail < short.length && tail < long.length && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  // What differs before a verb is no part of the name: 會見(來華)出席論壇.
  if (tail < 4 || /出席|参加|举办|举行|召开|主办/u.test(short.slice(-tail))) return undefined;
  let head = 0;
  while (
    tail + head < short.length &&
    tail + 2 + head < long.length &&
    short.at(-1 - tail - head) === long.at(-3 - tail - head)
  )
    head += 1;
  const shared = short.slice(-(tail + head), short.length - tail);
  const lead = Math.max(...['的', '了', '在', '由', '行'].map((word) => shared.lastIndexOf(word))) + 1;
  head -= lead;
  return head < 4 ? undefined : [short.slice(-(tail + head)), long.slice(-(tail + 2 + head))];
}

function before(a: SummarizedForm, b: SummarizedForm): boolean {
  return a.place.line < b.place.line || (a.place.line === b.place.line && a.place.start < b.place.start);
}

/** Whether `long` is `short` with one or two characters more in its middle, and these are none that names usually drop. */
function lacks(short: string, long: string, type: string): boolean {
  const more = long.length - short.length;
  if (more < 1 || more > 2) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  const dropped = long.slice(head, head + more);
  if (short.slice(head) !== long.slice(head + more)) return false;
  const isOffice = type === 'ORGANISATION' || type === 'POSITION';
  if (head < 2 || short.length - head < (isOffice ? 1 : 2)) return false;
  if (isOffice) return more === 1 && '局厅署处'.includes(dropped) && long[head - 1] === dropped;
  if (/^[省市县区]$|人民|特区|[\s·"“”()\d]/u.test(dropped)) return false;
  return type === 'EVENT' ? short.length >= 8 : short.length >= 4 && more === 2;
}

function draft(
  form: SummarizedForm,
  other: SummarizedForm,
  document: string | undefined,
  say: RuleContext['say'],
): Draft {
  const related: RelatedPlace = {
    place: other.place,
    message: say('name-variant.other', { other: other.surface }),
    ...(document === undefined ? {} : { document }),
  };
  return {
    place: form.place,
    message: say('name-variant.found', { actual: form.surface, other: other.surface }),
    related: [related],
  };
}
