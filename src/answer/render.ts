// Pieces to Markdown with numbered markers, and the citations that go with them.
import type { Citation } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { displayQuote } from './display-quote.ts';
import { citedFor, isSame, quotationsOf, textOf } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';

export type Documents = ReadonlyMap<DocumentId, DocumentDescription>;

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

function toCitation(quotation: Quotation, n: number, documents: Documents): Citation {
  const { passage, start, end } = quotation;
  const document = documents.get(passage.documentId);
  return {
    n,
    passageId: passage.id,
    documentId: passage.documentId,
    document: {
      title: document?.title ?? passage.documentId,
      years: document?.years ?? null,
      status: document?.status ?? 'unknown',
    },
    section: passage.section,
    page: passage.page,
    quote: textOf(quotation),
    start,
    end,
    passage: passage.text,
  };
}
