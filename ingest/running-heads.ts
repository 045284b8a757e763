// Heads and feet of pages: the same words on every page, told apart by the page's number within them or beside them.
import type { SourceLine } from './block-marks.ts';

/** So many pages with one head make it one. */
const fewestPages = 3;
/** No head of a page is longer, in UTF-16 code units. */
const longestHead = 140;
/** `Page 4 of 20`, `4 of 20`, `p. 4`, or a number that stands apart at either end of the line. */
const pagePattern =
  /\bpage\s+\d{1,3}\b|\bp\.\s?\d{1,3}\b|\b\d{1,3}\s+of\s+\d{1,3}$|(?:\s{3}|\t|\|\s*)\d{1,3}$|^\d{1,3}(?:\s{3}|\t|\s*\|)/iu;

/** The lines without those that repeat a head; a sentence that one interrupts goes on. */
export function dropRunningHeads<Line extends SourceLine>(text: string, lines: readonly Line[]): Line[] {
  const copies = new Map<string, Set<string>>();
  const shapes = lines.map(({ start, end }) => shapeOf(text.slice(start, end)));
  for (const shape of shapes) {
    if (!shape) continue;
    const pages = copies.get(shape.words) ?? new Set();
    copies.set(shape.words, pages.add(shape.page));
  }
  const kept: Line[] = [];
  let gap = 0;
  lines.forEach((line, index) => {
    const shape = shapes[index];
    if (shape && (copies.get(shape.words)?.size ?? 0) >= fewestPages) gap = Math.max(gap, line.gap);
    else {
      kept.push(gap > line.gap ? { ...line, gap } : line);
      gap = 0;
    }
  });
  return kept;
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
