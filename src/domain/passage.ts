// A passage: consecutive whole sentences of one section, the unit that is searched and cited from.
import type { Span } from './document.ts';
import type { DocumentId, PassageId, SectionId } from './ids.ts';

/** How a sentence stands in its document; composing an answer treats them differently. */
export type SentenceKind =
  | 'prose'
  | 'bullet'
  | 'item' // a line of an unmarked list
  | 'row' // a table row, cells separated by tabs
  | 'figure' // an infographic figure with its caption
  | 'heading'
  | 'lead-in' // ends in a colon and introduces what follows
  | 'pull-quote'
  | 'footnote';

/** The smallest quotable unit: a sentence, bullet or table row. */
export interface Sentence extends Span {
  readonly kind: SentenceKind;
}

export interface Passage extends Span {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly sectionId: SectionId | null;
  /** Heading path of its section; empty for text before the first heading. */
  readonly section: readonly string[];
  readonly page: number | null;
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** In reading order, within the passage; together they hold all its words but bullets and other furniture. */
  readonly sentences: readonly Sentence[];
}
