import { foldText, type FoldTable } from '../text/fold';
import type { Span } from '../text/span';
import { buildMatcher } from './matcher';
import { readGrid, tableOf, type Grid, type Table } from './table';

/** The types that an entry of a lexicon file may have. */
export const entryTypes = [
  'PERSON',
  'POSITION',
  'ORGANISATION',
  'PLACE',
  'EVENT',
  'POLICY',
  'DOCUMENT',
  'DOMAIN',
] as const;
export type EntryType = (typeof entryTypes)[number];

/** One thing that a lexicon file knows. */
export interface LexiconEntry {
  readonly id: string;
  readonly type: EntryType;
  /** The full official name in its own script. */
  readonly name: string;
  /** The list it stands in: the file's name without ending. */
  readonly list: string;
  /** Folded words one of which must stand in the same line for an ambiguous form to count. */
  readonly near: readonly string[];
  readonly english?: string;
}

/** One way of writing an entry's name. */
export interface LexiconForm {
  /** As the list writes it. */
  readonly surface: string;
  readonly folded: string;
  readonly entry: LexiconEntry;
  /**
   * `sure`: always this entry; `ambiguous`: only if a sure form of it stands in the document or a near word in the line;
   * `trap`: never by itself.
   */
  readonly standing: 'sure' | 'ambiguous' | 'trap';
}

/** A form found in a view, in view units. */
export interface LexiconMatch extends Span {
  readonly form: LexiconForm;
}

/** Everything the lexicon files say. */
export interface Lexicon {
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  /** Lists with columns of their own (titles, surnames, suffixes …), by name without ending. */
  readonly tables: ReadonlyMap<string, Table>;
  /** All forms found in a folded text, ordered by start, shorter before longer; of one span, one match for each entry. */
  match(viewText: string): readonly LexiconMatch[];
  /** The forms written exactly so, after folding. */
  formsOf(folded: string): readonly LexiconForm[];
}

/**
 * Reads the lexicon files (name → content, or its cells). Files whose header has `id`, `type`, `name` and `forms` give entries, all
 * others are kept as tables. Rows of an unknown type, without a name, or with an id that exists already are left out:
 * a slip in one row must not cost the rest. Never reads a file itself.
 */
export function loadLexicon(files: ReadonlyMap<string, string | Grid>, fold: FoldTable): Lexicon {
  const entries = new Map<string, LexiconEntry>();
  const tables = new Map<string, Table>();
  const forms = new Map<string, LexiconForm[]>();
  for (const [file, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const list = file.replace(/^.*\//u, '').replace(/\.tsv$/u, '');
    const grid = typeof content === 'string' ? readGrid(content) : content;
    if (['id', 'type', 'name', 'forms'].every((column) => grid.columns.includes(column))) readEntries(list, grid);
    else tables.set(list, foldTable(grid, fold));
  }
  const keys = [...forms.keys()];
  const formsOfKey = [...forms.values()];
  const matcher = buildMatcher(keys);

  return {
    entries,
    tables,
    match: (viewText) =>
      matcher
        .match(viewText)
        .flatMap(({ start, end, key }) => (formsOfKey[key] ?? []).map((form) => ({ start, end, form }))),
    formsOf: (folded) => forms.get(folded) ?? [],
  };

  function readEntries(list: string, { columns, rows }: Grid): void {
    const idAt = columns.indexOf('id');
    const typeAt = columns.indexOf('type');
    const nameAt = columns.indexOf('name');
    const formsAt = columns.indexOf('forms');
    const nearAt = columns.indexOf('near');
    const englishAt = columns.indexOf('english');
    for (const cells of rows) {
      const id = cells[idAt] ?? '';
      const type = cells[typeAt] ?? '';
      const name = cells[nameAt] ?? '';
      if (id === '' || name === '' || entries.has(id) || !isEntryType(type)) continue;
      const english = cells[englishAt] ?? '';
      const near = splitCell(cells[nearAt] ?? '').map((word) => foldText(fold, word));
      const entry = english === '' ? { id, type, name, list, near } : { id, type, name, list, near, english };
      entries.set(id, entry);
      const written = splitCell(cells[formsAt] ?? '');
      if (!written.some((form) => isFormOf(form, name))) addForm(entry, name);
      for (const form of written) addForm(entry, form);
    }
  }

  function addForm(entry: LexiconEntry, written: string): void {
    const mark = written.charAt(0);
    const standing = mark === '?' ? 'ambiguous' : mark === '!' ? 'trap' : 'sure';
    const surface = standing === 'sure' ? written : written.slice(1);
    const folded = foldText(fold, surface);
    if (folded === '') return;
    const sharing = forms.get(folded);
    if (sharing === undefined) forms.set(folded, [{ surface, folded, entry, standing }]);
    else if (!sharing.some((form) => form.entry === entry)) sharing.push({ surface, folded, entry, standing });
  }
}

/** Whether a written form, with its mark or without, is the name. */
function isFormOf(form: string, name: string): boolean {
  return form === name || (form.length === name.length + 1 && form.endsWith(name) && /^[?!]/u.test(form));
}

const nothing: readonly string[] = [];

/** Lists with columns of their own are compared with views: their cells are folded. */
function foldTable({ columns, rows }: Grid, fold: FoldTable): Table {
  return tableOf({ columns, rows: rows.map((cells) => cells.map((cell) => foldText(fold, cell))) });
}

/** The parts of a cell that lists several words with `|` between them. */
export function splitCell(cell: string): readonly string[] {
  if (cell === '') return nothing;
  if (!cell.includes('|')) return cell.trim() === '' ? nothing : [cell.trim()];
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isEntryType(type: string): type is EntryType {
  return (entryTypes as readonly string[]).includes(type);
}
