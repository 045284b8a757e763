// The pages in the order in which the header names them.

export interface NavigationEntry {
  readonly address: string;
  readonly name: string;
  /** Whether the service has the page. An entry without one keeps its place in this list, and is linked nowhere. */
  readonly isServed: boolean;
}

const places: readonly NavigationEntry[] = [
  { address: '/', name: 'Ask', isServed: true },
  { address: '/documents', name: 'Documents', isServed: true },
  { address: '/priorities', name: 'Priorities', isServed: true },
  { address: '/commitments', name: 'Commitments', isServed: true },
  { address: '/glossary', name: 'Glossary', isServed: true },
  { address: '/help', name: 'Help', isServed: true },
];

/** What the header links to. */
export const navigation: readonly NavigationEntry[] = places.filter(({ isServed }) => isServed);
