import { isValueType, type Analysis, type Mention } from '../analysis/types';
import { indexLines } from '../text/lines';
import type { InputFile } from './input';

/** One mention as other programs read it. Offsets are Unicode code points over the exact file, end exclusive. */
export interface Annotation {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is known of it, in the order in which it is written: id, norm, cur, qual … */
  readonly notes: Readonly<Record<string, string>>;
}

/** The mentions of a file in code points, in the order of the text. */
export function annotationsOf(input: InputFile, analysis: Analysis): readonly Annotation[] {
  const { starts, lines } = indexLines(input.text);
  const found: Annotation[] = [];
  let points = input.offset;
  let units = 0;
  const pointsTo = (offset: number): number => {
    for (; units < offset; units += 1) {
      const unit = input.text.charCodeAt(units);
      const next = input.text.charCodeAt(units + 1);
      if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) units += 1;
      points += 1;
    }
    return points;
  };
  analysis.lines.forEach((line, number) => {
    const base = starts[number] ?? 0;
    for (const mention of line.mentions) {
      const start = pointsTo(base + mention.start);
      const end = pointsTo(base + mention.end);
      found.push({
        type: mention.type,
        start,
        end,
        text: (lines[number] ?? '').slice(mention.start, mention.end),
        notes: notesOf(mention),
      });
    }
  });
  return found;
}

/** The brat standoff file of a list of annotations: a `T` line each, and a note where something is known. */
export function writeBrat(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ type, start, end, text, notes }, at) => {
      const mark = `T${at + 1}\t${type} ${start} ${end}\t${text}\n`;
      const pairs = Object.entries(notes).map(([key, value]) => `${key}=${value.replace(/[;\s]+/gu, ' ')}`);
      return pairs.length === 0 ? mark : `${mark}#${at + 1}\tAnnotatorNotes T${at + 1}\t${pairs.join('; ')}\n`;
    })
    .join('');
}

function notesOf(mention: Mention): Record<string, string> {
  const { value } = mention;
  const always = mention.type !== 'DATE' && isValueType(mention.type);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['id', mention.entity],
    ['norm', value?.norm],
    ['cur', value?.currency],
    ['qual', always ? (value?.bound ?? 'eq') : value !== undefined && value.bound !== 'eq' ? value.bound : undefined],
    ['unit', value?.unit],
    ['form', value?.form],
    ['mod', value?.mod],
    ['basis', value?.basis],
    ['org', mention.org],
    ['holder', mention.holder],
  ];
  return Object.fromEntries(
    pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
}
