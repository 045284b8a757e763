// Any text as the database can hold it: libsql cuts a text at its first NUL and replaces halves of surrogate pairs.

/** Nearly every text as it is, so that it can be read and searched with SQLite's own tools; any other as JSON. */
export function storedText(text: string): string {
  const isPlain = text.isWellFormed() && !text.includes('\0') && !text.startsWith('"');
  return isPlain ? text : JSON.stringify(text);
}

/** The text that `storedText` was given. */
export function originalText(stored: string): string {
  if (!stored.startsWith('"')) return stored;
  return String(JSON.parse(stored));
}
