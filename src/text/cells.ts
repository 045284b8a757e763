// The cells of a table's row, parted by tabs, by bars or, where a text has neither, by wide space.
import type { TextSpan } from './sentences.ts';

export interface RowCell extends TextSpan {
  /** Counted from 0, empty cells included. */
  readonly column: number;
}

/** All cells of the row, white space at their ends and empty ones included, as spans of it. */
export function cellsOfRow(row: string): RowCell[] {
  const cells: RowCell[] = [];
  let start = 0;
  for (const match of row.matchAll(markIn(row))) {
    cells.push({ start, end: match.index, column: cells.length });
    start = match.index + match[0].length;
  }
  cells.push({ start, end: row.length, column: cells.length });
  return cells;
}

function markIn(row: string): RegExp {
  if (row.includes('\t')) return /\t/gu;
  return row.includes('|') ? /\|/gu : / {3,}/gu;
}
