/** Rows as RFC 4180 CSV. The mark at the start makes spreadsheets read it as UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

/** Rows as a spreadsheet takes them from the clipboard. */
export function writeTabbed(rows: readonly (readonly string[])[]): string {
  const write = (cell: string): string => {
    const line = inert(cell).replace(/[\t\r\n]+/gu, ' ');
    return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
  };
  return rows.map((row) => row.map(write).join('\t')).join('\n');
}

function writeCell(cell: string): string {
  const safe = inert(cell);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers below zero stay numbers. */
function inert(cell: string): string {
  return /^[=+\-@\t]/u.test(cell) && !/^-[\d.,–]+$/u.test(cell) ? `'${cell}` : cell;
}
