// Which sentences the register of commitments holds.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { Span } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { rememberObjects } from '../../text/remember-objects.ts';

/** Whether a commitment stands in a stretch of a document's text. */
export type IsPromised = (document: DocumentId, span: Span) => boolean;

/** The places of a register, made once for each: an index gives the same rows again. */
export const promisedBy = rememberObjects((rows: readonly RegisterRow[]): IsPromised => {
  const places = new Map<DocumentId, Span[]>();
  for (const { commitment } of rows) {
    const { documentId, start, end } = commitment;
    const known = places.get(documentId);
    if (known) known.push({ start, end });
    else places.set(documentId, [{ start, end }]);
  }
  for (const each of places.values()) each.sort((one, other) => one.start - other.start);
  return (document, span) => standsIn(places.get(document) ?? [], span);
});

/** @param places in order, none within another. */
function standsIn(places: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (places[low]?.start ?? Infinity) < end;
}
