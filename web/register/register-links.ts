// Addresses of the register's pages.

export interface RegisterFilter {
  readonly q: string;
  /** Id of a document; empty for all. */
  readonly document: string;
  /** Id of a theme; empty for all. */
  readonly theme: string;
  readonly has: readonly string[];
  readonly sort: string;
}

export const noFilter: RegisterFilter = { q: '', document: '', theme: '', has: [], sort: 'reading' };

function parametersOf({ q, document, theme, has, sort }: RegisterFilter): [string, string][] {
  const given: [string, string][] = [
    ['q', q],
    ['documents', document],
    ['theme', theme],
    ...has.map((trait): [string, string] => ['has', trait]),
    ['sort', sort === 'reading' ? '' : sort],
  ];
  return given.filter(([, value]) => value !== '');
}

function queryOf(parameters: readonly [string, string][]): string {
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? '' : `?${query}`;
}

/** A page of the register. @param cursor where it begins; null for the first page. */
export function registerLink(filter: RegisterFilter, cursor: string | null = null): string {
  return `/commitments${queryOf([...parametersOf(filter), ...(cursor === null ? [] : [['cursor', cursor] as [string, string]])])}`;
}

export function exportLink(filter: RegisterFilter): string {
  return `/api/commitments${queryOf([['format', 'csv'], ...parametersOf(filter)])}`;
}

export function commitmentLink(id: string): string {
  return `/commitments/${encodeURIComponent(id)}`;
}
