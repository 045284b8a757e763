// What one document says where several are asked about.
import type { DocumentDescription } from '../../domain/document.ts';
import type { Differing } from '../rank/request.ts';
import type { ComparedSentence } from './by-document.ts';
import type { QuotedSet } from './stated-sets.ts';

export interface DocumentEntry {
  readonly document: DocumentDescription;
  /** What it states of the kind asked for; where there are any, they are its answer. */
  readonly sets: readonly QuotedSet[];
  readonly chosen: readonly ComparedSentence[];
  /** Whether the document names the topic, in the asker's words or others for them. */
  readonly isNamed: boolean;
  /** Two figures that it gives for what is asked; both are among those chosen. */
  readonly differing?: Differing;
}
