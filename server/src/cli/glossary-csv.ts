import type { Concept, FormsByRegion } from '../lexicon/glossary';
import { readCsv, writeCsv } from './csv';
import { Failure } from './failure';
import type { Entry } from './glossary-tbx';

const regions = ['hk', 'tw', 'cn'] as const;
const tongues = ['hant', 'hans', 'en'] as const;
const plain = ['id', 'type', 'category', 'domain', 'status', 'replacedBy', 'since', 'by', 'conversion'] as const;
const lists = ['ambiguous', 'en', 'related'] as const;
const columns = [
  ...plain,
  ...regions.map((region) => `forms.${region}`),
  ...regions.map((region) => `short.${region}`),
  ...lists,
  ...tongues.map((tongue) => `definition.${tongue}`),
  ...tongues.map((tongue) => `usage.${tongue}`),
  'sources',
];

/** Writes entries as CSV, one a row; several forms in a cell are parted by `|`, sources are JSON. */
export function writeGlossaryCsv(entries: readonly Entry[]): string {
  return writeCsv([
    columns,
    ...entries.map((entry) => [
      ...plain.map((key) => entry[key] ?? ''),
      ...regions.map((region) => join(entry.forms[region])),
      ...regions.map((region) => join(entry.short?.[region])),
      ...lists.map((key) => join(entry[key])),
      ...tongues.map((tongue) => entry.definition[tongue] ?? ''),
      ...tongues.map((tongue) => entry.usage?.[tongue] ?? ''),
      entry.sources === undefined ? '' : JSON.stringify(entry.sources),
    ]),
  ]);
}

/** Reads what `writeGlossaryCsv` writes; columns may stand in any order, and all but the forms may be absent. */
export function readGlossaryCsv(content: string, file: string): readonly Entry[] {
  const [head, ...rows] = readCsv(content);
  const unknown = (head ?? []).find((name) => !columns.includes(name));
  if (head === undefined || unknown !== undefined)
    throw new Failure(
      `${file}:1: ${unknown === undefined ? 'there are no columns' : `no column is called ${unknown}`}`,
    );
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row, number): Entry => {
      const cell = (name: string): string => row[head.indexOf(name)] ?? '';
      const byRegion = (key: string): FormsByRegion =>
        Object.fromEntries(
          regions.map((region) => [region, split(cell(`${key}.${region}`))]).filter(([, list]) => list?.length !== 0),
        );
      const byTongue = (key: string): Record<string, string> =>
        Object.fromEntries(
          tongues.map((tongue) => [tongue, cell(`${key}.${tongue}`)]).filter(([, text]) => text !== ''),
        );
      const forms = byRegion('forms');
      const first = forms.hk?.[0] ?? forms.tw?.[0] ?? forms.cn?.[0];
      if (first === undefined)
        throw new Failure(`${file}: row ${number + 2} has no form in forms.hk, forms.tw or forms.cn`);
      const entry: Record<string, unknown> = { id: first, type: 'CONCEPT' };
      for (const key of plain) if (cell(key) !== '') entry[key] = cell(key);
      entry['forms'] = forms;
      if (Object.keys(byRegion('short')).length > 0) entry['short'] = byRegion('short');
      for (const key of lists) if (cell(key) !== '') entry[key] = split(cell(key));
      entry['definition'] = byTongue('definition');
      if (Object.keys(byTongue('usage')).length > 0) entry['usage'] = byTongue('usage');
      if (cell('sources') !== '') entry['sources'] = readSources(cell('sources'), file, number + 2);
      return entry as unknown as Entry;
    });
}

function readSources(text: string, file: string, row: number): Concept['sources'] {
  try {
    return JSON.parse(text) as Concept['sources'];
  } catch {
    throw new Failure(`${file}: row ${row}: the cell of sources is no JSON`);
  }
}

/** A bar or backslash inside a form is kept apart from the one between forms. */
function join(list: readonly string[] | undefined): string {
  return (list ?? []).map((form) => form.replace(/[\\|]/gu, '\\$&')).join('|');
}

function split(cell: string): readonly string[] {
  return cell === '' ? [] : (cell.match(/(?:\\.|[^|\\])+/gu) ?? []).map((form) => form.replace(/\\(.)/gu, '$1'));
}
