// A list that a document states, and its points.
import type { Quotation } from '../quote/quotation.ts';

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
