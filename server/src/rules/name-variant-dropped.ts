import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import { rememberGroups } from './groups';
import { formsOf, isNumbered, standsBefore, variantDraft, type Named } from './named';
import type { DocumentSummary, Draft, RuleContext, SummarizedForm } from './types';

/** A long name that lacks one or two characters of another long name. */
export function droppedCharacters(
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
      const isFirst = long.document === undefined && standsBefore(long.form, short.form);
      const draft = isFirst
        ? variantDraft(long.form, short.form, undefined, context.say)
        : variantDraft(short.form, long.form, long.document, context.say);
      // Plans and funds come in families: 移民资金年度计划 beside 移民资金年度项目计划 may be two.
      drafts.push(long.type === 'POLICY' ? { ...draft, severity: 'info' } : draft);
    }
    if (long.document === undefined) drafts.push(...unmarked(long, mine, context, told));
  }
  return drafts;
}

const isPlan = /(?:工程|计划|行动|战略|方案)$/u;
const planEnd = /工程|计划|行动|战略|方案/gu;

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
  if (/^[省市县区]$|人民|特区|[\s·"“”()\d]/u.test(dropped) || isNumbered(dropped)) return false;
  // Sittings of an assembly or a committee have no names but numbers: 常务委员会(分组)会议.
  if (type === 'EVENT' && /委员会|代表大会|常委会/u.test(short)) return false;
  return type === 'EVENT' ? short.length >= 8 : short.length >= 4 && more === 2;
}

/** The name with two characters left out that stands in the text without being marked as a whole. */
function unmarked(
  long: Named,
  mine: readonly Named[],
  { analysis, say }: RuleContext,
  told: Set<string>,
): readonly Draft[] {
  const name = long.form.folded;
  if (long.type !== 'POLICY' || name.length < 6 || !isPlan.test(name)) return [];
  for (let cut = 2; cut <= name.length - 4; cut += 1) {
    const shorter = name.slice(0, cut) + name.slice(cut + 2);
    if (told.has(`${shorter} ${name}`) || mine.some(({ form }) => form.folded === shorter)) continue;
    if (/人民|特区|[\s·"“”()\d]/u.test(name.slice(cut, cut + 2))) continue;
    const lead = leadOf(analysis.lines[long.form.place.line]?.text ?? '', long.form.place.start);
    const form = firstPlace(analysis.lines, shorter, lead);
    if (form === undefined) continue;
    told.add(`${shorter} ${name}`);
    return [
      standsBefore(long.form, form)
        ? variantDraft(long.form, form, undefined, say)
        : variantDraft(form, long.form, undefined, say),
    ];
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

/** Where `folded` first stands behind `lead`. */
function firstPlace(lines: readonly AnalyzedLine[], folded: string, lead: string): SummarizedForm | undefined {
  for (const { line, analyzed, result: end } of endings(lines).all.get(folded.slice(-endLength)) ?? []) {
    const { view, text } = analyzed;
    const start = end - folded.length;
    if (start < 0 || !view.text.startsWith(folded, start)) continue;
    const place = { line, ...toSource(view, { start, end }) };
    if (leadOf(text, place.start) === lead)
      return { surface: text.slice(place.start, place.end), folded, count: 1, place };
  }
  return undefined;
}

const endLength = 4;

/** Where something ends that could be a plan, by its last characters. */
const endings = rememberGroups<number>(
  ({ kind, view }) =>
    isRead(kind) ? [...view.text.matchAll(planEnd)].map(({ index, 0: end }) => index + end.length) : [],
  (end, { view }) => view.text.slice(end - endLength, end),
);
