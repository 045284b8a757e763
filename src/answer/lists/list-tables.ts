// Lists in tables: a row whose first cell names it, the first column, and columns whose cells go on over rows without a name.
import type { Passage } from '../../domain/passage.ts';
import { cellsOfRow } from '../../text/cells.ts';
import type { ListItem, StatedList } from './stated-list.ts';
import { inOrder } from '../quote/placed.ts';
import type { PlacedSentence } from '../quote/placed.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';

interface Cell {
  readonly column: number;
  readonly quotation: Quotation;
}

interface Row {
  readonly path: readonly string[];
  readonly cells: readonly Cell[];
}

/** The lists of a document's tables. @param passages in reading order. */
export function tableLists(passages: readonly Passage[]): StatedList[] {
  return tablesOf(inOrder(passages)).flatMap((table) => [
    ...table.flatMap(rowList),
    ...columnLists(table),
    ...firstColumn(table),
  ]);
}

/** Rows that follow each other. */
function tablesOf(placed: readonly PlacedSentence[]): Row[][] {
  const tables: PlacedSentence[][] = [];
  placed.forEach((each, index) => {
    if (each.sentence.kind !== 'row') return;
    const before = placed[index - 1];
    const follows = before?.sentence.kind === 'row' && before.passage.sectionId === each.passage.sectionId;
    if (follows) tables.at(-1)?.push(each);
    else tables.push([each]);
  });
  return tables.map(toRows);
}

function toRows(table: readonly PlacedSentence[]): Row[] {
  const width = table.reduce((most, { text }) => Math.max(most, cellsOfRow(text).length), 0);
  const rows: Row[] = [];
  for (const each of table) {
    const last = rows.at(-1);
    rows.push({ path: each.passage.section, cells: cellsOf(each, last ? emptyBefore(each, last, width) : 0) });
  }
  return rows;
}

/** Empty cells at the head of a row: its tabs stand between the rows, with those at the end of the row before. */
function emptyBefore({ gap, distance }: PlacedSentence, last: Row, width: number): number {
  if (gap !== null) return gap.split('\n').at(-1)?.replaceAll(/[^\t]/gu, '').length ?? 0;
  const trailing = width - 1 - (last.cells.at(-1)?.column ?? 0);
  return Math.max(0, Math.min(width - 1, distance - 1 - Math.max(0, trailing)));
}

function cellsOf({ passage, sentence, text }: PlacedSentence, first: number): Cell[] {
  return cellsOfRow(text).flatMap(({ start, end, column }): Cell[] => {
    const from = sentence.start + start;
    const part = text.slice(start, end);
    // Figures that only refer to another row, as the objectives that a commitment serves.
    const words = part.replace(/(?:\s+\d){1,9}\s*$/u, '').replace(/^\s*\d(?=\s+\p{Lu})/u, ' ');
    const bare = words.trim();
    if (!/\p{L}/u.test(bare)) return [];
    const at = from + part.indexOf(bare);
    return [{ column: first + column, quotation: { passage, start: at, end: at + bare.length } }];
  });
}

const toItem = ({ quotation }: Cell): ListItem => ({ name: quotation, whole: quotation });

function rowList({ path, cells }: Row): StatedList[] {
  const [lead, ...items] = cells;
  return lead?.column === 0 ? [{ form: 'row', lead: lead.quotation, path, items: items.map(toItem) }] : [];
}

/** Under each cell of the head row, the cells of a row and of the nameless rows that go on with it. */
function columnLists([head, ...rows]: readonly Row[]): StatedList[] {
  if (!head || !rows.some(isNameless)) return [];
  const groups: Row[][] = [];
  for (const row of rows) {
    if (isNameless(row) && groups.length > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) =>
    head.cells
      .filter(({ column }) => column > 0)
      .map((lead): StatedList => {
        const items = group.flatMap(({ cells }) => cells.filter(({ column }) => column === lead.column));
        const name = group[0]?.cells.find(({ column }) => column === 0);
        const path = name ? [...head.path, textOf(name.quotation)] : head.path;
        return { form: 'column', lead: lead.quotation, path, items: items.map(toItem) };
      }),
  );
}

function isNameless({ cells }: Row): boolean {
  return cells[0] !== undefined && cells[0].column > 0;
}

/** The rows' names, under the head row's. */
function firstColumn([head, ...rows]: readonly Row[]): StatedList[] {
  const names = rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 0));
  const lead = head?.cells.find(({ column }) => column === 0);
  return head && lead && names.length > 1
    ? [{ form: 'column', lead: lead.quotation, path: head.path, items: names.map(toItem) }]
    : [];
}
