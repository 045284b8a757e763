// Documents in the shapes of the contract.
import { documentDetailWire, documentSummaryWire } from '../../chat/wire.ts';
import type { DocumentDetailWire, DocumentSummaryWire } from '../../contract/documents.ts';
import { AppError } from '../../domain/errors.ts';
import { isDocumentId } from '../../domain/ids.ts';
import type { DocumentId } from '../../domain/ids.ts';
import type { PassageIndex } from '../../ports.ts';
import { layOut } from '../../../web/reader/layout.ts';
import type { Layout } from '../../../web/reader/layout.ts';

/** Counting means reading every document; a generation never changes, so it is done once for each. */
const summaries = new WeakMap<PassageIndex, Promise<readonly DocumentSummaryWire[]>>();

/** All documents, the oldest first. */
export async function listDocuments(index: PassageIndex): Promise<readonly DocumentSummaryWire[]> {
  const known = summaries.get(index);
  if (known) return known;
  const counted = countDocuments(index);
  summaries.set(index, counted);
  // A fault while reading must not be remembered.
  counted.catch(() => summaries.delete(index));
  return counted;
}

/** @throws AppError `not-found`, also where `id` has not the form of an id. */
export async function readDocument(index: PassageIndex, id: string): Promise<DocumentDetailWire> {
  const document = isDocumentId(id) ? await index.document(id) : null;
  if (!document) throw new AppError('not-found', 'There is no document with this id.');
  return documentDetailWire(document, await index.passagesOf(document.id));
}

export interface LaidOutDocument {
  readonly document: DocumentDetailWire;
  readonly layout: Layout;
}

/** A document with its layout. @throws AppError `not-found`, also where `id` has not the form of an id. */
export async function laidOutDocument(index: PassageIndex, id: string): Promise<LaidOutDocument> {
  const document = await readDocument(index, id);
  const passages = isDocumentId(id) ? await index.passagesOf(id) : [];
  return { document, layout: layOut({ ...document, passages }) };
}

/** The latest document, if it begins later than this one; null too where the years are not known. */
export async function laterDocument(
  index: PassageIndex,
  { years }: Pick<DocumentSummaryWire, 'years'>,
): Promise<DocumentSummaryWire | null> {
  const dated = (await listDocuments(index)).filter((document) => document.years !== null);
  const latest = dated.at(-1);
  return latest?.years && years && latest.years.from > years.from ? latest : null;
}

async function countDocuments(index: PassageIndex): Promise<DocumentSummaryWire[]> {
  const documents = await index.documents();
  const counted = await Promise.all(documents.map(({ id }) => countDocument(index, id)));
  return counted.flat();
}

async function countDocument(index: PassageIndex, id: DocumentId): Promise<DocumentSummaryWire[]> {
  const [document, passages] = await Promise.all([index.document(id), index.passagesOf(id)]);
  return document ? [documentSummaryWire(document, passages)] : [];
}
