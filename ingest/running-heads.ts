// Heads and feet of pages: the same words on every page, told apart by the page's number within them or beside them.

/** So many pages with one head make it one. */
const fewestPages = 3;
/** No head of a page is longer, in UTF-16 code units. */
const longestHead = 140;
/** `Page 4 of 20`, `4 of 20`, `p. 4`, or a number that stands apart at either end of the line. */
const pagePattern =
  /\bpage\s+\d{1,3}\b|\bp\.\s?\d{1,3}\b|\b\d{1,3}\s+of\s+\d{1,3}$|(?:\s{3}|\t|\|\s*)\d{1,3}$|^\d{1,3}(?:\s{3}|\t|\s*\|)/iu;

/** The text with those lines empty that repeat a head; the form feeds in them stay. A sentence that one interrupted goes on. */
export function dropRunningHeads(text: string): string {
  const lines = text.split('\n');
  const shapes = lines.map((line) => shapeOf(line.trim()));
  const copies = new Map<string, Set<string>>();
  for (const shape of shapes) {
    if (shape) copies.set(shape.words, (copies.get(shape.words) ?? new Set()).add(shape.page));
  }
  const isHead = shapes.map((shape) => shape !== null && (copies.get(shape.words)?.size ?? 0) >= fewestPages);
  if (!isHead.includes(true)) return text;
  return lines.map((line, index) => (isHead[index] ? line.replaceAll(/[^\f\r]/gu, '') : line)).join('\n');
}

/** The line without its page's number; null for one that can be no head. */
function shapeOf(words: string): { words: string; page: string } | null {
  if (words.length > longestHead || words.endsWith('.')) return null;
  const page = pagePattern.exec(words)?.[0];
  if (page === undefined) return null;
  const rest = words.replace(page, ' ').replaceAll(/\s+/gu, ' ').trim();
  // Rows of a contents table and of figures differ in their words, and a head has some.
  return /\p{L}{3}/u.test(rest) ? { words: rest, page: page.trim() } : null;
}
