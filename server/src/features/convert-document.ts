import type { AnalyzedLine, Mention } from '../analysis/types';
import { wordingsIn } from '../rules/regional-wording';
import { readWording, type WordingTable } from '../rules/wording-data';
import { toSource } from '../text/view';
import { regionOf } from './card';
import { findOtherScript } from './card-forms';
import { convertName, convertText, type Region } from './conversion';
import { oneToMany } from './conversion-words';
import { Refusal, type DocumentRequest, type Host } from './host';
import type { Conversion, ConversionChoice, ConvertParams } from './protocol';

/**
 * A document, or a range of it, in another region's script, line for line. Personal names are carried over by their own
 * rules, and every character that could have become another one, every name and every regional word is listed with its
 * alternatives, in the order of the text. Nothing is changed.
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
  const wordings = await wordingsOf(host);
  const choices: ConversionChoice[] = [];
  let text = '';
  for (let number = first.line; number <= last.line && !token.isCancellationRequested; number += 1) {
    const line = analysis.lines[number];
    if (line === undefined) break;
    const start = number === first.line ? first.unit : 0;
    const end = number === last.line ? Math.min(last.unit, line.text.length) : line.text.length;
    const converted = await convertLine(host, line, { start, end, from, to });
    const found = [...converted.found];
    if (converted.text.length === end - start)
      found.push(...regionalWords(line, converted.text, wordings, { start, end, from, to }));
    for (const { start: at, end: till, offset, ...choice } of found.sort((a, b) => a.start - b.start)) {
      const range = host.positions.range(line.text, number, at, till);
      choices.push({ range, ...choice, offset: text.length + offset });
    }
    text += converted.text;
    if (number < last.line) text += terminatorOf(index.text, (index.starts[number] ?? 0) + line.text.length);
  }
  return { text, choices };
}

/** A choice at UTF-16 offsets of its line; `offset` counts in what the line's stretch has become. */
type Found = Omit<ConversionChoice, 'range'> & { readonly start: number; readonly end: number };

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from: Region;
  readonly to: Region;
}

async function convertLine(
  host: Host,
  line: AnalyzedLine,
  { start, end, from, to }: Stretch,
): Promise<{ readonly text: string; readonly found: Found[] }> {
  const found: Found[] = [];
  let text = '';
  for (const { start: at, end: till, name } of piecesOf(line, start, end)) {
    const source = line.text.slice(at, till);
    const converted = await convertText(source, from, to);
    if (from !== 'cn' || to === 'cn') {
      text += converted;
    } else if (name !== undefined) {
      const own = findOtherScript(host, name, source) ?? (await convertName(source, to));
      const choice = { start: at, end: till, offset: text.length, from: source, to: own, alternatives: [converted] };
      if (own !== converted) found.push({ ...choice, why: 'name-kept' });
      text += own;
    } else {
      const out = text.length;
      found.push(
        ...ambiguousCharacters(source, converted).map(({ start: inner, ...choice }) => ({
          ...choice,
          start: at + inner,
          end: at + inner + 1,
          offset: out + inner,
        })),
      );
      text += converted;
    }
  }
  return { text, found };
}

function ambiguousCharacters(source: string, converted: string): readonly Omit<Found, 'end' | 'offset'>[] {
  if (converted.length !== source.length) return [];
  return [...source.matchAll(ambiguous)].flatMap(({ 0: from, index }) => {
    const to = converted.charAt(index);
    const alternatives = [...(oneToMany.get(from) ?? '')].filter((each) => each !== to);
    return [{ start: index, from, to, alternatives, why: 'ambiguous-character' as const }];
  });
}

const ambiguous = new RegExp(`[${[...oneToMany.keys()].join('')}]`, 'gu');

/** Words that the region converted for says differently: their characters are converted, with what it says. */
function regionalWords(
  line: AnalyzedLine,
  converted: string,
  table: WordingTable,
  { start, end, from, to }: Stretch,
): readonly Found[] {
  if (from === to) return [];
  return wordingsIn(line, table).flatMap(({ at, wording }) => {
    const better = wording.better[to];
    const place = toSource(line.view, { start: at, end: at + wording.form.length });
    if (better === undefined || place.start < start || place.end > end) return [];
    const alternatives = [to === 'cn' ? better.simplified : better.traditional];
    const words = {
      from: line.text.slice(place.start, place.end),
      to: converted.slice(place.start - start, place.end - start),
    };
    return [{ ...place, offset: place.start - start, ...words, alternatives, why: 'regional-wording' as const }];
  });
}

/** The shipped table of regional words, read once; none where it cannot be read. */
function wordingsOf(host: Host): Promise<WordingTable> {
  loading ??= host.fileSystem
    .read(`${host.dataFolder}/rules/regional.tsv`)
    .then((bytes) => readWording(new TextDecoder().decode(bytes), host.knowledge.fold))
    .catch(() => new Map());
  return loading;
}

let loading: Promise<WordingTable> | undefined;

/** A stretch of a line, cut at personal names. */
function piecesOf(
  line: AnalyzedLine,
  start: number,
  end: number,
): readonly { start: number; end: number; name?: Mention }[] {
  const pieces: { start: number; end: number; name?: Mention }[] = [];
  let at = start;
  for (const mention of line.mentions) {
    if (mention.type !== 'PERSON' || mention.start < at || mention.end > end) continue;
    if (mention.start > at) pieces.push({ start: at, end: mention.start });
    pieces.push({ start: mention.start, end: mention.end, name: mention });
    at = mention.end;
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}

function terminatorOf(text: string, at: number): string {
  const mark = text.charAt(at);
  return mark === '\r' && text.charAt(at + 1) === '\n' ? '\r\n' : mark;
}
