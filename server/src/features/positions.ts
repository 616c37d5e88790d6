import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../text/lines';

/** The unit in which the client counts columns. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** A place inside: line, and UTF-16 unit within it. */
export interface LineUnit {
  readonly line: number;
  readonly unit: number;
}

/** The one place where columns of the protocol and UTF-16 units meet. */
export interface Positions {
  readonly encoding: Encoding;
  position(text: string, line: number, unit: number): Position;
  /** A stretch of one line; `text` is that line. */
  range(text: string, line: number, start: number, end: number): Range;
  /** Clamps a position to the document, and out of the middle of a surrogate pair. */
  place(index: LineIndex, position: Position): LineUnit;
  /** The UTF-16 offset of a position in the whole text. */
  offset(index: LineIndex, position: Position): number;
  /** From one place to another, anywhere in the document. */
  span(index: LineIndex, from: LineUnit, to: LineUnit): Range;
}

export function createPositions(encoding: Encoding): Positions {
  const { toColumn, toUnit } = converters[encoding];
  const positions: Positions = {
    encoding,
    position: (text, line, unit) => ({ line, character: toColumn(text, unit) }),
    range: (text, line, start, end) => ({
      start: { line, character: toColumn(text, start) },
      end: { line, character: toColumn(text, end) },
    }),
    place(index, position) {
      const line = Math.max(0, Math.min(position.line, index.lines.length - 1));
      const text = index.lines[line] ?? '';
      if (position.line > line) return { line, unit: text.length };
      const unit = position.line < 0 ? 0 : Math.max(0, Math.min(toUnit(text, position.character), text.length));
      return { line, unit: splitsPair(text, unit) ? unit - 1 : unit };
    },
    offset(index, position) {
      if (position.line >= index.lines.length) return index.text.length;
      const { line, unit } = positions.place(index, position);
      return (index.starts[line] ?? 0) + unit;
    },
    span: (index, from, to) => ({
      start: positions.position(index.lines[from.line] ?? '', from.line, from.unit),
      end: positions.position(index.lines[to.line] ?? '', to.line, to.unit),
    }),
  };
  return positions;
}

/** The first encoding of the client's list that is understood; UTF-16 where it names none. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((name): name is Encoding => Object.hasOwn(converters, name)) ?? 'utf-16';
}

interface Converter {
  toColumn(text: string, unit: number): number;
  toUnit(text: string, column: number): number;
}

const converters: Readonly<Record<Encoding, Converter>> = {
  'utf-16': { toColumn: (_, unit) => unit, toUnit: (_, column) => column },
  'utf-8': counting((point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)),
  'utf-32': counting(() => 1),
};

function counting(width: (point: number) => number): Converter {
  return {
    toColumn(text, unit) {
      let column = 0;
      for (let at = 0; at < unit && at < text.length;) {
        const point = text.codePointAt(at) ?? 0;
        column += width(point);
        at += point > 0xffff ? 2 : 1;
      }
      return column;
    },
    toUnit(text, column) {
      let at = 0;
      for (let counted = 0; counted < column && at < text.length;) {
        const point = text.codePointAt(at) ?? 0;
        counted += width(point);
        if (counted > column) break;
        at += point > 0xffff ? 2 : 1;
      }
      return at;
    },
  };
}

function splitsPair(text: string, unit: number): boolean {
  const before = text.charCodeAt(unit - 1);
  const after = text.charCodeAt(unit);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
