import type { Candidate } from './line-facts';
import type { MentionType } from './types';

/**
 * Ends of names that their form fixes, after the flat marks of a line are known: a company over the place in its
 * brackets, 中国—东盟 with what is named after both, stations and airports with their place, a verb or connective that a
 * guess took in. Marks stay sorted and flat. `isSurname` tells whether a character is one.
 */
export function settleForms(
  marks: readonly Candidate[],
  text: string,
  isSurname: (character: string) => boolean,
): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const [at, original] of marks.entries()) {
    const last = out.at(-1);
    const next = marks[at + 1];
    let mark = original;
    if (last !== undefined && mark.start < last.end) continue;
    const company = last === undefined ? undefined : overBracket(last, mark, text);
    if (company !== undefined) {
      out[out.length - 1] = company;
      continue;
    }
    const chain = clusterAt(mark, text);
    if (chain !== undefined && (last === undefined || last.end <= chain.start)) {
      out.push(chain);
      continue;
    }
    const quoted = last === undefined ? undefined : overQuote(last, mark, text);
    if (quoted !== undefined) {
      out[out.length - 1] = quoted;
      continue;
    }
    const pair = last === undefined ? undefined : overDash(last, mark, text, next?.start ?? text.length);
    if (pair !== undefined) {
      out[out.length - 1] = pair;
      continue;
    }
    if (last !== undefined) mark = withPlaceBefore(out, mark, text);
    mark = withoutGenericTail(withTail(mark, text, next?.start ?? text.length), text);
    mark = withBody(withFacility(mark, text, next?.start ?? text.length), text, next);
    mark = withOffice(withYear(withoutQuotes(mark, text), text, last), text, next, isSurname);
    out.push(...splitAlias(withoutVerb(mark, text), text).flatMap((each) => splitVocative(each, text, isSurname)));
    if (last !== undefined) renamed(out, text, isSurname);
  }
  return out;
}

const byForm = (detail: string): Candidate['reason'] => ({ source: 'rule', detail: `form: ${detail}` });

/** 莱克科技|（苏州）有限公司 is one name. */
function overBracket(last: Candidate, mark: Candidate, text: string): Candidate | undefined {
  if (last.type !== 'ORGANISATION' || last.end > mark.start) return undefined;
  const between = text.slice(last.end, mark.end);
  const isTail = /^\((?:\p{Script=Han}{2,8})\)(?:\p{Script=Han}{0,8}(?:公司|集团))?$/u.test(between);
  if (!isTail) return undefined;
  const tail = /^(?:\p{Script=Han}{0,8}?(?:有限责任公司|有限公司|股份公司|公司|集团))/u.exec(text.slice(mark.end));
  const hasHead = /(?:公司|集团)$/u.test(between);
  if (!hasHead && tail === null) return undefined;
  return { ...last, end: mark.end + (hasHead ? 0 : (tail?.[0].length ?? 0)), reason: byForm('place in brackets') };
}

/** “深圳—香港—广州”科技集群: quoted members joined by dashes, and what they form. */
function clusterAt(mark: Candidate, text: string): Candidate | undefined {
  if (mark.type !== 'PLACE' || text[mark.start - 1] !== '“') return undefined;
  cluster.lastIndex = mark.start - 1;
  const match = cluster.exec(text);
  return match === null
    ? undefined
    : { ...mark, start: mark.start - 1, end: mark.start - 1 + match[0].length, reason: byForm('cluster') };
}

const cluster =
  /“\p{Script=Han}{2,6}(?:[-—–－]{1,2}\p{Script=Han}{2,6}){1,4}”(?:科技集群|科创走廊|创新走廊|城市群|都市圈|经济带)/uy;

/** 中国|-|东盟|信息港: what follows two members joined by a dash tells what both together name. */
function overDash(last: Candidate, mark: Candidate, text: string, limit: number): Candidate | undefined {
  const isMember = (each: Candidate): boolean => each.type === 'PLACE' || each.type === 'ORGANISATION';
  if (!isMember(last) || !isMember(mark) || !/^\s?[-—–－]{1,2}\s?$/u.test(text.slice(last.end, mark.start)))
    return undefined;
  const own = headOf(text.slice(mark.start, mark.end));
  if (own !== undefined && mark.end - mark.start > 4)
    return { ...mark, start: last.start, type: own, reason: byForm('members and their name') };
  return tailed(last, mark.end, text, limit);
}

/** The mark grown to the longest tail behind `from` that ends in a head. */
function tailed(mark: Candidate, from: number, text: string, limit: number): Candidate | undefined {
  const match = /^\p{Script=Han}{1,14}/u.exec(text.slice(from, Math.min(limit, from + 14)));
  for (let length = match?.[0].length ?? 0; length >= 2; length -= 1) {
    const tail = (match?.[0] ?? '').slice(0, length);
    const type = /[的和与及在是将了为]/u.test(tail) ? undefined : headOf(tail);
    if (type !== undefined) return { ...mark, end: from + length, type, reason: byForm('members and their name') };
  }
  return undefined;
}

/** 中国-东盟|信息港, the members read as one already. */
function withTail(mark: Candidate, text: string, limit: number): Candidate {
  const isPair = /^\p{Script=Han}{2,4}[-—–]{1,2}\p{Script=Han}{2,6}$/u.test(text.slice(mark.start, mark.end));
  if (!isPair || (mark.type !== 'ORGANISATION' && mark.type !== 'PLACE')) return mark;
  return tailed(mark, mark.end, text, limit) ?? mark;
}

function headOf(name: string): MentionType | undefined {
  for (const [head, type] of heads) if (head.test(name)) return type;
  return undefined;
}

const heads: readonly (readonly [RegExp, MentionType])[] = [
  [/(?:博览会|论坛|峰会|合作周|展览会|洽谈会|对话会|研讨会|交易会|艺术节|文化节)$/u, 'EVENT'],
  [/(?:信息港|走廊|合作区|示范区|先行区|产业园|工业园|园区|自贸区|自由贸易区|大通道|集群)$/u, 'PLACE'],
  [/(?:合作网络|机制|计划|倡议|伙伴关系|战略)$/u, 'POLICY'],
  [/(?:自由贸易协定|协定|协议|公约|联合声明)$/u, 'DOCUMENT'],
  [/(?:中心|联盟|基金|商会|研究院|委员会|联合会|协会|实验室|学院)$/u, 'ORGANISATION'],
];

/** 重庆|东站, 白云|机场, 芜宣|机场T5航站楼. */
function withFacility(mark: Candidate, text: string, limit: number): Candidate {
  if (mark.type !== 'PLACE' || mark.end - mark.start < 2) return mark;
  facility.lastIndex = mark.end;
  const match = facility.exec(text);
  if (match === null || mark.end + match[0].length > limit) return mark;
  return { ...mark, end: mark.end + match[0].length, reason: byForm('place and facility') };
}

const facility =
  /(?:(?:国际)?机场T\d航站楼|国际机场|[东西南北]站|火车站|高铁站|客运站)(?![点长台位群建内的])|(?:[东西南北中]|东北|西北|东南|西南|中西|中东)部(?:地区)?(?![门委队分长署])/uy;

/** “一带一路”|国际合作高峰论坛: a quoted name at the head of an event's. */
function overQuote(last: Candidate, mark: Candidate, text: string): Candidate | undefined {
  const isHead =
    mark.type === 'EVENT' &&
    (last.type === 'POLICY' || last.type === 'EVENT') &&
    last.end + 1 === mark.start &&
    text[last.start - 1] === '“' &&
    text[last.end] === '”';
  return isHead ? { ...mark, start: last.start - 1, reason: byForm('quoted head') } : undefined;
}

/** “跨国公司恳谈会”: quotation marks around a whole name are none of it. */
function withoutQuotes(mark: Candidate, text: string): Candidate {
  if (mark.type === 'DOCUMENT' || text[mark.start] !== '“' || text.indexOf('”', mark.start) !== mark.end - 1)
    return mark;
  return { ...mark, start: mark.start + 1, end: mark.end - 1 };
}

/** 内地事务局|长|曾国卫, 文汇报|记者|茅建兴: a body before the rest of a title and a name is part of the post. */
function withOffice(
  mark: Candidate,
  text: string,
  next: Candidate | undefined,
  isSurname: (character: string) => boolean,
): Candidate {
  if (mark.type !== 'ORGANISATION') return mark;
  const reason = byForm('office');
  if (text.slice(mark.start, mark.end).endsWith('记者')) return { ...mark, type: 'POSITION', reason };
  const isHeaded = /[局署部处厅会院校]/u.test(text.charAt(mark.end - 1)) && text[mark.end] === '长';
  if (isHeaded && next?.type === 'PERSON' && next.start === mark.end + 1)
    return { ...mark, type: 'POSITION', end: mark.end + 1, reason };
  reporter.lastIndex = mark.end;
  const match = reporter.exec(text);
  return match !== null && isSurname(match[1] ?? '') ? { ...mark, type: 'POSITION', end: mark.end + 2, reason } : mark;
}

const reporter = /记者\s?(?=(\p{Script=Han})\p{Script=Han}{1,2}(?:[\s、,。()】]|$|摄|报道))/uy;

/** 第六届西部洽谈会(西洽会): the short name in brackets is a mark of its own. */
function splitAlias(mark: Candidate, text: string): readonly Candidate[] {
  if (mark.type !== 'EVENT' || text[mark.end - 1] !== ')') return [mark];
  const open = text.lastIndexOf('(', mark.end);
  if (open <= mark.start + 3 || mark.end - open < 5) return [mark];
  return [
    { ...mark, end: open },
    { ...mark, start: open + 1, end: mark.end - 1 },
  ];
}

/** 九龍|香格里拉|酒店, 中国|西部地区: two places side by side that are one; the first is taken out of `out`. */
function withPlaceBefore(out: Candidate[], mark: Candidate, text: string): Candidate {
  const last = out.at(-1);
  if (last?.type !== 'PLACE' || mark.type !== 'PLACE' || last.end !== mark.start || last.end - last.start < 2)
    return mark;
  const hotel = /^(?:大酒店|酒店|饭店|宾馆)(?!业)/u.exec(text.slice(mark.end, mark.end + 4))?.[0].length ?? 0;
  const isPart = /^(?:[东西南北中]|东北|西北|东南|西南|中西|中东)部(?:地区)?$/u.test(text.slice(mark.start, mark.end));
  if (hotel === 0 && !isPart) return mark;
  out.pop();
  return { ...mark, start: last.start, end: mark.end + hotel, reason: byForm(isPart ? 'part of a place' : 'hotel') };
}

/** 黄石市县领导, 阳新县域, 粤港澳大湾区区域, 大湾区铁路: what a guess took in behind a place. */
function withoutGenericTail(mark: Candidate, text: string): Candidate {
  if (mark.type !== 'PLACE' || mark.reason.source !== 'tagger') return mark;
  const surface = text.slice(mark.start, mark.end);
  const cut =
    /(?<=.{2})(?:市县|(?<=区)区域|(?<=区)铁路)$/u.exec(surface)?.[0].length ??
    (/.{2}[县市]$/u.test(surface) && text[mark.end] === '域' ? 1 : 0);
  return cut === 0 ? mark : { ...mark, end: mark.end - cut };
}

/** 英國|國會, 加拿大|央行, 阳泉|阀门股份有限公司: a body that is named by its place. */
function withBody(mark: Candidate, text: string, next: Candidate | undefined): Candidate {
  if (mark.type !== 'PLACE' || mark.end - mark.start < 2 || /[、和与及]/u.test(text.charAt(mark.start - 1)))
    return mark;
  body.lastIndex = mark.end;
  const match = body.exec(text);
  if (match === null) return mark;
  const end = mark.end + match[0].length;
  const isInTheWay = next !== undefined && next.start < end && (next.end > end || next.type !== 'DOMAIN');
  return isInTheWay ? mark : { ...mark, type: 'ORGANISATION', end, reason: byForm('place and body') };
}

const body =
  /(?:国会|议会|央行|中央银行|海军|空军|陆军|国防部|外交部|财政部|卫生部|总统府|众议院|参议院|最高法院|航空公司|证券交易所|证交所|大学|(?:(?![的和与及在是将了为对等由、])\p{Script=Han}){1,12}(?:股份有限公司|有限责任公司|有限公司))(?![员长生城])/uy;

/** 2011年|中央一号文件, 2013年|施政報告: the year belongs to a document that has one every year. */
function withYear(mark: Candidate, text: string, last: Candidate | undefined): Candidate {
  if (
    mark.type !== 'DOCUMENT' ||
    !/^(?:中央(?:一|1)号文件|施政报告|财政预算案|政府工作报告)$/u.test(text.slice(mark.start, mark.end))
  )
    return mark;
  const year = /(?<!\d)(?:19|20)\d\d年?$/u.exec(text.slice(Math.max(0, mark.start - 6), mark.start))?.[0].length ?? 0;
  return year === 0 || (last !== undefined && last.end > mark.start - year)
    ? mark
    : { ...mark, start: mark.start - year, reason: byForm('year') };
}

/** 推介会由|副市长, 万鼎|作: what a guess took in before a title and behind a name. */
function withoutVerb(mark: Candidate, text: string): Candidate {
  const surface = text.slice(mark.start, mark.end);
  if (mark.type === 'POSITION') {
    const cut = /^(?:.*(?<!自)由(?=.{2})|刚才|现任|时任|首任|其中)/u.exec(surface)?.[0].length ?? 0;
    return cut === 0 || cut >= surface.length ? mark : { ...mark, start: mark.start + cut };
  }
  if (mark.type === 'PERSON' && mark.reason.source !== 'lexicon' && surface.length === 3) {
    const around = text.slice(mark.end - 1, mark.end + 1);
    if (/^(?:作[^\s、,。]|率|出席|主持|介绍|表示|强调|指出|致[辞词]|陪同|说|称|摄|讲话)/u.test(around))
      return { ...mark, end: mark.end - 1 };
  }
  return mark;
}

/** 蘇|局長, 葛|議員: a surname and a title are a person and a post. */
function splitVocative(mark: Candidate, text: string, isSurname: (character: string) => boolean): readonly Candidate[] {
  const surface = text.slice(mark.start, mark.end);
  if (
    mark.type !== 'POSITION' ||
    surface.length !== 3 ||
    !vocative.test(surface.slice(1)) ||
    /[副正前原该各本省市县区州校院厂村镇乡总代党党国全新旧老大小首次团部司局处]/u.test(surface.charAt(0)) ||
    !isSurname(surface.charAt(0)) ||
    mark.reason.source === 'lexicon'
  )
    return [mark];
  const reason = byForm('surname and title');
  return [
    { ...mark, end: mark.start + 1, type: 'PERSON', reason },
    { ...mark, start: mark.start + 1, reason },
  ];
}

const vocative =
  /^(?:局长|司长|主席|议员|部长|省长|市长|书记|主任|会长|总理|总统|教授|署长|处长|厅长|县长|区长|大使)$/u;

/** 董事長|魏|华山: behind a title and a surname, the name of a mountain or a town is a given name. */
function renamed(out: Candidate[], text: string, isSurname: (character: string) => boolean): void {
  const [title, place] = out.slice(-2);
  if (title?.type !== 'POSITION' || place?.type !== 'PLACE' || place.end - place.start !== 2) return;
  if (place.start !== title.end + 1 || !isSurname(text.charAt(title.end))) return;
  out[out.length - 1] = {
    ...place,
    start: title.end,
    type: 'PERSON',
    confidence: 0.9,
    reason: byForm('name behind a title'),
  };
}
