/** A tab-separated file with `#` comment lines first and a header row. */
export interface Table {
  readonly columns: readonly string[];
  /** Column name → cell; cells that a row lacks are empty. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Reads a table. Blank lines and lines that begin with `#` are skipped wherever they stand; CRLF is accepted. */
export function parseTable(content: string): Table {
  const lines = content
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = lines[0]?.split('\t') ?? [];
  const rows = lines.slice(1).map((line) => {
    const cells = line.split('\t');
    const row: Record<string, string> = {};
    columns.forEach((column, at) => {
      row[column] = cells[at] ?? '';
    });
    return row;
  });
  return { columns, rows };
}
