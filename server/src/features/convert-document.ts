import type { AnalyzedLine } from '../analysis/types';
import { regionOf } from './card';
import { convertText } from './conversion';
import { Refusal, type DocumentRequest } from './host';
import type { Conversion, ConversionChoice, ConvertParams } from './protocol';

/**
 * A document, or a range of it, in another region's script, line for line. Personal names are kept as they stand, and
 * every character that could have become another one is listed with its alternatives. Nothing is changed.
 */
export async function convertDocument({
  host,
  snapshot,
  params,
  token,
}: DocumentRequest<ConvertParams>): Promise<Conversion> {
  const { to } = params;
  if (!['hk', 'tw', 'cn'].includes(to)) throw new Refusal(host.t('convert.unknownRegion'));
  const from = regionOf(snapshot);
  const { index, analysis } = snapshot;
  const first = params.range === undefined ? { line: 0, unit: 0 } : host.positions.place(index, params.range.start);
  const last =
    params.range === undefined
      ? { line: analysis.lines.length - 1, unit: Infinity }
      : host.positions.place(index, params.range.end);
  const choices: ConversionChoice[] = [];
  let text = '';
  for (let number = first.line; number <= last.line && !token.isCancellationRequested; number += 1) {
    const line = analysis.lines[number];
    if (line === undefined) break;
    const start = number === first.line ? first.unit : 0;
    const end = number === last.line ? Math.min(last.unit, line.text.length) : line.text.length;
    for (const piece of piecesOf(line, start, end)) {
      const source = line.text.slice(piece.start, piece.end);
      const converted = await convertText(source, from, to);
      const range = (from_: number, to_: number): ConversionChoice['range'] =>
        host.positions.range(line.text, number, from_, to_);
      if (piece.isName && from === 'cn') {
        text += source;
        if (converted !== source) {
          choices.push({
            range: range(piece.start, piece.end),
            from: source,
            to: source,
            alternatives: [converted],
            why: 'name-kept',
          });
        }
        continue;
      }
      text += converted;
      if (from !== 'cn' || to === 'cn' || converted.length !== source.length) continue;
      for (let at = 0; at < source.length; at += 1) {
        const alternatives = oneToMany.get(source[at] ?? '');
        const chosen = converted[at] ?? '';
        if (alternatives === undefined || !alternatives.includes(chosen)) continue;
        choices.push({
          range: range(piece.start + at, piece.start + at + 1),
          from: source[at] ?? '',
          to: chosen,
          alternatives: [...alternatives].filter((each) => each !== chosen),
          why: 'ambiguous-character',
        });
      }
    }
    if (number < last.line) text += terminatorOf(index.text, (index.starts[number] ?? 0) + line.text.length);
  }
  return { text, choices };
}

/** A stretch of a line, cut at personal names. */
function piecesOf(
  line: AnalyzedLine,
  start: number,
  end: number,
): readonly { start: number; end: number; isName: boolean }[] {
  const pieces: { start: number; end: number; isName: boolean }[] = [];
  let at = start;
  for (const mention of line.mentions) {
    if (mention.type !== 'PERSON' || mention.start < at || mention.end > end) continue;
    if (mention.start > at) pieces.push({ start: at, end: mention.start, isName: false });
    pieces.push({ start: mention.start, end: mention.end, isName: true });
    at = mention.end;
  }
  if (at < end) pieces.push({ start: at, end, isName: false });
  return pieces;
}

function terminatorOf(text: string, at: number): string {
  const mark = text.charAt(at);
  return mark === '\r' && text.charAt(at + 1) === '\n' ? '\r\n' : mark;
}

/** Simplified characters that stand for several Traditional ones. */
const oneToMany: ReadonlyMap<string, string> = new Map([
  ['干', '干乾幹榦'],
  ['后', '后後'],
  ['里', '里裏裡'],
  ['只', '只隻祇'],
  ['面', '面麵'],
  ['发', '發髮'],
  ['系', '系係繫'],
  ['台', '台臺颱檯'],
  ['复', '復複覆'],
  ['历', '歷曆'],
  ['钟', '鐘鍾'],
  ['并', '並併'],
  ['布', '布佈'],
  ['制', '制製'],
  ['余', '余餘'],
  ['征', '征徵'],
  ['准', '准準'],
  ['谷', '谷穀'],
  ['斗', '斗鬥'],
  ['松', '松鬆'],
  ['云', '云雲'],
  ['表', '表錶'],
  ['出', '出齣'],
  ['范', '范範'],
  ['丰', '丰豐'],
  ['向', '向嚮'],
  ['志', '志誌'],
  ['致', '致緻'],
  ['周', '周週'],
  ['游', '游遊'],
  ['于', '于於'],
  ['签', '簽籤'],
  ['采', '采採'],
  ['极', '極极'],
  ['胜', '勝胜'],
  ['折', '折摺'],
  ['卷', '卷捲'],
  ['当', '當噹'],
  ['尽', '盡儘'],
  ['获', '獲穫'],
  ['汇', '匯彙'],
  ['坛', '壇罈'],
  ['团', '團糰'],
  ['须', '須鬚'],
  ['脏', '臟髒'],
  ['朴', '朴樸'],
  ['仆', '仆僕'],
  ['克', '克剋'],
  ['升', '升昇'],
  ['占', '占佔'],
  ['岳', '岳嶽'],
  ['岩', '岩巖'],
  ['参', '參蔘'],
  ['咨', '咨諮'],
  ['注', '注註'],
  ['借', '借藉'],
]);
