import type { DocumentDescription } from './document.ts';
import { AppError } from './errors.ts';
import type { DocumentId } from './ids.ts';
import type { Filters } from './plan.ts';

interface GivenFilters {
  readonly documents?: readonly DocumentId[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The filters that were given; one left out is absent rather than undefined. */
export function filtersOf({ documents, from, to }: GivenFilters): Filters {
  return { ...(documents && { documents }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/**
 * Documents within the client's filters, in the order given.
 * @throws AppError `invalid-request` for a document that is not there, or years the wrong way round.
 */
export function documentsWithin(documents: readonly DocumentDescription[], filters: Filters): DocumentDescription[] {
  const known = new Set<DocumentId>(documents.map((document) => document.id));
  const unknown = filters.documents?.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new AppError('invalid-request', `There is no document "${unknown}". GET /api/documents lists them.`);
  const from = filters.from ?? -Infinity;
  const to = filters.to ?? Infinity;
  if (from > to) throw new AppError('invalid-request', '"from" must not be after "to".');
  const wanted = filters.documents && filters.documents.length > 0 ? new Set(filters.documents) : known;
  const isDated = filters.from !== undefined || filters.to !== undefined;
  return documents.filter(
    ({ id, years }) => wanted.has(id) && (!isDated || (years !== null && years.to >= from && years.from <= to)),
  );
}
