import type { Span } from '../text/span';
import type { LineFacts } from './line-facts';
import type { Structure } from './structure';

/**
 * Finds headings and list labels that name policy fields: of a group of four and more headings of one level, or list items
 * with a label before a colon, most must speak of fields. Gives for each such line the whole title or label, in view units.
 */
export function findFieldHeadings(facts: readonly LineFacts[], structure: Structure): ReadonlyMap<number, Span> {
  const groups = new Map<string, { line: number; span: Span; text: string }[]>();
  facts.forEach(({ view: { text } }, line) => {
    const kind = structure.kinds[line];
    const level = structure.levels[line] ?? 0;
    const span = kind === 'heading' && level > 1 ? titleOf(text) : kind === 'list' ? labelOf(text) : undefined;
    if (span === undefined) return;
    const key = kind === 'heading' ? `heading ${level}` : 'list';
    const group = groups.get(key) ?? [];
    group.push({ line, span, text: text.slice(span.start, span.end) });
    groups.set(key, group);
  });
  const found = new Map<number, Span>();
  for (const group of groups.values()) {
    const fields = group.filter(({ text }) => isField(text));
    if (fields.length < 4 || fields.length < 0.6 * group.length) continue;
    for (const { line, span, text } of group)
      if (isField(text) || (isShort(text) && !other.test(text))) found.set(line, span);
  }
  return found;
}

function titleOf(text: string): Span | undefined {
  const number =
    /^\s*(?:#{1,6}\s+|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]\s?)?/u.exec(text);
  const title = text.slice(number?.[0].length ?? 0).trim();
  const start = text.indexOf(title);
  return title === '' || !isShort(title) ? undefined : { start, end: start + title.length };
}

function labelOf(text: string): Span | undefined {
  const match = /^\s*[-*+·]\s*(?:\*\*)?(\p{Script=Han}{2,14}?)(?:\*\*)?:/u.exec(text);
  const label = match?.[1];
  if (match === null || label === undefined) return undefined;
  const start = match[0].indexOf(label);
  return { start, end: start + label.length };
}

function isShort(text: string): boolean {
  return /^\p{Script=Han}{2,14}$/u.test(text);
}

function isField(text: string): boolean {
  return isShort(text) && fieldWords.test(text) && !other.test(text);
}

const fieldWords =
  /经济|经贸|贸易|投资|金融|科技|科创|创新|教育|文化|旅游|文旅|医疗|卫生|健康|医药|环境|环保|生态|航空|航运|交通|物流|法律|司法|人才|青年|体育|农业|乡村|工业|制造|产业|服务业|能源|数字|信息|就业|养老|民生|食品|安全|基建|海洋|公务员/u;
const other =
  /仪式|会议|论坛|签署|简介|附件|报告|名单|问题|讲话|致辞|背景|成效|成果|总结|目标|原则|要求|部署|回顾|展望|记者|新闻|任务|措施|活动|情况/u;
