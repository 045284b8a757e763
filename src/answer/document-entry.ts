// What one document says in an answer over several.
import type { DocumentDescription } from '../domain/document.ts';
import type { ComparedSentence } from './by-document.ts';
import type { StatedSet } from './stated-sets.ts';

export interface Entry {
  readonly document: DocumentDescription;
  /** Lists that it states under the name asked for; where there are any, they are its answer. */
  readonly sets: readonly StatedSet[];
  readonly chosen: readonly ComparedSentence[];
}
