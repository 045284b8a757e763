// Addresses of our own pages.

/** The permalink of a span: the reader marks it, and `#quote` has the browser scroll to it without a script. */
export function spanLink(span: { readonly documentId: string; readonly start: number; readonly end: number }): string {
  return `${documentLink(span.documentId)}?start=${span.start}&end=${span.end}#quote`;
}

export function documentLink(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}

export function askLink(question: string): string {
  return `/?q=${encodeURIComponent(question)}`;
}
