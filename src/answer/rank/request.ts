// What composing an answer works from.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import type { Insight } from '../../domain/insight.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Acronym, IndexedPassage, TermStatistics } from '../../ports.ts';
import type { DocumentSizes } from './document-reply.ts';
import type { FoundPassage } from './features.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { RankedSentence } from './rank.ts';

export interface AnswerRequest {
  readonly plan: Plan;
  /** Vector of the plan's topic; null when only words were searched. */
  readonly vector: Float32Array | null;
  /** SHA-256 of the weights that make the vectors. */
  readonly vectorModel: string;
  /** Best first. */
  readonly found: readonly FoundPassage[];
  readonly statistics: TermStatistics;
  /** Documents that were searched, oldest first. */
  readonly documents: readonly DocumentDescription[];
  /** Whether the reader's filters shut others out. */
  readonly isLimited?: boolean;
  /** The latest document with years, searched or not; absent where only those searched are known. */
  readonly latest?: DocumentDescription | undefined;
  /** Those that the documents searched explain. */
  readonly acronyms: readonly Acronym[];
  /** The register of commitments, of the documents searched and of others. */
  readonly commitments: readonly RegisterRow[];
  /** What the documents of the index tell as a whole. */
  readonly insight: Insight;
  /**
   * The documents that the first ones found belong to, and all of those meant where stated sets are asked for, and all that are searched where filters shut others out, each with its passages in reading order: for lists that run over several.
   * What was read of a document is remembered by its array, so an index should give the same one again.
   */
  readonly surroundings: ReadonlyMap<DocumentId, readonly Passage[]>;
  /** The passages that the last answer quoted, where the question goes on with it. */
  readonly shown?: readonly IndexedPassage[];
  /** How long the documents are, where that is asked. */
  readonly sizes?: DocumentSizes;
}

/** An answer request with its sentences ranked, over all documents and within each. */
export interface ComposeRequest extends AnswerRequest {
  readonly ranked: readonly RankedSentence[];
  readonly rankedIn: (document: DocumentId) => readonly RankedSentence[];
}

/** A composer's result; null where its form does not suit what was found, and quotations alone are given instead. */
export interface Composed {
  readonly paragraphs: readonly Paragraph[];
  /** Two of the quotations give different figures, or dates, for what is asked. */
  readonly differing?: Differing;
  /** Whether what is quoted only speaks of what is asked for, which is not there. */
  readonly isMissing?: true;
}

export interface Differing {
  readonly first: Quotation;
  readonly other: Quotation;
  /** What differs: a figure for the same measure, or the date by which the same is to be done. */
  readonly kind: 'figures' | 'dates';
  readonly figures: readonly [string, string];
}

/** `One Met 2013–17`; the name under which a document appears in own words. */
export function nameOf(document: DocumentDescription | undefined): string {
  return document?.shortTitle ?? 'a document';
}

/** `A, B or C` */
export function either(documents: readonly DocumentDescription[]): string {
  const names = documents.map(nameOf);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
