// Cells of tables, whose columns tabs or bars part, with the heading of their column and the label of their row.
import { cellsOfRow } from '../../src/text/cells.ts';
import type { RowCell } from '../../src/text/cells.ts';
import type { TextSpan } from '../../src/text/sentences.ts';
import type { Block } from '../structure.ts';
import { plainOf, squeezed } from './plain.ts';

export interface Cell extends TextSpan {
  readonly kind: 'cell';
  readonly plain: string;
  /** Heading of its column and label of its row, where there are any. */
  readonly labels: readonly string[];
  readonly row: TargetRow | null;
}

/** What a row with a column of targets says. */
export interface TargetRow {
  readonly measure: string;
  /** The cell in the column of targets. */
  readonly figure: string;
}

type PlacedCell = RowCell;

interface Row {
  readonly cells: readonly PlacedCell[];
}

/** The cells of each block that is a row. */
export function cellsOf(text: string, blocks: readonly Block[]): ReadonlyMap<Block, readonly Cell[]> {
  const found = new Map<Block, readonly Cell[]>();
  let head: Head = new Map();
  let last: Block | null = null;
  for (const block of blocks) {
    const rows = rowsOf(text, block);
    if (rows.length === 0) {
      last = null;
      continue;
    }
    if (last?.section !== block.section) head = new Map();
    last = block;
    const words = (span: TextSpan): string => squeezed(plainOf(text.slice(span.start, span.end)));
    if (head.size === 0) {
      head = new Map((rows[0]?.cells ?? []).map((cell) => [cell.column, words(cell)]));
      if (namesColumns(head)) {
        found.set(block, []);
        continue;
      }
    }
    found.set(block, rows.map(({ cells }) => targetRow(text, cells, head) ?? plainCells(text, cells, head)).flat());
  }
  return found;
}

type Head = ReadonlyMap<number, string>;

/** A first row of short names, one of them of a date or a figure to come, is the head of a table and promises nothing. */
function namesColumns(head: Head): boolean {
  const names = [...head.values()];
  const isShort = names.every((name) => name.split(' ').length <= longestName && !/[.;]$/u.test(name));
  return head.size > 1 && isShort && names.some((name) => /\bby\b|\btargets?\b|\b(?:19|20)\d{2}\b/iu.test(name));
}

/** Words. */
const longestName = 5;

function plainCells(text: string, cells: readonly PlacedCell[], head: Head): Cell[] {
  const words = ({ start, end }: TextSpan): string => squeezed(plainOf(text.slice(start, end)));
  const left = leftmost(head);
  const label = cells[0]?.column === left ? words(cells[0]) : '';
  return cells.map(({ start, end, column }) => {
    const labels = [head.get(column) ?? '', head.get(left) ?? '', column > left ? label : ''].filter(
      (each) => each !== '',
    );
    return { start, end, kind: 'cell', plain: plainOf(text.slice(start, end)), labels, row: null };
  });
}

/** The column of the rows' labels: a table drawn with bars has an empty one before it. */
function leftmost(head: Head): number {
  return Math.min(...head.keys());
}

/** One statement for the whole row where a column is headed as targets and the row has a figure in it. */
function targetRow(text: string, cells: readonly PlacedCell[], head: Head): Cell | null {
  const first = cells[0];
  const target = cells.find(
    ({ column }) =>
      column > leftmost(head) && /\b(?:targets?|goals?|ambitions?|aims?)\b/iu.test(head.get(column) ?? ''),
  );
  if (!first || first.column !== leftmost(head) || !target) return null;
  const words = ({ start, end }: TextSpan): string => squeezed(plainOf(text.slice(start, end)));
  const figure = words(target);
  if (!/^[£$€]?\d[\d,.]*(?:\s?%|\s\w+)?$/u.test(figure)) return null;
  const { start } = first;
  const { end } = target;
  const labels = [head.get(target.column) ?? ''];
  return {
    start,
    end,
    kind: 'cell',
    plain: plainOf(text.slice(start, end)),
    labels,
    row: { measure: words(first), figure },
  };
}

/** A block of rows; none for any other. */
function rowsOf(text: string, block: Block): Row[] {
  if (!block.sentences.every(({ kind }) => kind === 'row')) return [];
  return block.sentences.map((row) => ({ cells: filledCells(text, row) }));
}

/** The cells that hold a letter or a digit, without white space at their ends. */
function filledCells(text: string, { start, end }: TextSpan): PlacedCell[] {
  const row = text.slice(start, end);
  return cellsOfRow(row).flatMap((cell): PlacedCell[] => {
    const part = row.slice(cell.start, cell.end);
    const words = part.trim();
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    const from = start + cell.start + part.indexOf(words);
    return [{ start: from, end: from + words.length, column: cell.column }];
  });
}
