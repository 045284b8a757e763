// A strategy document and its parts. All offsets are UTF-16 code units into `Document.text`.
import type { DocumentId, SectionId } from './ids.ts';

/** Half-open range `[start, end)` of a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** First and last year that a strategy covers, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export const documentStatuses = ['draft', 'for consultation', 'published', 'web page', 'unknown'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What a catalogue says of a document; everything but the text and its structure. */
export interface DocumentDescription {
  readonly id: DocumentId;
  readonly title: string;
  readonly shortTitle: string;
  /** Other names that people use for it, in lower case. */
  readonly nicknames: readonly string[];
  readonly years: Years | null;
  readonly status: DocumentStatus;
  readonly sourceNote: string;
}

/** A heading and all that stands under it, sub-sections included. */
export interface Section extends Span {
  readonly id: SectionId;
  readonly heading: string;
  /** 1 for a chapter; a section's sub-sections have larger numbers. */
  readonly level: number;
  /** Page on which the section begins, where the document states it. */
  readonly page: number | null;
  /** Headings from the chapter down to this section. */
  readonly path: readonly string[];
}

export interface StrategyDocument extends DocumentDescription {
  /** The source text as it was read, byte order mark removed, otherwise unchanged. */
  readonly text: string;
  /** In reading order. */
  readonly sections: readonly Section[];
}
