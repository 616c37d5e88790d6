import type { Lexicon } from '../lexicon/lexicon';
import type { Candidate } from './line-facts';

/** A title cut from the organisation before it: 浙江省委|書記. View text. */
export interface OfficeName {
  readonly organisation: string;
  readonly title: string;
}

/** Which marks of one line name an office and its holders, by their index in the line's marks. */
export interface OfficeLink {
  readonly office: number;
  readonly holders: readonly number[];
}

/** Cuts office names by the titles of the lexicon: the longest title that ends the name, prefixes such as 副 with it. */
export function createOfficeSplitter(lexicon: Lexicon): (name: string) => OfficeName {
  const titles = new Set(
    (lexicon.tables.get('titles')?.rows ?? []).map((row) => row['title'] ?? '').filter((title) => title !== ''),
  );
  const fallback =
    /(?:副?(?:书记|主席|部长|厅长|局长|司长|市长|省长|县长|区长|会长|院长|校长|主任|秘书长|行长|社长|团长|总裁|总经理|董事长|行政总裁|记者|教授|议员|委员|常委|总代表|创始人))$/u;
  return (name) => {
    let cut = name.length;
    for (let at = 0; at < name.length; at += 1) {
      if (titles.has(name.slice(at))) {
        cut = at;
        break;
      }
    }
    if (cut === name.length) cut = fallback.exec(name)?.index ?? 0;
    while (cut > 0 && isPrefix(name.charAt(cut - 1))) cut -= 1;
    const organisation = name.slice(0, cut).replace(/(?:前任|时任|现任|署理|候任|前|原|创会|常务)$/u, '');
    return { organisation, title: name.slice(cut) };
  };
}

/**
 * Links the offices of a line with the persons named beside them: 書記易煉紅, 蔡冠深會長, one title before several names,
 * several titles before one name. A title between two names belongs to the one that it touches in front.
 */
export function linkOffices(marks: readonly Candidate[], viewText: string): readonly OfficeLink[] {
  const links: OfficeLink[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at]?.type !== 'POSITION' || taken.has(at)) continue;
    let last = at;
    while (marks[last + 1]?.type === 'POSITION' && /^[、及兼和]$/u.test(between(marks, last, viewText))) last += 1;
    const offices = range(at, last);
    const holders = holdersBehind(marks, last, viewText);
    const found = holders.length > 0 ? holders : holdersBefore(marks, at, viewText, taken);
    for (const office of offices) links.push({ office, holders: found });
    for (const holder of found) taken.add(holder);
    at = last;
  }
  return links;
}

function isPrefix(char: string): boolean {
  return char === '副';
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function between(marks: readonly Candidate[], at: number, viewText: string): string {
  return viewText.slice(marks[at]?.end ?? 0, marks[at + 1]?.start ?? 0);
}

function holdersBehind(marks: readonly Candidate[], office: number, viewText: string): readonly number[] {
  if (marks[office + 1]?.type !== 'PERSON' || !/^(?:\s|、|:|\/)?$/u.test(between(marks, office, viewText))) return [];
  const holders = [office + 1];
  for (
    let at = office + 1;
    marks[at + 1]?.type === 'PERSON' && /^(?:[、及和与,]|以及|\s)$/u.test(between(marks, at, viewText));
    at += 1
  )
    holders.push(at + 1);
  return holders;
}

function holdersBefore(
  marks: readonly Candidate[],
  office: number,
  viewText: string,
  taken: ReadonlySet<number>,
): readonly number[] {
  if (
    marks[office - 1]?.type !== 'PERSON' ||
    !/^\s?$/u.test(between(marks, office - 1, viewText)) ||
    taken.has(office - 1)
  )
    return [];
  const holders = [office - 1];
  for (
    let at = office - 2;
    marks[at]?.type === 'PERSON' && /^[、及和与]$/u.test(between(marks, at, viewText)) && !taken.has(at);
    at -= 1
  )
    holders.unshift(at);
  return holders;
}
