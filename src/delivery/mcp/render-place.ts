// How a place in a document, and the document's standing, are told in text.
import type { DocumentDescription, Years } from '../../domain/document.ts';

export function renderDocument(id: string, documents: readonly DocumentDescription[]): string {
  const document = documents.find((each) => each.id === id);
  return document ? `${document.title} (${renderStanding(document)})` : id;
}

export function renderStanding({ years, status }: { readonly years: Years | null; readonly status: string }): string {
  const span = years && (years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`);
  return [span ?? 'years unknown', status === 'unknown' ? 'status unknown' : status].join(', ');
}

export function renderPlace(section: readonly string[], page: number | null): string {
  const path = section.length === 0 ? 'before the first heading' : section.join(' › ');
  return page === null ? path : `${path}, page ${page}`;
}

/** A quotation as it reads, without the line breaks of its document. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Parts that are not empty, a blank line between each and the next. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
