// The cells of table rows, parted by tabs or, in Markdown, by pipes.
import type { Span } from '../../src/domain/document.ts';

export interface Cell extends Span {
  /** What stands before this is a pipe, which is not shown. */
  readonly contentStart: number;
  readonly isEmpty: boolean;
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
  /** The last pipe; null for cells parted by tabs. */
  readonly tail: Span | null;
  /** The dashes under the head of a Markdown table. */
  readonly isRule: boolean;
}

export function readRow(text: string, { start, end }: Span): Row {
  const words = text.slice(start, end);
  const hasPipes = !words.includes('\t') && words.startsWith('|') && words.endsWith('|');
  const row = { start, end, isRule: hasPipes && /^[|\s:-]+$/u.test(words) };
  if (!hasPipes) return { ...row, cells: cellsBetween(text, { start, end }, '\t'), tail: null };
  const tail = { start: end - 1, end };
  return { ...row, cells: cellsBetween(text, { start: start + 1, end: tail.start }, '|').map(withPipe), tail };
}

function cellsBetween(text: string, span: Span, mark: string): Cell[] {
  const cells: Cell[] = [];
  let at = span.start;
  for (const words of text.slice(span.start, span.end).split(mark)) {
    const end = at + words.length;
    cells.push({ start: at, end, contentStart: at, isEmpty: words.trim() === '' });
    at = end + mark.length;
  }
  return cells;
}

function withPipe(cell: Cell): Cell {
  return { ...cell, start: cell.start - 1 };
}

/** Whether the first row names the columns: it is full, and holds no figure where others do. */
export function hasHead(text: string, rows: readonly Row[]): boolean {
  const [first, second] = rows;
  if (!first || !second) return false;
  if (second.isRule) return true;
  const isFull = first.cells.length === widest(rows) && first.cells.every(({ isEmpty }) => !isEmpty);
  return isFull && !first.cells.some(({ start, end }) => /^\s*[\d£]/u.test(text.slice(start, end)));
}

/** Number of columns. */
export function widest(rows: readonly Row[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}
