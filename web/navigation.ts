// The pages in the order in which the header names them.

export interface NavigationEntry {
  readonly address: string;
  readonly name: string;
}

/** What the header links to. */
export const navigation: readonly NavigationEntry[] = [
  { address: '/', name: 'Ask' },
  { address: '/documents', name: 'Documents' },
  { address: '/priorities', name: 'Priorities' },
  { address: '/commitments', name: 'Commitments' },
  { address: '/glossary', name: 'Glossary' },
  { address: '/help', name: 'Help' },
];
