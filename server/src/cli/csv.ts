/**
 * Rows as RFC 4180 CSV. A cell that a spreadsheet would run as a formula gets an apostrophe in front, as spreadsheets do
 * themselves; one that begins as if it had got it gets another, so that nothing is lost.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Reads RFC 4180 CSV; quoted cells may hold commas, quotes and line ends. Accepts every string. */
export function readCsv(content: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = content.startsWith('\uFEFF') ? 1 : 0;
  while (at < content.length) {
    let cell = '';
    if (content[at] === '"') {
      for (at += 1; at < content.length; at += 1) {
        if (content[at] !== '"') cell += content[at] ?? '';
        else if (content[at + 1] === '"') cell += content[(at += 1)] ?? '';
        else break;
      }
      at += 1;
    } else {
      const end = content.slice(at).search(/[,\r\n]/u);
      cell = end < 0 ? content.slice(at) : content.slice(at, at + end);
      at += cell.length;
    }
    row.push(/^'+[=+\-@\t]/u.test(cell) ? cell.slice(1) : cell);
    if (content[at] === ',') {
      at += 1;
      if (at >= content.length || content[at] === '\n' || content[at] === '\r') row.push('');
      if (at < content.length && content[at] !== '\n' && content[at] !== '\r') continue;
    }
    if (content[at] === '\r' && content[at + 1] === '\n') at += 1;
    at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function writeCell(cell: string): string {
  const safe = /^'*[=+\-@\t]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
