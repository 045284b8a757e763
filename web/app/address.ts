// What the page's address says: which conversation, which documents, which source is open.

export interface OpenSource {
  /** From 1. */
  readonly turn: number;
  readonly n: number;
}

export interface Address {
  readonly conversationId: string | null;
  /** Null where all documents are searched. */
  readonly documents: readonly string[] | null;
  readonly source: OpenSource | null;
}

export function readAddress(search: string, hash: string): Address {
  const parameters = new URLSearchParams(search);
  const documents = parameters.getAll('documents');
  const found = /^#source-(?<turn>\d{1,4})-(?<n>\d{1,3})$/u.exec(hash)?.groups;
  return {
    conversationId: parameters.get('c'),
    documents: documents.length > 0 ? documents : null,
    source: found ? { turn: Number(found['turn']), n: Number(found['n']) } : null,
  };
}

export function writeAddress({ conversationId, documents, source }: Address): string {
  const parameters = new URLSearchParams();
  if (conversationId !== null) parameters.set('c', conversationId);
  for (const id of documents ?? []) parameters.append('documents', id);
  const query = parameters.toString();
  return `/${query === '' ? '' : `?${query}`}${source ? `#source-${source.turn}-${source.n}` : ''}`;
}
