// How an organisation is named where its documents say "we".
import type { DocumentDescription } from '../domain/document.ts';
import type { Acronym } from '../ports.ts';

/** Names that the titles of several documents share, and what they stand for where they are short forms. */
export function ownNames(documents: readonly DocumentDescription[], acronyms: readonly Acronym[]): string[] {
  const words = documents.map(({ title }) => new Set(title.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}*/gu) ?? []));
  const shared = [...new Set(words.flatMap((each) => [...each]))].filter(
    (word) => words.filter((each) => each.has(word)).length > 1,
  );
  const expansions = acronyms.filter(({ term }) => shared.includes(term)).map(({ expansion }) => expansion);
  return [...new Set([...shared, ...expansions.flatMap((expansion) => expansion.split(/\s+/u))])];
}
