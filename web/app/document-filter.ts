// Which documents are searched. Null means all of them, so that one that comes later is searched as well.

export type Chosen = readonly string[] | null;

export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen === null || chosen.includes(id);
}

/** @param all ids of the documents, in their order. */
export function toggled(chosen: Chosen, id: string, all: readonly string[]): Chosen {
  const next = all.filter((each) => (each === id ? !isChosen(chosen, id) : isChosen(chosen, each)));
  return next.length === all.length ? null : next;
}

/** In words, for beside the question; nothing while the documents are not known. */
export function describeChosen(chosen: Chosen, count: number): string {
  if (count === 0) return '';
  if (chosen === null) return count === 1 ? 'Searches the one document' : `Searches all ${count} documents`;
  if (chosen.length === 0) return 'No document is chosen';
  return `Searches ${chosen.length} of ${count} documents`;
}
