import { countScripts, type ScriptTable } from '../text/script';
import type { DocumentProfile, LineKind, Region, Script } from './types';

/** What one line adds to the profile of its document; cached with the line. */
export interface LineProfile {
  readonly traditional: number;
  readonly simplified: number;
  readonly han: number;
  /** Votes for where the text was written. */
  readonly votes: Readonly<Record<Region, number>>;
  /** A full date in the line, ISO. */
  readonly fullDate: string | undefined;
  /** The line carries a news agency's dateline without year (新华社重庆5月25日电): ISO month and day. */
  readonly wireDate: string | undefined;
}

/** Reads one line: the original for its script, the view for dates and for words that only one region uses. */
export function profileLine(text: string, viewText: string, scripts: ScriptTable): LineProfile {
  const counts = countScripts(text, scripts);
  const votes: Record<Region, number> = { hk: 0, mo: 0, tw: 0, cn: 0 };
  for (const [region, pattern] of regionWords) votes[region] += viewText.match(pattern)?.length ?? 0;
  if (/[衞裏綫]|着(?=[^\p{Script=Han}]|[一-龥])/u.test(text) && counts.traditional > counts.simplified) votes.hk += 1;
  if (/[臺裡衛]/u.test(text) && counts.traditional > counts.simplified) votes.tw += 0.5;
  const full = fullDate.exec(viewText);
  const foreign = full === null ? englishDate.exec(viewText) : null;
  const wire = wireDate.exec(viewText);
  return {
    ...counts,
    votes,
    fullDate: full
      ? iso(full[1], full[2], full[3])
      : foreign
        ? iso(foreign[3], String(monthNames.indexOf(foreign[2] ?? '') / 3 + 1), foreign[1])
        : undefined,
    wireDate: wire ? `${pad(wire[1])}-${pad(wire[2])}` : undefined,
  };
}

/** Sums over the lines of a document, from which lines can be taken away again. */
export class ProfileTotals {
  private traditional = 0;
  private simplified = 0;
  private han = 0;
  private readonly votes: Record<Region, number> = { hk: 0, mo: 0, tw: 0, cn: 0 };

  apply(line: LineProfile, sign: 1 | -1): void {
    this.traditional += sign * line.traditional;
    this.simplified += sign * line.simplified;
    this.han += sign * line.han;
    for (const region of regions) this.votes[region] += sign * line.votes[region];
  }

  /**
   * The profile of the document whose lines were applied. The date is that of the publication: a full date on a dateline
   * first, then a line that holds nothing but a full date, then the first full date in the opening or closing lines.
   */
  profile(
    lines: readonly { readonly profile: LineProfile; readonly text: string }[],
    kinds: readonly LineKind[],
  ): DocumentProfile {
    const script = scriptOf(this.traditional, this.simplified, this.han);
    const date = documentDate(lines, kinds);
    const year = date === undefined ? headingYear(lines, kinds) : undefined;
    return {
      script,
      region: regionOf(script, this.votes),
      ...(date === undefined ? {} : { date }),
      ...(year === undefined ? {} : { year }),
    };
  }
}

const regions = ['hk', 'mo', 'tw', 'cn'] as const;

const regionWords: readonly (readonly [Region, RegExp])[] = [
  ['hk', /特区政府|行政长官|港府|本港|立法会|港元|港币|施政报告|财政司|政务司|律政司|文汇报|创科/gu],
  ['mo', /澳门特区|澳门元|本澳|澳门日报/gu],
  ['tw', /民国\d|行政院|立法院|经济部|新台币|立委|总统府|工商时报|台湾(?=技术|团队|产学研)|计画/gu],
  ['cn', /党中央|国务院|习近平|自治区|省委|市委|新华社|央视|人民网|我国|本网站?讯/gu],
];

const fullDate = /(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)/u;
const monthNames = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const englishDate = /(?<![\dA-Za-z])(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* ((?:19|20)\d\d)/u;
const wireDate = /(?<!\d)(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日(?:电|讯|消息)/u;

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string {
  return `${year ?? ''}-${pad(month)}-${pad(day)}`;
}

function scriptOf(traditional: number, simplified: number, han: number): Script {
  if (han === 0 || traditional + simplified === 0) return 'none';
  const share = traditional / (traditional + simplified);
  return share >= 0.8 ? 'hant' : share <= 0.2 ? 'hans' : 'mixed';
}

function regionOf(script: Script, votes: Readonly<Record<Region, number>>): Region {
  if (script === 'hans') return 'cn';
  const prior = script === 'hant' ? { ...votes, hk: votes.hk + 1 } : votes;
  return regions.reduce((top, region) => (prior[region] > prior[top] ? region : top), script === 'hant' ? 'hk' : 'cn');
}

function documentDate(
  lines: readonly { readonly profile: LineProfile; readonly text: string }[],
  kinds: readonly LineKind[],
): DocumentProfile['date'] {
  const near: number[] = [];
  for (let number = 0; number < lines.length; number += 1) {
    if (number === 60) number = Math.max(60, lines.length - 20);
    near.push(number);
  }
  const find = (accept: (number: number) => boolean): DocumentProfile['date'] => {
    for (const number of near) {
      const found = lines[number]?.profile.fullDate;
      if (found !== undefined && accept(number)) return { iso: found, line: number };
    }
    return undefined;
  };
  return (
    find((number) => kinds[number] === 'dateline') ??
    find(
      (number) =>
        (lines[number]?.text.trim().length ?? 99) <= 24 && kinds[number] !== 'links' && kinds[number] !== 'footer',
    ) ??
    find((number) => (lines[number]?.text.length ?? 999) < 120 && kinds[number] !== 'links') ??
    wireOnly(lines)
  );
}

/** 2023港澳·浙江周開幕 over a report without a date: its year, if headings name no other. */
function headingYear(lines: readonly { readonly text: string }[], kinds: readonly LineKind[]): number | undefined {
  const years = new Set<string>();
  kinds.forEach((kind, number) => {
    if (kind !== 'heading') return;
    for (const [year] of (lines[number]?.text ?? '').matchAll(/(?<!\d)20\d\d(?!\d)/gu)) years.add(year);
  });
  const [only] = years;
  return years.size === 1 ? Number(only) : undefined;
}

/** A wire date borrows its year from the first year that the text names in full. */
function wireOnly(lines: readonly { readonly profile: LineProfile }[]): DocumentProfile['date'] {
  const line = lines.findIndex((each) => each.profile.wireDate !== undefined);
  const year = lines.find((each) => each.profile.fullDate !== undefined)?.profile.fullDate?.slice(0, 4);
  const monthDay = lines[line]?.profile.wireDate;
  return year === undefined || monthDay === undefined ? undefined : { iso: `${year}-${monthDay}`, line };
}
