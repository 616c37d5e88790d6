import type { Lexicon } from '../lexicon/lexicon';
import type { Candidate } from './line-facts';
import type { MentionType } from './types';

/** What joins look words up in, folded. */
export interface JoinTables {
  readonly titles: ReadonlySet<string>;
  readonly organs: ReadonlySet<string>;
}

export function createJoinTables(lexicon: Lexicon): JoinTables {
  const column = (table: string, name: string): ReadonlySet<string> =>
    new Set((lexicon.tables.get(table)?.rows ?? []).map((row) => row[name] ?? '').filter((word) => word.length >= 1));
  return { titles: column('titles', 'title'), organs: column('mainland-local-patterns', 'suffix') };
}

/**
 * Joins and trims the flat marks of one line where the guideline fixes the ends by form: a title with the organisation
 * before it, a place with the organ, zone or grouping named after it, 駐 before an office, quotation marks and brackets at
 * the edges. Marks stay sorted and flat.
 */
export function joinMarks(marks: readonly Candidate[], text: string, tables: JoinTables): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const original of marks) {
    const floor = out.at(-1)?.end ?? 0;
    let mark = balanceEdges(trimBlanks(original, text), text, floor);
    if (mark === undefined) continue;
    const last = out.at(-1);
    if (
      last !== undefined &&
      last.end === mark.start &&
      mark.type === 'POSITION' &&
      (last.type === 'ORGANISATION' || last.type === 'PLACE')
    ) {
      out[out.length - 1] = {
        ...mark,
        start: last.start,
        confidence: Math.min(last.confidence, mark.confidence),
        reason: joined('title'),
      };
      continue;
    }
    if (mark.type === 'EVENT') {
      const year = yearBefore(mark, text);
      if (
        year > 0 &&
        (last === undefined ||
          last.end <= mark.start - year ||
          (last.type === 'DATE' && last.start === mark.start - year))
      ) {
        if (last !== undefined && last.end > mark.start - year) out.pop();
        mark = { ...mark, start: mark.start - year, reason: joined('year') };
      }
    }
    mark = trimHead(withStation(mark, text, floor), text);
    if (
      mark.type === 'ORGANISATION' &&
      last?.type === 'ORGANISATION' &&
      last.end === mark.start &&
      text[mark.start] === '驻'
    ) {
      out[out.length - 1] = { ...mark, start: last.start, reason: joined('body and its office') };
      continue;
    }
    out.push(...splitBracket(mark, text));
  }
  const grown: Candidate[] = [];
  out.forEach((mark, at) => {
    if (mark.start >= (grown.at(-1)?.end ?? 0))
      grown.push(extend(mark, text, { before: grown.at(-1), next: out[at + 1] }, tables));
  });
  return grown;
}

const joined = (detail: string): Candidate['reason'] => ({ source: 'rule', detail: `joined: ${detail}` });

/** A mark grown to the right over what belongs to its name, unless another mark is in the way. */
function extend(
  mark: Candidate,
  text: string,
  { before, next }: { readonly before: Candidate | undefined; readonly next: Candidate | undefined },
  tables: JoinTables,
): Candidate {
  const limit = next?.start ?? text.length;
  if (mark.type === 'ORGANISATION' || mark.type === 'PLACE') {
    const title = longestAt(text, mark.end, limit, 8, tables.titles);
    if (
      title > 0 &&
      next?.type === 'PERSON' &&
      /^\s?$/u.test(text.slice(mark.end + title, next.start)) &&
      (mark.type === 'ORGANISATION' || title >= 2)
    ) {
      return { ...mark, type: 'POSITION', end: mark.end + title, reason: joined('title before a name') };
    }
  }
  if (mark.type === 'ORGANISATION' && text[mark.end - 1] === ')') {
    bracketed.lastIndex = mark.end;
    const match = bracketed.exec(text);
    if (match !== null && mark.end + match[0].length <= limit)
      return { ...mark, end: mark.end + match[0].length, reason: joined('name over a bracket') };
  }
  if (mark.type === 'PLACE' && mark.end - mark.start >= 2) {
    const organ = longestAt(text, mark.end, limit, 14, tables.organs);
    if (organ >= 2 && !/^[员会]/u.test(text.slice(mark.end + organ)) && !isListedPlace(text, mark, before)) {
      return { ...mark, type: 'ORGANISATION', end: mark.end + organ, reason: joined('place and organ') };
    }
    body.lastIndex = mark.end;
    const named = body.exec(text);
    const namedEnd = mark.end + (named?.[0].length ?? 0);
    const swallows =
      next !== undefined &&
      (next.type === 'ORGANISATION' || next.type === 'DOMAIN') &&
      next.end <= namedEnd &&
      !text.slice(next.end, namedEnd).includes('、');
    if (named !== null && (namedEnd <= limit || swallows) && !isListedPlace(text, mark, before)) {
      return { ...mark, type: 'ORGANISATION', end: namedEnd, reason: joined('place and body') };
    }
    zone.lastIndex = mark.end;
    const match = zone.exec(text);
    if (match !== null && match.index + match[0].length <= limit)
      return { ...mark, end: mark.end + match[0].length, reason: joined('place and zone') };
  }
  return mark;
}

/** The length of a year that stands directly before an event's name and belongs to it: 2023 港澳·浙江周. */
function yearBefore(mark: Candidate, text: string): number {
  return (
    /(?<![\d年月])(?:19|20)\d\d年?\s?$/u.exec(text.slice(Math.max(0, mark.start - 7), mark.start))?.[0].length ?? 0
  );
}

/** Blanks and stops never belong to a mark's edge. */
const edge = ' 、,。;:!?|';

function trimBlanks(mark: Candidate, text: string): Candidate {
  let { start, end } = mark;
  while (start < end && edge.includes(text.charAt(start))) start += 1;
  while (end > start && edge.includes(text.charAt(end - 1))) end -= 1;
  return start === mark.start && end === mark.end ? mark : { ...mark, start, end };
}

/** What stands before a name but is none of it: 兩地創意產業, 港資企業小雨點集團. */
function trimHead(mark: Candidate, text: string): Candidate {
  const pattern =
    mark.type === 'DOMAIN'
      ? /^(?:两地|双方|三地|全国|相关|有关|不同|各|我国|本地|当地|整个)+/u
      : mark.type === 'ORGANISATION'
        ? /^.{0,6}?企业(?=.{3})/u
        : undefined;
  const cut = pattern?.exec(text.slice(mark.start, mark.end))?.[0].length ?? 0;
  return cut === 0 ? mark : { ...mark, start: mark.start + cut };
}

/** X協會（Y聯盟）: a name in brackets behind a name is a name of its own. */
function splitBracket(mark: Candidate, text: string): readonly Candidate[] {
  if (mark.type !== 'ORGANISATION' || text[mark.end - 1] !== ')') return [mark];
  const open = text.lastIndexOf('(', mark.end);
  if (open <= mark.start + 3 || mark.end - open < 6 || !organisationHead.test(text.slice(mark.start, open)))
    return [mark];
  return [
    { ...mark, end: open },
    { ...mark, start: open + 1, end: mark.end - 1 },
  ];
}

const organisationHead = /(?:会|局|署|部|委|院|社|公司|集团|银行|大学|中心|联盟|基金|机构|处|办)$/u;

const zone =
  /(?:城市圈|都市圈|城市群|经济圈|经济带|高新(?:技术产业(?:开发)?)?区|经(?:济技术)?开(?:发)?区|经济开发区|开发区|工业园区?|产业园区?|科技园区?|(?:综合)?保税区|自贸(?:试验)?区|自由贸易试验区|临空经济区|水域|海域|流域)/uy;

/** A body named by what it does, directly behind its place: 甘肅省|食品藥品監督管理局. */
const body =
  /(?:(?![的和与及在是将了为对等由、])\p{Script=Han}){2,12}?(?:监督局|管理局|监管局|工作局|服务局|保障局|保护局|促进局|合作局|委员会|研究院|研究所|大学|学院|医院|银行|协会|商会|学会|联合会|总会|联会|协进会|促进会|联谊会|研究会|同乡会|公会|工会|基金会|代表处|办事处|检察院|法院|公安局|管委会|管理委员会)(?!长|员|主任|工作|网络)/uy;

const bracketed = /\p{Script=Han}{1,10}?(?:有限公司|公司|中心|研究院|学院|大学|银行|基金会|办事处|分公司)/uy;

/** 浙、港政府: places joined by 、 stay places. */
function isListedPlace(text: string, mark: Candidate, before: Candidate | undefined): boolean {
  return text[mark.start - 1] === '、' && before?.type === 'PLACE' && before.end === mark.start - 1;
}

function longestAt(text: string, at: number, limit: number, most: number, words: ReadonlySet<string>): number {
  for (let length = Math.min(most, limit - at); length >= 1; length -= 1)
    if (words.has(text.slice(at, at + length))) return length;
  return 0;
}

/** 駐內地辦事處: the 駐 belongs to the office's name. */
function withStation(mark: Candidate, text: string, floor: number): Candidate {
  if (mark.type !== 'ORGANISATION' || text[mark.start - 1] !== '驻' || mark.start - 1 < floor) return mark;
  if (!/(?:办事处|代表处|联络处|办公室|办|公署|机构|领事馆|使馆|使团)$/u.test(text.slice(mark.start, mark.end)))
    return mark;
  return { ...mark, start: mark.start - 1, reason: joined('驻') };
}

const openers = '“‘(《[【';
const closers = '”’)》]】';

/**
 * Marks and brackets of which only one half lies inside: the half at the edge is left out, or the other half beside the
 * mark is taken in. A quoted label and the head noun behind it are one policy: “十四五”規劃.
 */
function balanceEdges(mark: Candidate, text: string, floor: number): Candidate | undefined {
  let { start, end } = mark;
  if (text.charAt(start) === '“' && text.indexOf('”', start) === end - 1) [start, end] = [start + 1, end - 1];
  for (let changed = true; changed && start < end;) {
    changed = false;
    const [open, close] = unmatched(text, start, end);
    if (close >= 0) {
      if (close === start) [start, changed] = [start + 1, true];
      else {
        const opener = openers.charAt(closers.indexOf(text.charAt(close)));
        let before = start - 1;
        while (text[before] === ' ' && before > floor) before -= 1;
        if (before >= floor && text.charAt(before) === opener) [start, changed] = [before, true];
        else if (close === end - 1) [end, changed] = [close, true];
        else return undefined;
      }
    } else if (open >= 0) {
      if (open === start) [start, changed] = [start + 1, true];
      else if (open === end - 1) [end, changed] = [open, true];
      else if (text.charAt(end) === closers.charAt(openers.indexOf(text.charAt(open))))
        [end, changed] = [end + 1, true];
      else [end, changed] = [open, true];
    }
  }
  if (mark.type === 'POLICY') [start, end] = withQuotedHead(text, start, end, floor);
  return start >= end ? undefined : start === mark.start && end === mark.end ? mark : { ...mark, start, end };
}

/** The first unmatched opener and closer within the stretch; −1 where there is none. */
function unmatched(text: string, start: number, end: number): readonly [number, number] {
  const stack: number[] = [];
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at);
    if (openers.includes(char)) stack.push(at);
    else if (closers.includes(char)) {
      const top = stack.at(-1);
      if (top === undefined || openers.indexOf(text.charAt(top)) !== closers.indexOf(char)) return [-1, at];
      stack.pop();
    }
  }
  return [stack[0] ?? -1, -1];
}

const headNoun =
  /\s?”\s?(?:\p{Script=Han}{0,6}?)(?:规划|战略|计划|工程|行动|方案|机制|倡议|纲要|蓝图|路线图)(?!部|师|员|者)/uy;

function withQuotedHead(text: string, start: number, end: number, floor: number): readonly [number, number] {
  let before = start - 1;
  if (text[before] === ' ') before -= 1;
  if (text.charAt(before) !== '“' || before < floor) return [start, end];
  headNoun.lastIndex = end;
  const match = headNoun.exec(text);
  return match === null || match[0].length > 9 ? [start, end] : [before, end + match[0].length];
}

/** Marks that the guideline rules out by what stands beside them. */
export function isRuledOut(mark: Candidate, text: string): boolean {
  const next = text.slice(mark.end, mark.end + 4).trimStart();
  const surface = text.slice(mark.start, mark.end);
  switch (mark.type as MentionType) {
    case 'PLACE':
      if (mark.end - mark.start === 1)
        return (
          /^(?:[企商资方股情籍媒版区岛铁闻]|人(?![士员才民]))/u.test(next) && !(surface === '港' && /^区域/u.test(next))
        );
      if (/^.[企商资]$|^(.)\1$/u.test(surface) || (surface === '台中' && text[mark.start - 1] === '平')) return true;
      return surface === '中国' && text[mark.end] === '家' && /发展$/u.test(text.slice(0, mark.start));
    case 'ORGANISATION':
      return /^.[企商资]$/u.test(surface) || (/高等院$/u.test(surface) && text[mark.end] === '校');
    case 'QUANTITY':
      return (
        isSlogan(text, mark) ||
        (/^两位$/u.test(surface) && next.startsWith('数')) ||
        (/^[一二三四五六七八九\d]期/u.test(surface) && !/[分共]$/u.test(text.slice(0, mark.start))) ||
        /^近?两位$/u.test(surface)
      );
    case 'EVENT':
      return /历次全会$|召开|举行|举办|主持|出席/u.test(surface);
    case 'DATE':
      return /^(?:今天|今日)$/u.test(surface) && /^的\p{Script=Han}/u.test(next);
    default:
      return false;
  }
}

/** A number in a short quoted label, “三大定位”, counts nothing. */
function isSlogan(text: string, mark: Candidate): boolean {
  const open = text.lastIndexOf('“', mark.start);
  if (open < 0 || text.slice(open, mark.start).includes('”')) return false;
  const close = text.indexOf('”', mark.end);
  return close >= 0 && close - open <= 11 && !/[,。;]/u.test(text.slice(open, close));
}
