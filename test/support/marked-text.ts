import type { Analysis } from '../../server/src/analysis/types';

/** A text with its expected marks, both read from one string: `⟦易煉紅¦PERSON⟧說`. */
export interface MarkedText {
  readonly text: string;
  /** In the order of the text; `line:start-end TYPE surface`, offsets in UTF-16 units of the line. */
  readonly marks: readonly string[];
}

/** Takes the marks out of a fixture. Throws when one is not closed. */
export function parseMarkedText(fixture: string): MarkedText {
  const marks: string[] = [];
  const lines = fixture.split('\n').map((line, number) => {
    let plain = '';
    let at = 0;
    for (let open = line.indexOf('⟦'); open >= 0; open = line.indexOf('⟦', at)) {
      const bar = line.indexOf('¦', open);
      const close = line.indexOf('⟧', bar);
      if (bar < 0 || close < 0) throw new Error(`fixture: mark not closed in line ${number + 1}`);
      plain += line.slice(at, open);
      const surface = line.slice(open + 1, bar);
      marks.push(
        describeMark(number, plain.length, plain.length + surface.length, line.slice(bar + 1, close), surface),
      );
      plain += surface;
      at = close + 1;
    }
    return plain + line.slice(at);
  });
  return { text: lines.join('\n'), marks };
}

/** The marks of an analysis, described as `parseMarkedText` describes those of a fixture. */
export function describeMarks(analysis: Analysis): readonly string[] {
  return analysis.lines.flatMap((line, number) =>
    line.mentions.map((mention) => describeMark(number, mention.start, mention.end, mention.type, mention.surface)),
  );
}

function describeMark(line: number, start: number, end: number, type: string, surface: string): string {
  return `${line}:${start}-${end} ${type} ${surface}`;
}
