import { isRead } from '../analysis/structure';
import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import { dayForm, monthForm, smallNumber, yearForm, yearNumber } from './days';
import { rememberScan } from './scan';
import type { Place, Rule } from './types';

/**
 * A dateline later than the publication: 发布时间：2024-05-25 above, 新华社北京5月27日电 or the closing line 2024年5月27日 below.
 *
 * Takes the latest of the dates that the head of the page gives. Spares: papers whose head has no date, dates within
 * sentences, closing dates that text follows, and agency dates without a year that lie half a year off.
 */
export const futureDateline: Rule = {
  id: 'future-dateline',
  group: 'dates',
  severity: 'warning',
  find({ analysis, say }) {
    const seen = scan(analysis.lines)
      .map(({ line, results }) => results.map((sight) => ({ line, ...sight })))
      .flat();
    const text = analysis.lines.findIndex(({ kind }) => kind === 'text');
    // A date on a line of its own belongs to the head where no text stands above it.
    const heads = seen.filter(({ role, line }) => role === 'head' || (role === 'alone' && line < text));
    const last = heads.reduce<Placed | undefined>(
      (top, each) => (top === undefined || dayOf(each) > dayOf(top) ? each : top),
      undefined,
    );
    if (last === undefined) return [];
    const body = analysis.lines.findLastIndex(({ kind }) => kind === 'text' || kind === 'list' || kind === 'heading');
    return seen
      .filter(({ role, line }) =>
        role === 'wire'
          ? line > last.line && line <= last.line + 12
          : role === 'alone' && line >= body && line > last.line + 2,
      )
      .flatMap((sight) => {
        const late = daysAfter(sight, last);
        if (late < 1 || late > 180) return [];
        const actual = analysis.lines[sight.line]?.text.slice(sight.start, sight.end) ?? '';
        return [
          {
            place: placeOf(sight),
            message: say('future-dateline.found', { actual, published: iso(last) }),
            related: [{ place: placeOf(last), message: say('future-dateline.published') }],
          },
        ];
      });
  },
};

interface Sight {
  /** `head`: of the publication; `wire`: of an agency; `alone`: a line of its own. */
  readonly role: 'head' | 'wire' | 'alone';
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

type Placed = Sight & { readonly line: number };

function placeOf({ line, start, end }: Placed): Place {
  return { line, start, end };
}

function iso({ year, month, day }: Sight): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function dayOf({ year = 0, month, day }: Sight): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Days from the publication to a dateline; one without a year means the nearest. */
function daysAfter(sight: Sight, published: Sight): number {
  if (sight.year !== undefined) return dayOf(sight) - dayOf(published);
  const years = [-1, 0, 1].map((step) => dayOf({ ...sight, year: (published.year ?? 0) + step }) - dayOf(published));
  return years.reduce((nearest, each) => (Math.abs(each) < Math.abs(nearest) ? each : nearest));
}

const scan = rememberScan<Sight>((line) => {
  const { text } = line.view;
  if (!isRead(line.kind) || !/[\d〇一二三四五六七八九十]/u.test(text)) return [];
  const found = [...text.slice(0, 200).matchAll(wire)].flatMap((match) => sightOf(line, 'wire', match));
  const head = line.kind === 'dateline' ? published.exec(text) : null;
  if (head !== null) found.push(...sightOf(line, 'head', head));
  const alone = text.length <= 40 ? closing.exec(text) : null;
  return alone === null ? found : [...found, ...sightOf(line, 'alone', alone)];
});

function sightOf(line: AnalyzedLine, role: Sight['role'], match: RegExpExecArray): readonly Sight[] {
  const { date = '', year, month = '', day = '' } = match.groups ?? {};
  const [m, d] = [smallNumber(month), smallNumber(day)];
  if (m === undefined || d === undefined || m < 1 || m > 12 || d < 1 || d > 31) return [];
  const start = match.index + match[0].indexOf(date);
  return [
    { role, ...toSource(line.view, { start, end: start + date.length }), year: yearNumber(year), month: m, day: d },
  ];
}

const written = `(?<date>(?<year>${yearForm})(?:\\s?年\\s?|[-/.])(?<month>${monthForm})(?:\\s?月\\s?|[-/.])(?<day>${dayForm})日?)`;
const published = new RegExp(
  `(?:(?:发布|发稿|发表|刊登|更新|出版|印发)?(?:时间|日期)\\s?:\\s?|(?:发布|更新)于?\\s?:?\\s?)${written}`,
  'u',
);
const wire = new RegExp(
  `(?<=\\p{Script=Han}|^|\\s)(?<date>(?:(?<year>${yearForm})年)?(?<month>${monthForm})月(?<day>${dayForm})日)\\s?(?:电|讯)(?![话视网影报车台力])`,
  'gu',
);
const closing = new RegExp(`^\\s*(?:香港\\s?)?${written}\\s?(?:\\(?星期[一二三四五六日]\\)?)?\\s*$`, 'u');
