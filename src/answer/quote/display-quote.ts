// How a quotation is written in an answer: its words unchanged, on one line.

/**
 * The quote without line breaks, unreadable glyphs, bullets, heading marks and reference marks ("[12]" would read as one of the
 * answer's own). Bold stays bold: a mark that the quotation cut off from its partner gets one, for taking the other away would
 * join words that stand apart in the text.
 */
export function displayQuote(quote: string): string {
  const line = onOneLine(signs.test(quote) ? quote.replaceAll(signsTaken, ' ') : quote).trim();
  if (!line.includes('*')) return line;
  // A star between spaces is no mark.
  const marks = line.match(/(?<!\*)\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\*)/gu) ?? [];
  const [first = ''] = marks;
  if (marks.length % 2 === 0) return line;
  // An opening mark stands beside a space, so it can go; a closing one may part a word from a comma, so it gets its partner.
  const opening = /(?<=^|\s)\*{1,3}(?=[^\s*]+(?:\s|$))/u;
  if (marks.length === 1 && opening.test(line)) return line.replace(opening, '');
  const last = marks.at(-1) ?? '';
  const isOpen = line.lastIndexOf(` ${last}`) === line.lastIndexOf(last) - 1;
  return isOpen && marks.length > 1 ? `${line}${last}` : `${first}${line}`;
}

const signsTaken = /(?<=^|\s)#{1,6}(?=\s)|[\ufffd■□•⊖✓✔]|\[\d{1,3}\]/gu;
/** One of these begins whatever is taken out: most quotations have none, which is seen in a tenth of the time. */
const signs = /[#\ufffd■□•⊖✓✔[]/u;
/** White space other than one space between words. */
const unevenSpace = /\s{2}|[^\S ]/u;

function onOneLine(text: string): string {
  return unevenSpace.test(text) ? text.replaceAll(/\s+/gu, ' ') : text;
}
