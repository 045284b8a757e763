// Comma-separated values as spreadsheets read them (RFC 4180).

/** A cell that begins so is run as a formula when the file is opened. */
const formula = /^[=+\-@\t\r]/u;

/** Lines end in CRLF. A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value).replaceAll('\0', '');
  const safe = typeof value === 'string' && (formula.test(text) || formula.test(text.trimStart())) ? `'${text}` : text;
  return /[",\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
