// Terms in a form that SQLite's FTS5 keeps as one token, whatever signs they hold.

/** `crime` → `tcrime`; `2023/24` → `x323032332f3234`. No two terms share a code, and no code is a word of the query language. */
export function encodeTerm(term: string): string {
  return /^[a-z0-9]+$/.test(term) ? `t${term}` : `x${Buffer.from(term).toString('hex')}`;
}

/** The text that is indexed for these terms. */
export function encodeTerms(terms: readonly string[]): string {
  return terms.map(encodeTerm).join(' ');
}

/** The query that matches a text with any of these terms. */
export function anyOfTerms(terms: readonly string[]): string {
  return terms.map(encodeTerm).join(' OR ');
}
