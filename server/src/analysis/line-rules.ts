import type { Candidate } from './line-facts';
import type { MentionType } from './types';

/** Marks that hold by form alone, in view units: title marks, document numbers. Linear in length. */
export function findRuleMarks(viewText: string): readonly Candidate[] {
  return [...findTitles(viewText), ...findDocumentNumbers(viewText), ...findQuotedEvents(viewText)];
}

/** What marks by their company need: titles of office and surnames, folded. */
export interface CueTables {
  readonly titles: ReadonlySet<string>;
  readonly isSurname: (name: string) => boolean;
}

/**
 * Marks that words beside them make likely: names behind 記者 and 編輯：, titles behind a person's name or 擔任, single
 * characters for places behind 在 赴 來. They give way to whatever is marked already.
 */
export function findCuedMarks(viewText: string, marks: readonly Candidate[], tables: CueTables): readonly Candidate[] {
  const found: Candidate[] = [];
  const isFree = (start: number, end: number): boolean =>
    ![...marks, ...found].some((mark) => mark.start < end && start < mark.end);
  const add = (start: number, end: number, type: MentionType, detail: string): void => {
    if (isFree(start, end)) found.push({ start, end, type, confidence: 0.6, reason: { source: 'rule', detail } });
  };
  for (const match of viewText.matchAll(bylineCue)) {
    let start = match.index + match[0].length;
    const isReporter = match[0].trimEnd() === '记者' && nameAt(viewText, start, tables) > 0;
    if (isReporter) add(match.index, match.index + 2, 'POSITION', 'byline');
    for (let name = nameAt(viewText, start, tables); name > 0; name = nameAt(viewText, start, tables)) {
      add(start, start + name, 'PERSON', 'byline');
      start += name;
      const gap = /^(?:\s{0,3}、?\s{0,3})(?=\p{Script=Han})/u.exec(viewText.slice(start, start + 8))?.[0] ?? '';
      if (gap === '') break;
      start += gap.length;
    }
  }
  for (const mark of marks) {
    if (mark.type !== 'POSITION') continue;
    const gap = viewText[mark.end] === ' ' ? 1 : 0;
    const name = namedHolderAt(viewText, mark.end + gap, tables);
    if (name > 0) add(mark.end + gap, mark.end + gap + name, 'PERSON', 'name behind a title');
  }
  for (const mark of marks) {
    if (mark.type !== 'PERSON') continue;
    const title = titleAt(viewText, mark.end, tables);
    if (title >= 2) add(mark.end, mark.end + title, 'POSITION', 'title behind a name');
  }
  for (const match of viewText.matchAll(/(?:担任|出任|兼任|当选为?|获委任为|获任命为)/gu)) {
    const start = match.index + match[0].length;
    const title = titleAt(viewText, start, tables);
    if (title >= 2) add(start, start + title, 'POSITION', 'title behind 担任');
  }
  for (const match of viewText.matchAll(placeCue))
    add(match.index + 1, match.index + 2, 'PLACE', 'abbreviation behind a preposition');
  return found;
}

const bylineCue =
  /(?:记者|通讯员|(?<=[省市县区级要])领导(?=\p{Script=Han}{2,3}、)|(?<=^.{0,8})(?:责任编辑|责编|编辑|编审|审核|校对|作者|撰文|摄影|整理|文|图))(?:\s?[:/]\s{0,2}|\s{1,3}|(?=\p{Script=Han}{2,3}(?:摄|报道|$|、|\s)))/gu;
const placeCue =
  /[在赴来抵对留驻离访][港澳台浙湘渝粤沪川京津皖赣鄂豫鲁闽琼桂滇黔陕晋冀辽华](?![口湾珠城区币元股铁企商资方府岛大角夏侨为语人]|人(?![士员才]))/gu;

/** The length of a personal name of two to four characters that ends where words end; 0 when there is none. */
function nameAt(text: string, start: number, { isSurname }: CueTables): number {
  const match = /^(\p{Script=Han}{2,4}?)(?=摄|报道|、|,|。|\)|】|\s|及|和|$)/u.exec(text.slice(start, start + 8));
  const name = match?.[1] ?? '';
  return name.length >= 2 && isSurname(name) ? name.length : 0;
}

/** A name directly behind an office: it ends where a stop or a verb of saying and doing begins. */
function namedHolderAt(text: string, start: number, { isSurname }: CueTables): number {
  const match = holder.exec(text.slice(start, start + 8));
  const name = match?.[1] ?? '';
  return isSurname(name) && !/^(?:[和及与兼等在为会]|有限|成员|人员|办公|会议|职务|同志|先生|女士)/u.test(name)
    ? name.length
    : 0;
}

const holder =
  /^(\p{Script=Han}{2,3}?)(?=[、,。;:()】]|\s|及|和|等|$|表示|指出|说|强调|介绍|出席|主持|致辞|会见|参加|参会|讲话|认为|率|陪同|作|在|与|对|向|代表|透露|回应|致词|发表|宣布|今[日天]|昨[日天]|到|赴|同志|先生|女士|博士|教授)/u;

/** The longest title that starts at `start`; 0 when there is none or the word goes on. */
function titleAt(text: string, start: number, { titles }: CueTables): number {
  for (let length = 8; length >= 2; length -= 1) {
    if (titles.has(text.slice(start, start + length)) && !/^[们办室处团]/u.test(text.slice(start + length)))
      return length;
  }
  return 0;
}

/** `《…》` with its marks, nested ones inside; an unclosed one is left alone. */
function findTitles(viewText: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let depth = 0;
  let start = -1;
  for (let at = viewText.indexOf('《'); at >= 0 && at < viewText.length; at += 1) {
    const unit = viewText.charCodeAt(at);
    if (unit === 0x300a) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (unit === 0x300b && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(titleMark(viewText, start, at + 1));
    }
  }
  return found;
}

/** Papers and magazines keep their title marks: 《文匯報》 names a body. */
function titleMark(viewText: string, start: number, end: number): Candidate {
  const isPaper =
    /(?:[日晚早时周]报|\p{Script=Han}报|周刊|杂志)》$/u.test(viewText.slice(start, end)) && end - start <= 12;
  return mark(start, end, isPaper ? 'ORGANISATION' : 'DOCUMENT', 'title marks');
}

/** 國發〔2018〕38號: the issuer's sign, the year in brackets, the number. */
function findDocumentNumbers(viewText: string): readonly Candidate[] {
  if (!viewText.includes('号')) return [];
  return [...viewText.matchAll(/\p{Script=Han}{1,8}(?:字|函|发|办)?[[(](?:19|20)\d\d[\])]\s?\d{1,5}号/gu)].map(
    (match) => mark(match.index, match.index + match[0].length, 'DOCUMENT', 'document number'),
  );
}

/** “放心消費”系列活動, 「共赴未來」圖片展: a quoted title and the kind of event that it names. */
function findQuotedEvents(viewText: string): readonly Candidate[] {
  if (!viewText.includes('”')) return [];
  return [...viewText.matchAll(quotedEvent)].map((match) =>
    mark(match.index, match.index + match[0].length, 'EVENT', 'quoted title and event'),
  );
}

const quotedEvent =
  /“[^“”。;]{3,20}”(?:(?![的和与及在是])\p{Script=Han}){0,4}(?:图片展|活动季|系列活动|主题展览|展览|大赛|论坛|研讨会|推介会|推介活动|嘉年华|音乐会|展销会|文化节)(?!上|的)/gu;

function mark(start: number, end: number, type: MentionType, detail: string): Candidate {
  return { start, end, type, confidence: 0.95, reason: { source: 'rule', detail } };
}

/**
 * Two known names with 與, 和 or 及 between them are two: 廣東省|與|香港貿易發展局. `typeOf` tells whether the lexicon holds
 * a stretch as a sure name, and of which type.
 */
export function splitJoined(
  candidate: Candidate,
  viewText: string,
  typeOf: (start: number, end: number) => MentionType | undefined,
): readonly Candidate[] {
  if (candidate.type !== 'ORGANISATION') return [candidate];
  for (let at = candidate.start + 2; at < candidate.end - 1; at += 1) {
    const gap = '与和及、'.includes(viewText.charAt(at)) ? 1 : 0;
    const left = typeOf(candidate.start, at);
    const right = typeOf(at + gap, candidate.end);
    if (
      left === undefined ||
      right === undefined ||
      (gap === 0 && (left !== 'ORGANISATION' || right !== 'ORGANISATION'))
    )
      continue;
    const reason = { source: 'rule', detail: 'two known names' } as const;
    return [
      { ...candidate, end: at, type: left, reason },
      { ...candidate, start: at + gap, type: right, reason },
    ];
  }
  return [candidate];
}
