// Lists that the documents state, whole: bullets and short lines under a lead-in, table rows and columns, series of headings or of
// lead-ins, paragraphs that each begin with a name.
import type { Passage } from '../domain/passage.ts';
import { listRuns } from './list-runs.ts';
import { headingSeries, labelledParagraphs, leadInSeries, notes } from './list-series.ts';
import { tableLists } from './list-tables.ts';
import type { Quotation } from './quotation.ts';

export interface ListItem {
  /** The words that name the point: a short point whole, of a longer one its bold words or first sentence. */
  readonly name: Quotation;
  /** The point with what it says, as far as it stands in one passage. */
  readonly whole: Quotation;
}

export const listForms = [
  'points',
  'paragraphs',
  'figures',
  'row',
  'column',
  'headings',
  'lead-ins',
  'inline',
] as const;
export type ListForm = (typeof listForms)[number];

export interface StatedList {
  readonly form: ListForm;
  /** The words that introduce it; null where only its heading does. */
  readonly lead: Quotation | null;
  /** Heading path under which it stands. */
  readonly path: readonly string[];
  /** In the document's order. */
  readonly items: readonly ListItem[];
  /** The sentence that holds the list, where one does. */
  readonly within?: Quotation;
}

const fewestItems = 2;

/** The stated lists of one document, those within a sentence left out. @param passages in reading order. */
export function statedLists(passages: readonly Passage[]): StatedList[] {
  return [
    ...listRuns(passages),
    ...tableLists(passages),
    ...headingSeries(passages),
    ...leadInSeries(passages),
    ...labelledParagraphs(passages),
    ...notes(passages),
  ].filter((list) => list.items.length >= fewestItems);
}
