// A quotation on its way into an answer, and an answer as a list of pieces: own words, which state nothing, and quotations.
import type { Span } from '../../domain/document.ts';
import type { Passage } from '../../domain/passage.ts';

/** Exact words of a document: `passage.text.slice(start - passage.start, end - passage.start)`. */
export interface Quotation {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** `within` is the stretch of text that is cited for it, where that is longer. */
  | { readonly kind: 'quote'; readonly quotation: Quotation; readonly within?: Quotation };

export type Paragraph = readonly Piece[];

export const words = (text: string): Piece => ({ kind: 'words', text });
export const quote = (quotation: Quotation): Piece => ({ kind: 'quote', quotation });

/** A line of a list. */
export const point = (quotation: Quotation): Paragraph => [words('- '), quote(quotation)];

/** Quotations in one line. */
export function inLine(quotations: readonly Quotation[], separator: string): Paragraph {
  return quotations.flatMap((each, at) => [...(at > 0 ? [words(separator)] : []), quote(each)]);
}

export function textOf({ passage, start, end }: Quotation): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** What is cited in paragraphs, in order of appearance, each once. */
export function quotationsOf(paragraphs: readonly Paragraph[]): Quotation[] {
  const found: Quotation[] = [];
  for (const piece of paragraphs.flat()) {
    if (piece.kind === 'words') continue;
    const cited = citedFor(piece);
    if (!found.some((other) => isSame(other, cited))) found.push(cited);
  }
  return found;
}

/** The stretch of text that is cited for a quotation. */
export function citedFor({ quotation, within = quotation }: Extract<Piece, { kind: 'quote' }>): Quotation {
  return within;
}

export function isSame(one: Quotation, other: Quotation): boolean {
  return one.passage.documentId === other.passage.documentId && one.start === other.start && one.end === other.end;
}

/** The words at a place of a document; null where they stand in none of these passages. @param passages of that document. */
export function quotationAt({ start, end }: Span, passages: readonly Passage[]): Quotation | null {
  const passage = passages.find((each) => each.start <= start && end <= each.end);
  return passage ? { passage, start, end } : null;
}
