// How a document's years and status are put in words.
import type { DocumentStatus, Years } from '../src/domain/document.ts';

export const statusNames = {
  draft: 'Draft',
  'for consultation': 'For consultation',
  published: 'Published',
  'web page': 'Web page',
  unknown: null,
} as const satisfies Record<DocumentStatus, string | null>;

/** `2013–2017 · Published`; what is not known is left out. */
export function describeDocument(document: { readonly years: Years | null; readonly status: DocumentStatus }): string {
  return [describeYears(document.years), statusNames[document.status]].filter((part) => part !== null).join(' · ');
}

/** `2013–2017`, or one year; null where it is not known. */
export function describeYears(years: Years | null): string | null {
  if (!years) return null;
  return years.from === years.to ? String(years.from) : `${years.from}–${years.to}`;
}

/** `Fixing our foundations › A. We’ll make it easier`, or nothing before the first heading. */
export function describePlace(section: readonly string[], page: number | null): string {
  return [...section, ...(page === null ? [] : [`page ${page}`])].join(' › ');
}
