import type { AnalyzedLine } from '../analysis/types';
import { rememberScan } from './scan';
import type { Draft, Rule } from './types';

/**
 * A colon between two clauses in a paper whose paragraphs are rows of measures, each set off by a semicolon:
 * 支持甲計劃及乙平台:雙方進一步開展合作 → …;雙方…
 *
 * A colon introduces: a list, a quotation, an explanation. Told of only where nothing is introduced (the words before it
 * are a whole measure, those behind it a clause without a list) and where the paragraphs before and behind set off their
 * measures by semicolons and have no colon. The fix is not safe.
 *
 * Spares: colons behind a short head (融資:…), behind words that introduce (如下 包括 表示 是), before quotations, numbers
 * and lists.
 */
export const unevenClauses: Rule = {
  id: 'uneven-clauses',
  group: 'text',
  severity: 'warning',
  find({ analysis, say }) {
    const drafts: Draft[] = [];
    for (const { line, analyzed, results } of colons(analysis.lines)) {
      const sisters = [nextText(analysis.lines, line, -1), nextText(analysis.lines, line, 1)];
      const [at] = results;
      if (at === undefined || !sisters.every((sister) => sister !== undefined && isRowOfMeasures(sister.analyzed)))
        continue;
      const actual = analyzed.text.charAt(at);
      const expected = actual === '：' ? '；' : ';';
      const place = { line, start: at, end: at + 1 };
      const fix = { title: say('fix.replace', { actual, expected }), edits: [{ place, text: expected }] };
      drafts.push({
        place,
        message: say('uneven-clauses.found', { actual, expected }),
        fixes: [{ ...fix, safe: false, preferred: false }],
        related: sisters.flatMap((sister) =>
          sister === undefined ? [] : [{ place: firstSemicolon(sister), message: say('uneven-clauses.sister') }],
        ),
      });
    }
    return drafts;
  },
};

interface Written {
  readonly analyzed: AnalyzedLine;
  readonly line: number;
}

/** The nearest line of text before (-1) or behind (1). */
function nextText(lines: readonly AnalyzedLine[], from: number, step: 1 | -1): Written | undefined {
  for (let line = from + step; ; line += step) {
    const analyzed = lines[line];
    if (analyzed === undefined) return undefined;
    if (analyzed.kind === 'text') return { analyzed, line };
  }
}

function isRowOfMeasures({ text }: AnalyzedLine): boolean {
  return (text.match(/[;；]/gu)?.length ?? 0) >= 1 && !/[:：]/u.test(text) && /。\s*$/u.test(text);
}

function firstSemicolon({ analyzed, line }: Written): {
  readonly line: number;
  readonly start: number;
  readonly end: number;
} {
  const start = analyzed.text.search(/[;；]/u);
  return { line, start, end: start + 1 };
}

const colons = rememberScan<number>((line) => {
  const at = line.kind === 'text' ? suddenColon(line) : undefined;
  return at === undefined ? [] : [at];
});

/** The one colon of a paragraph, where both sides are clauses and neither is introduced. */
function suddenColon({ text, view }: AnalyzedLine): number | undefined {
  if (view.residue.length > 0) return undefined;
  const colons = [...text.matchAll(/[:：]/gu)];
  const at = colons[0]?.index;
  if (at === undefined || colons.length > 1) return undefined;
  const before = /(?:^|[。;!?])\s*([^。;!?]*)$/u.exec(view.text.slice(0, at))?.[1]?.trim() ?? '';
  const behind = /^([^。;!?]*)/u.exec(view.text.slice(at + 1))?.[1] ?? '';
  const isMeasure = /^\p{Script=Han}{14,}$/u.test(before) && !introduces.test(before);
  return isMeasure && behind.length >= 14 && /^\p{Script=Han}/u.test(behind) && !lists.test(behind) ? at : undefined;
}

const introduces =
  /(?:如下|下列|以下|包括|包含|分别|主要|即|是|为|有|如|称|说|道|问|答|指出|表示|认为|强调|提出|要求|介绍|透露|题|点|项|条|类|种|个|方面|原则|内容|目标|任务|措施|方式|原因|共识|名单|步骤|标准|条件|范围|单位|部门|人员|时间|地点)$/u;
const lists = /^(?:第?[一二三四五六七八九十\d]+[是、,.]|[“《(])/u;
