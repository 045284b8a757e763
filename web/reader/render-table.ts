// Tables: rows of cells, and names with their texts in two columns.
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';
import type { NamedText } from './gather-parts.ts';
import type { Pen } from './pen.ts';
import type { ReadingBlock } from './reading-blocks.ts';
import { hasHead, readRow, widest } from './table-rows.ts';
import type { Cell, Row } from './table-rows.ts';

/** Most columns of a table that fits a phone; a wider one can be scrolled, by keyboard too. */
const mostNarrow = 2;

export function renderTable(pen: Pen, blocks: readonly ReadingBlock[]): Markup {
  const rows = blocks.map((block) => readRow(pen.text, block));
  const columns = widest(rows);
  const headed = hasHead(pen.text, rows);
  const drawn = rows.map((row, index) => renderRow(pen, row, { columns, isHead: headed && index === 0 }));
  if (columns <= mostNarrow) return markup`<div class="table"><table>${drawn}</table></div>`;
  return markup`<div class="table wide" role="region" aria-label="Table ${pen.numberTable()}" tabindex="0"><table>${drawn}</table></div>`;
}

interface RowPlace {
  readonly columns: number;
  readonly isHead: boolean;
}

/** White space is all that may stand between rows and between cells. */
function renderRow(pen: Pen, row: Row, { columns, isHead }: RowPlace): Markup {
  const gap = pen.gap(row);
  const last = row.cells.length - 1;
  const cells = row.cells.map((cell, column) => {
    const tag = cell.isEmpty ? 'td' : isHead ? 'th-column' : column === 0 && columns > mostNarrow ? 'th-row' : 'td';
    const words = renderWords(pen, cell);
    const tail = column === last && row.tail && renderWords(pen, { ...row.tail, contentStart: row.tail.end });
    const isTab = row.tail === null && column < last;
    return markup`${renderCell(tag, markup`${words}${tail}`)}${isTab && '\t'}`;
  });
  const missing = Array.from({ length: columns - row.cells.length }, () => markup`<td></td>`);
  return markup`${gap}<tr${row.isRule && markup` hidden`}>${cells}${missing}</tr>`;
}

function renderCell(tag: 'td' | 'th-column' | 'th-row', words: Content): Markup {
  switch (tag) {
    case 'td':
      return markup`<td>${words}</td>`;
    case 'th-column':
      return markup`<th scope="col">${words}</th>`;
    case 'th-row':
      return markup`<th scope="row">${words}</th>`;
    default:
      return tag satisfies never;
  }
}

function renderWords(pen: Pen, { start, end, contentStart }: Omit<Cell, 'isEmpty'>): Markup {
  return pen.words({ start, end, contentStart, breaks: [] });
}

export function renderPairs(pen: Pen, pairs: readonly NamedText[]): Markup {
  const rows = pairs.map(({ name, text }) => {
    const head = markup`${pen.gap(name)}<tr><th scope="row">${pen.words(name)}</th>`;
    return markup`${head}${pen.gap(text)}<td>${pen.words(text)}</td></tr>`;
  });
  return markup`<div class="table pairs"><table>${rows}</table></div>`;
}
