// A place in a passage as a citation, for quotations and for worded sentences alike.
import type { Citation } from '../../domain/answer.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';

export type Documents = ReadonlyMap<DocumentId, DocumentDescription>;

/** @param n the number of its marker. */
export function toCitation(quotation: Quotation, n: number, documents: Documents): Citation {
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
