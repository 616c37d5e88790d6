import type { AnalyzedLine, Mention } from '../analysis/types';
import type { Span } from '../text/span';
import { toView } from '../text/view';
import { rememberGroups, type Sighted } from './groups';
import type { Draft, Rule } from './types';

/**
 * An office that the same paper gives to somebody else: 浙江省省長王浩 here, 浙江省省長王皓 there.
 *
 * Looks at offices that one person holds at a time and whose body is named with them. Spares: deputies, members and whatever
 * else several hold; former, acting, designated holders; sentences on a change of hands (接替, 卸任, 任命) or of other years;
 * bodies without their place, of which a paper may know several (市教育局局長).
 */
export const titleConflict: Rule = {
  id: 'title-conflict',
  group: 'names',
  severity: 'warning',
  find({ analysis, say }) {
    const { region } = analysis.profile;
    return [...offices(analysis.lines).repeated].flatMap(([title, group]): readonly Draft[] => {
      const [usual, odd] = twoHolders(group);
      if (usual === undefined || odd === undefined || !isOne(title, region !== 'cn')) return [];
      return [
        {
          place: { line: odd.line, start: odd.span.start, end: odd.span.end },
          message: say('title-conflict.found', { title: odd.surface, actual: odd.name, other: usual.name }),
          related: [
            {
              place: { line: usual.line, start: usual.span.start, end: usual.span.end },
              message: say('title-conflict.other', { other: usual.name }),
            },
          ],
        },
      ];
    });
  },
};

interface Sight {
  /** The office as written, folded. */
  readonly title: string;
  readonly surface: string;
  readonly holder: string;
  readonly name: string;
  /** Office and holder. */
  readonly span: Span;
  readonly isShared: boolean;
  /** The years that its sentence names. */
  readonly years: string;
}

type Placed = Sight & { readonly line: number };

const known = new WeakMap<readonly Sighted<Sight>[], readonly Placed[]>();

/** The first sight of either of two holders at one time; nothing where there are more or fewer. */
function twoHolders(group: readonly Sighted<Sight>[]): readonly Placed[] {
  const before = known.get(group);
  if (before !== undefined) return before;
  // Three and more, or two at once: an office of several seats.
  const isOffice =
    new Set(group.map(({ result }) => result.holder)).size === 2 && !group.some(({ result }) => result.isShared);
  const both = isOffice ? firstOfEach(group.map(({ line, result }) => ({ line, ...result }))) : [];
  const [usual, odd] = both;
  const found = usual !== undefined && odd !== undefined && isSameTime(usual, odd) ? both : [];
  known.set(group, found);
  return found;
}

/** The first sight of either holder, the one that is named more often in front. */
function firstOfEach(sights: readonly Placed[]): readonly Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const sight of sights) groups.set(sight.holder, [...(groups.get(sight.holder) ?? []), sight]);
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first === undefined ? [] : [first]));
}

function isSameTime(a: Placed, b: Placed): boolean {
  return a.years === b.years && !a.name.includes(b.name) && !b.name.includes(a.name);
}

/** Whether there is one such office: its body stands with it, and with its place unless the paper has but one place. */
function isOne(title: string, oneGovernment: boolean): boolean {
  const body = title.replace(singular, '');
  if (/^[省市县区州镇乡村党该本我]|^(?:公司|集团|学院|大学|政府|国家|街道|社区|工会|支部)$/u.test(body)) return false;
  if (/^(?:中国|国家|全国|香港|澳门|中共|中央|国务院)|^.{2,6}[省市县区州旗国镇村]/u.test(body) && body.length >= 3)
    return true;
  return body.length >= (oneGovernment ? 3 : 6);
}

const singular =
  /(?:书记|主席|[部厅局司署市省县区州镇会院校行社台馆]长|秘书长|董事长|理事长|检察长|行政总裁|总裁|总经理|行政长官|总理|总统|主任|特派员)$/u;
const several =
  /[副候前原代]|时任|历任|署理|常务|常委|助理|书记处|轮值|执行|大会|会议|论坛|名誉|荣誉|联席|共同|客座|记者|教授|分会|车间|班组/u;
const changing =
  /接替|接任|继任|卸任|离任|退休|辞[职去任]|免去|免职|任命|换届|历任|交接|新任|调任|去世|逝世|生前|当选|候任|拟任|提名|就任|履新|改由|转任/u;

const offices = rememberGroups<Sight>(
  (line) =>
    line.mentions.flatMap((office, at): readonly Sight[] => {
      if (office.type !== 'POSITION' || office.holder === undefined || office.holder === '') return [];
      if (!singular.test(office.folded) || several.test(office.folded)) return [];
      const holder = neighbour(line, at);
      if (holder?.entity === undefined || !office.holder.split('+').includes(holder.entity)) return [];
      if (holder.confidence < 0.8 || !/^(?![时任后前兼及和与的])\p{Script=Han}{2,4}$/u.test(holder.folded)) return [];
      const sentence = sentenceAt(line, office);
      if (changing.test(sentence) || /[前原]任?$|时任$|首任$|届$|[代署]理$/u.test(sentenceBefore(line, office)))
        return [];
      return [
        {
          title: office.folded.replace(/^现任|\s/gu, ''),
          surface: office.surface,
          holder: holder.entity,
          name: holder.surface,
          span: { start: Math.min(office.start, holder.start), end: Math.max(office.end, holder.end) },
          isShared: office.holder.includes('+'),
          years: [...sentence.matchAll(/(?:19|20)\d\d年|[去前今明]年|当年|当时/gu)].map(([year]) => year).join(),
        },
      ];
    }),
  ({ title }) => title,
);

/** The person right behind an office, or right before it. */
function neighbour(line: AnalyzedLine, at: number): Mention | undefined {
  const [office, behind, before] = [line.mentions[at], line.mentions[at + 1], line.mentions[at - 1]];
  if (office === undefined) return undefined;
  if (behind?.type === 'PERSON' && line.text.slice(office.end, behind.start).trim() === '') return behind;
  return before?.type === 'PERSON' && before.end === office.start ? before : undefined;
}

function sentenceAt(line: AnalyzedLine, { start, end }: Mention): string {
  const { text } = line.view;
  const from = Math.max(...[...'。;!?'].map((stop) => text.lastIndexOf(stop, toView(line.view, start)))) + 1;
  const stop = /[。;!?]/u.exec(text.slice(toView(line.view, end)));
  return text.slice(from, stop === null ? undefined : toView(line.view, end) + stop.index);
}

function sentenceBefore(line: AnalyzedLine, { start }: Mention): string {
  const at = toView(line.view, start);
  return line.view.text.slice(Math.max(0, at - 4), at);
}
