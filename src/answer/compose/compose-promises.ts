// The promises of a document that have a target or a date, off the register of commitments.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import { meantDocuments } from '../../domain/plan.ts';
import { askedPromises } from '../documents/asked-promises.ts';
import { point, quotationAt, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import { nameOf } from '../rank/request.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';

/** Promises of one document that are quoted; the register holds them all. */
const mostPromises = 8;

/** Null where promises as such are not asked for, or no document meant makes one of the kind. */
export function composePromises(request: ComposeRequest): Composed | null {
  const asked = askedPromises(request.plan);
  if (!asked) return null;
  const { scope } = request.plan;
  const meant = meantDocuments(scope);
  const entries = request.documents
    .filter(({ id }) => meant.has(id))
    .map((document) => ({ document, rows: rowsOf(document.id, request).filter(asked.holds) }))
    .filter(({ rows }) => rows.length > 0);
  // An undated question is about now.
  const shown = scope.kind === 'open' && !asked.isDated ? entries.slice(-1) : entries;
  const paragraphs = shown.flatMap(({ document, rows }) => entryOf(document, rows, request));
  return paragraphs.length > 0 ? { paragraphs } : null;
}

function rowsOf(document: DocumentId, { commitments }: ComposeRequest): RegisterRow[] {
  return commitments.filter(({ commitment }) => commitment.documentId === document);
}

function entryOf(
  document: DocumentDescription,
  rows: readonly RegisterRow[],
  { surroundings }: ComposeRequest,
): Paragraph[] {
  const passages = surroundings.get(document.id) ?? [];
  const chosen = withoutRepeatedDates(rows).toSorted((one, other) => weightOf(other) - weightOf(one));
  const quoted = chosen.slice(0, mostPromises).flatMap(({ commitment }) => quotationAt(commitment, passages) ?? []);
  if (quoted.length === 0) return [];
  const more: Paragraph[] =
    chosen.length > quoted.length ? [[words('There are more of them in the register of commitments.')]] : [];
  return [[words(`**${nameOf(document)}** states these:`)], ...quoted.map(point), ...more];
}

/** A promise of how much by when tells most, then one that names its year, then one with a figure. */
function weightOf({ commitment: { target, deadline } }: RegisterRow): number {
  return Number(target !== null) + Number(deadline !== null) + Number((deadline?.year ?? null) !== null);
}

/** Of promises without a figure or a year that name the same stretch of time ("over the next three years") the first stands for all. */
function withoutRepeatedDates(rows: readonly RegisterRow[]): RegisterRow[] {
  const known = new Set<string>();
  return rows.filter(({ commitment: { target, deadline } }) => {
    if (target || !deadline || deadline.year !== null) return true;
    const time = deadline.text.toLowerCase();
    const isNew = !known.has(time);
    known.add(time);
    return isNew;
  });
}
