// An answer cut to the number of lines that was asked for.
import { words } from './quotation.ts';
import type { Paragraph, Piece } from './quotation.ts';

/** Longest words that name a list, and longest list in a line: in UTF-16 code units. */
const longestHead = 90;
const longestLine = 360;

/**
 * At most so many lines. A line that heads a list and its points are one line where the points do not fit otherwise; what only leads on to
 * others ("It also says:") goes with them.
 */
export function limitLines(paragraphs: readonly Paragraph[], most: number | null): readonly Paragraph[] {
  if (most === null || quoting(paragraphs) <= most) return paragraphs;
  const lines: Paragraph[] = [];
  for (const group of groupsOf(paragraphs)) {
    const left = most - quoting(lines);
    if (left <= 0) break;
    lines.push(...(quoting(group) <= left ? group : fitted(group, left)));
  }
  return lines.filter((line, at) => hasQuote(line) || at < lines.length - 1);
}

/** A list cut to the lines left: in one line with its head where that names it, or as many of its points as fit. */
function fitted([head = [], ...points]: readonly Paragraph[], left: number): readonly Paragraph[] {
  if (isPoint(head)) return [head, ...points].slice(0, left);
  if (!hasQuote(head)) return points.slice(0, left);
  return isHead(head) && points.length > 0
    ? [[...head, words(' '), ...joined(points)]]
    : [head, ...points.slice(0, left - 1)];
}

/** Points one after another, as far as they fit into a line. */
function joined(points: readonly Paragraph[]): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  for (const [at, each] of points.entries()) {
    length += lengthOf(each);
    if (at > 0 && length > longestLine) break;
    pieces.push(...(at > 0 ? [words('; ')] : []), ...each.filter(({ kind }) => kind === 'quote'));
  }
  return pieces;
}

/** Each line that is no point, with the points after it. */
function groupsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const group = groups.at(-1);
    if (group && isPoint(paragraph)) group.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function isPoint([first]: Paragraph): boolean {
  return first?.kind === 'words' && first.text.startsWith('- ');
}

/** Whether a line says too little without its points. */
function isHead(paragraph: Paragraph): boolean {
  return lengthOf(paragraph) < longestHead;
}

function lengthOf(paragraph: Paragraph): number {
  return paragraph.reduce(
    (sum, piece) => sum + (piece.kind === 'words' ? 0 : piece.quotation.end - piece.quotation.start),
    0,
  );
}

function quoting(paragraphs: readonly Paragraph[]): number {
  return paragraphs.filter(hasQuote).length;
}

function hasQuote(paragraph: Paragraph): boolean {
  return paragraph.some(({ kind }) => kind === 'quote');
}
