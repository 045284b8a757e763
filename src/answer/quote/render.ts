// Pieces to Markdown with numbered markers, and the citations that go with them.
import type { Citation } from '../../domain/answer.ts';
import { displayQuote } from './display-quote.ts';
import { citedFor, isSame, quotationsOf, textOf } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';
import { toCitation } from './to-citation.ts';
import type { Documents } from './to-citation.ts';

export interface Rendered {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

export function render(paragraphs: readonly Paragraph[], documents: Documents): Rendered {
  const quotations = quotationsOf(paragraphs);
  const numberOf = (quotation: Quotation): number => quotations.findIndex((other) => isSame(other, quotation)) + 1;
  const lines = paragraphs.map((paragraph) =>
    paragraph
      .map((piece) =>
        piece.kind === 'words'
          ? piece.text
          : `“${displayQuote(textOf(piece.quotation))}” [${numberOf(citedFor(piece))}]`,
      )
      .join(''),
  );
  return {
    answer: joinLines(lines),
    citations: quotations.map((quotation, index) => toCitation(quotation, index + 1, documents)),
  };
}

/** Points of a list stand on consecutive lines, all else apart. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const together = line.startsWith('- ') && (lines[index - 1] ?? '').startsWith('- ');
    return `${text}${together ? '\n' : '\n\n'}${line}`;
  }, '');
}
