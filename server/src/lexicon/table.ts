/** A tab-separated file with `#` comment lines first and a header row. */
export interface Table {
  readonly columns: readonly string[];
  /** Column name → cell; cells that a row lacks are empty. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The same with its cells by their places; rows may lack the last ones. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a table. Blank lines and lines that begin with `#` are skipped wherever they stand; CRLF is accepted. */
export function parseTable(content: string): Table {
  return tableOf(readGrid(content));
}

export function readGrid(content: string): Grid {
  const rows: (readonly string[])[] = [];
  for (const ended of content.split('\n')) {
    const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    if (!line.startsWith('#') && line.trim() !== '') rows.push(line.split('\t'));
  }
  return { columns: rows[0] ?? [], rows: rows.slice(1) };
}

export function tableOf({ columns, rows }: Grid): Table {
  return {
    columns,
    rows: rows.map((cells) => {
      const row: Record<string, string> = {};
      for (let at = 0; at < columns.length; at += 1) row[columns[at] ?? ''] = cells[at] ?? '';
      return row;
    }),
  };
}
