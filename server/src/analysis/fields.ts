import type { Candidate } from './line-facts';

/**
 * Policy fields in the frames that make any noun one: the members of a list before 等領域, 行業, 產業, 範疇, 方面, and the
 * list before 合作上. Adds marks for members that nothing else claims; spans are view units.
 */
export function findFields(viewText: string, marks: readonly Candidate[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const frame of viewText.matchAll(governor)) {
    const members = membersBefore(viewText, frame.index);
    if (members.length < (frame[0].startsWith('等') ? 1 : 2)) continue;
    for (const { start, end } of members) {
      if (marks.some((mark) => mark.start < end && start < mark.end)) continue;
      found.push({
        start,
        end,
        type: 'DOMAIN',
        confidence: 0.6,
        reason: { source: 'rule', detail: `list before ${frame[0]}` },
      });
    }
  }
  return found;
}

/** The governing noun, with what may stand between it and the list. */
const governor =
  /等?(?:重点|主要|关键|新兴|传统|先进|高|新|诸多|多个|各个|不同|优势|特色|前沿|全|战略性|科技|民生|经济|专业|社会|公共|社会民生|[两二三四五六七八九十\d]{1,2}个?大?){0,2}(?:领域|范畴|行业|产业(?!链|园|集群|化|升级|发展|合作|基地|投资)|产业链)(?!和|与|、)/gu;

const separators = '、和及与';
/** Words that a list of fields stands behind and that are none of it. */
const leaders =
  /(?:涉及|涵盖|包括|覆盖|围绕|聚焦|聚焦于|推动|推进|加强|加快|促进|深化|拓展|发展|布局|分布在|集中在|特别是|尤其是|例如|以及|以至|支持|开展|加大|助力|服务|关于|有关|属于|从事|投向|进入|投资|扩大|开放|放宽|就|在|对|从|于|的|了|为|如|是|把|将|向|到|地|双方|两地|三地|国家|我国|全国|方面|[港澳浙湘渝粤](?=\p{Script=Han}{2}))/gu;

interface Member {
  readonly start: number;
  readonly end: number;
}

/** The members of the list that ends at `end`, from the left. */
function membersBefore(text: string, end: number): readonly Member[] {
  const members: Member[] = [];
  let stop = end;
  for (let guard = 0; guard < 16; guard += 1) {
    let start = stop;
    while (
      start > 0 &&
      stop - start < 12 &&
      /[\p{Script=Han}A-Za-z0-9+]/u.test(text.charAt(start - 1)) &&
      !separators.includes(text.charAt(start - 1))
    )
      start -= 1;
    const closed = start > 0 && separators.includes(text.charAt(start - 1));
    if (start === stop) break;
    const cut = closed ? start : start + leaderEnd(text.slice(start, stop));
    if (isField(text.slice(cut, stop))) members.unshift({ start: cut, end: stop });
    else if (members.length === 0) return [];
    if (!closed || cut !== start) break;
    stop = start - 1;
  }
  return members;
}

function leaderEnd(piece: string): number {
  let end = 0;
  for (const match of piece.matchAll(leaders))
    if (match.index + match[0].length <= piece.length - 2) end = match.index + match[0].length;
  return end;
}

function isField(piece: string): boolean {
  return (
    piece.length >= 2 &&
    piece.length <= 9 &&
    !/^(?:各|其他|其它|相关|有关|多个|不同|这些|重点|新|该|本|一些|更多|广泛|更宽|更广)/u.test(piece) &&
    !/[的了在对将把被是等]/u.test(piece) &&
    !/^\d/u.test(piece)
  );
}
