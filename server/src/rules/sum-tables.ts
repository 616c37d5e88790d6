import type { AnalyzedLine } from '../analysis/types';
import { toSource } from '../text/view';
import { keptText, rememberScan } from './scan';
import { addsUp, isNearSum, sumDraft, type Figure } from './sums';
import type { Draft, Say } from './types';

/**
 * Tables (cells between bars or tabs) with a row or a column 合计. Columns of rates, prices and numbers of order are passed
 * over, and tables whose other totals do not agree either: their rows are no plain parts.
 */
export function tableSums(lines: readonly AnalyzedLine[], say: Say): readonly Draft[] {
  return tablesOf(lines)
    .flatMap((table) => [...faults(columnSums(table)), ...faults(rowSums(table))])
    .map(({ total, parts }) => sumDraft(total, parts, say));
}

interface Cell {
  readonly text: string;
  /** Absent where the cell holds no plain number; blank cells and dashes count as nothing. */
  readonly figure: Figure | undefined;
  readonly unit: string;
}

type Row = readonly Cell[];

interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
}

/** Sums that do not come out, in a table where the others do, or a single one that is not far off. */
function faults(sums: readonly Sum[]): readonly Sum[] {
  const wrong = sums.filter(({ total, parts }) => !addsUp(total, parts) && isNearSum(total, parts));
  const right = sums.filter(({ total, parts }) => addsUp(total, parts)).length;
  return wrong.length <= right || sums.length === 1 ? wrong : [];
}

const totalLabel = /^(?:合计|总计|共计|总数|总和|总额)(?:数|人数|金额)?$/u;
const subtotalLabel = /小计/u;
const unsummed = /率|增长|增幅|增速|同比|环比|均|单价|价格|比重|编号|序号|年份|年度|排名|代码|电话|次序/u;

function columnSums(table: readonly Row[]): readonly Sum[] {
  const [header = [], ...rows] = table;
  const labels = rows.map((row) => row.slice(0, 2).map(({ text }) => text));
  const isTotal = labels.map((pair) => pair.some((label) => totalLabel.test(label)));
  const last = isTotal.indexOf(true);
  if (last < 0 || isTotal.filter(Boolean).length > 1) return [];
  if (labels.some((pair) => pair.some((label) => /^(?:其中|#)/u.test(label) || subtotalLabel.test(label)))) return [];
  const parts = last === 0 ? rows.slice(1) : rows.slice(0, last);
  const width = rows[last]?.length ?? 0;
  if (parts.length < 2 || parts.some((row) => row.length !== width) || (last > 0 && last < rows.length - 1)) return [];
  return Array.from({ length: width }, (_, column) => column).flatMap((column): readonly Sum[] => {
    if (unsummed.test(header[column]?.text ?? '')) return [];
    const total = rows[last]?.[column];
    const cells = parts.map((row) => row[column]);
    return sumOf(total, cells);
  });
}

function rowSums(table: readonly Row[]): readonly Sum[] {
  const [header = [], ...rows] = table;
  const total = header.findIndex(({ text }) => totalLabel.test(text));
  if (
    total < 2 ||
    total !== header.length - 1 ||
    header.some(({ text }) => unsummed.test(text) || /数量|价/u.test(text))
  )
    return [];
  return rows.flatMap((row): readonly Sum[] => {
    const first = row.findIndex(({ figure }, at) => at > 0 && figure !== undefined);
    return row.length !== header.length || first < 0 ? [] : sumOf(row[total], row.slice(first, total));
  });
}

function sumOf(total: Cell | undefined, cells: readonly (Cell | undefined)[]): readonly Sum[] {
  if (total?.figure === undefined || (total.unit === '%' && total.figure.value !== 100)) return [];
  const parts: Figure[] = [];
  for (const cell of cells) {
    if (cell === undefined) return [];
    if (/^(?:|-+|\/|无)$/u.test(cell.text)) continue;
    if (cell.figure === undefined || (cell.unit !== total.unit && cell.unit !== '')) return [];
    parts.push(cell.figure);
  }
  return parts.length < 2 ? [] : [{ total: total.figure, parts }];
}

/** Rows that follow each other line by line, the first being the header; rows of dashes left out. */
function tablesOf(lines: readonly AnalyzedLine[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let previous = -2;
  for (const { line, results } of rowsIn(lines)) {
    const row = results.map(({ start, end, text, value, decimals, unit }): Cell => {
      const place = { line, start, end };
      const rounding = decimals === 0 ? 0 : 0.5 / 10 ** decimals;
      return { text, unit, figure: value === undefined ? undefined : { place, surface: text, value, rounding } };
    });
    const isRule = row.every(({ text }) => /^[-:=]*$/u.test(text));
    if (line !== previous + 1) tables.push([]);
    if (!isRule) tables.at(-1)?.push(row);
    previous = line;
  }
  return tables.filter((table) => table.length >= 3);
}

interface SeenCell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number | undefined;
  readonly decimals: number;
  readonly unit: string;
}

const rowsIn = rememberScan<SeenCell>((line) => {
  if (!/[|｜\t]/u.test(line.text)) return [];
  // The view has blanks for tabs.
  const { text } = line.view;
  const mark = text.includes('|') ? '|' : '\t';
  if (line.kind === 'links' || line.kind === 'footer' || line.kind === 'menu') return [];
  const pieces = mark === '|' ? text.split(mark) : cutLike(text, keptText(line).split(mark));
  const cells: SeenCell[] = [];
  let at = 0;
  for (const [number, piece] of pieces.entries()) {
    const isEdge = mark === '|' && (number === 0 || number === pieces.length - 1) && piece.trim() === '';
    if (!isEdge) cells.push(cellOf(line, piece, at));
    at += piece.length + 1;
  }
  return cells.length < 2 || cells.every((cell) => cell.text === '') ? [] : cells;
});

/** Pieces of `text` as long as `pieces`, one character between them. */
function cutLike(text: string, pieces: readonly string[]): readonly string[] {
  let at = 0;
  return pieces.map(({ length }) => {
    const piece = text.slice(at, at + length);
    at += length + 1;
    return piece;
  });
}

function cellOf(line: AnalyzedLine, piece: string, at: number): SeenCell {
  const bare = piece.replace(/^[\s*]+|[\s*]+$/gu, '');
  const start = at + Math.max(0, piece.indexOf(bare));
  const number = /^[¥$]?\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s?([^\d\s]{0,4})$/u.exec(bare);
  const value = number === null ? undefined : Number(`${(number[1] ?? '').replace(/,/gu, '')}.${number[2] ?? '0'}`);
  return {
    ...toSource(line.view, { start, end: start + bare.length }),
    text: bare.replace(/\s/gu, ''),
    value,
    decimals: number?.[2]?.length ?? 0,
    unit: number?.[3] ?? '',
  };
}
