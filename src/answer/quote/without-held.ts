// No sentence stands in an answer twice.
import { displayQuote } from './display-quote.ts';
import { quotationsOf, textOf } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';

/** The paragraphs without lines that only repeat words of the same document which another line quotes as well. */
export function withoutHeld(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const kept: { readonly paragraph: Paragraph; readonly only: Quotation | null }[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const [first, ...others] = quotationsOf([paragraph]);
    const only = first && others.length === 0 ? first : null;
    const isHeld = (each: Quotation): boolean => only !== null && each !== only && holds(each, only);
    // A point cannot stand for the line above it.
    const later = paragraphs.slice(at + 1).filter((each) => isPoint(paragraph) || !isPoint(each));
    const isRepeat =
      isPlain(paragraph) &&
      (kept.some((other) => other.only && isHeld(other.only)) ||
        quotationsOf(later).some((each) => isLonger(each, only)));
    if (!isRepeat) kept.push({ paragraph, only });
  }
  return kept.map(({ paragraph }) => paragraph);
}

function isPoint([first]: Paragraph): boolean {
  return first?.kind === 'words' && first.text.startsWith('- ');
}

/** Whether nothing of our own stands beside the quotation. */
function isPlain(paragraph: Paragraph): boolean {
  return paragraph.every((piece) => piece.kind === 'quote' || piece.text === '- ');
}

/** Whether a quotation holds the other, or says the same in another place of the document. */
function holds(one: Quotation, other: Quotation): boolean {
  if (one.passage.documentId !== other.passage.documentId) return false;
  return (
    (one.start <= other.start && other.end <= one.end) || displayQuote(textOf(one)) === displayQuote(textOf(other))
  );
}

function isLonger(one: Quotation, other: Quotation | null): boolean {
  return other !== null && holds(one, other) && one.end - one.start > other.end - other.start;
}
