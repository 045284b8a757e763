// The head of the table that a row stands in: `81% | 85%` says little without the names of its columns.
import type { Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { cellsOfRow } from '../../text/cells.ts';

/** The table's first row, where it names the columns and stands in the row's passage; null for anything but a row of figures under one. */
export function tableHead({ passage, sentence, at, quote }: RankedSentence): Quotation | null {
  if (sentence.kind !== 'row' || !/\p{N}/u.test(quote)) return null;
  const before = passage.sentences.slice(0, at);
  const first = before.at(before.findLastIndex(({ kind }) => kind !== 'row') + 1);
  if (!first) return null;
  const head = passage.text.slice(first.start - passage.start, first.end - passage.start);
  const isWide = cellsOfRow(head).length === cellsOfRow(quote).length;
  return isWide && namesColumns(head) ? { passage, start: first.start, end: first.end } : null;
}

/** Words and years, and none of the figures that rows hold. */
function namesColumns(head: string): boolean {
  const cells = cellsOfRow(head).map(({ start, end }) => head.slice(start, end).trim());
  return (
    cells.length > 1 &&
    cells.every((cell) => /^\p{L}/u.test(cell) || /^(?:19|20)\d{2}(?:[/–-]\d{2,4})?(?:\s\p{L}+)?$/u.test(cell))
  );
}
