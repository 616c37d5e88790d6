import type { Candidate } from './line-facts';
import type { MentionType } from './types';

/**
 * Fills gaps in lists: an item between 、 that stands beside items marked as one type is of that type too, when it could
 * be one by its form. Adds marks of moderate confidence; never touches those that are there.
 */
export function fillLists(
  marks: readonly Candidate[],
  text: string,
  isSurname: (start: string) => boolean,
): readonly Candidate[] {
  if (!text.includes('、')) return marks;
  const added: Candidate[] = [];
  const starts = new Map(marks.map((mark) => [mark.start, mark]));
  const ends = new Map(marks.map((mark) => [mark.end, mark]));
  for (let at = text.indexOf('、'); at >= 0; at = text.indexOf('、', at + 1)) {
    const start = at + 1;
    const end = itemEnd(text, start);
    if (end <= start || starts.has(start) || marks.some((mark) => mark.start < end && start < mark.end)) continue;
    const before = ends.get(at) ?? added.find((mark) => mark.end === at);
    const after = '、和及与'.includes(text.charAt(end)) ? starts.get(end + 1) : undefined;
    const type = before?.type;
    if (type === undefined || before === undefined || !fits(text.slice(start, end), type, isSurname)) continue;
    const isClosed = after === undefined ? endsList(text, end) : after.type === type;
    if (!isClosed || before.confidence < 0.6) continue;
    added.push({ start, end, type, confidence: 0.6, reason: { source: 'rule', detail: 'list' } });
  }
  return added.length === 0 ? marks : [...marks, ...added].sort((a, b) => a.start - b.start);
}

function itemEnd(text: string, start: number): number {
  const match = /[、,。;:!?()“”《》\s]|等|和|及|与/u.exec(text.slice(start, start + 20));
  return match === null ? -1 : start + match.index;
}

function endsList(text: string, end: number): boolean {
  return text.startsWith('等', end) || text[end] === '、';
}

function fits(item: string, type: MentionType, isSurname: (start: string) => boolean): boolean {
  switch (type) {
    case 'PERSON':
      return /^\p{Script=Han}{2,4}$/u.test(item) && isSurname(item);
    case 'ORGANISATION':
      return /^[\p{Script=Han}A-Za-z0-9]{2,14}$/u.test(item) && !/[的了在对将把被是]/u.test(item);
    case 'DOMAIN':
      return /^\p{Script=Han}{2,8}$/u.test(item) && !/[的了在对将把被是]/u.test(item);
    default:
      return false;
  }
}
