// How a quotation is written in an answer: its words unchanged, on one line.

/**
 * The quote without line breaks, unreadable glyphs, bullets, heading marks and reference marks ("[12]" would read as one of the
 * answer's own). Bold stays bold: a mark that the quotation cut off from its partner gets one, for taking the other away would
 * join words that stand apart in the text.
 */
export function displayQuote(quote: string): string {
  const line = quote
    .replaceAll(/(?<=^|\s)#{1,6}(?=\s)|[\ufffd■□•⊖✓✔]|\[\d{1,3}\]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const marks = line.match(/\*{1,3}(?=\S)|(?<=\S)\*{1,3}/gu) ?? [];
  const [first = ''] = marks;
  return marks.length % 2 === 1 ? `${first}${line}` : line;
}
