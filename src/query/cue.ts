// A cue: words of a question that say which documents it means, and how they are found.
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { allMatches } from '../text/all-matches.ts';

export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Whether the words also belong to what is asked ("by 2016"), and so stay in the topic. */
  readonly keeps: boolean;
  /** Whether it only says that several documents are meant ("how has … changed"): anything more definite decides instead. */
  readonly vague: boolean;
  /** The words themselves. */
  readonly words: string;
  readonly names: readonly DocumentId[];
  readonly implies: readonly DocumentId[];
}

export type Documents = readonly DocumentDescription[];
export type Meaning = Pick<Cue, 'names' | 'implies'> & Partial<Pick<Cue, 'keeps' | 'vague'>>;

/** Words for a document. */
export const kinds =
  'strateg(?:y|ies)|strats?|papers?|plans?|documents?|docs?|drafts?|direction|page|mandate|paper|report|version|text|one';

/** A cue for each place where the pattern stands and means something. */
export function match(question: string, pattern: RegExp, meaning: (found: RegExpExecArray) => Meaning | null): Cue[] {
  const cues: Cue[] = [];
  for (const found of allMatches(question, pattern)) {
    const meant = meaning(found);
    if (meant)
      cues.push({
        start: found.index,
        end: found.index + found[0].length,
        words: found[0],
        keeps: false,
        vague: false,
        ...meant,
      });
  }
  return cues;
}

export const named = (documents: Documents): Meaning => ({
  names: documents.map((document) => document.id),
  implies: [],
});
export const implied = (documents: Documents): Meaning => ({
  names: [],
  implies: documents.map((document) => document.id),
});

/** First year of a document; -1 where it has none. */
export const begins = (document: DocumentDescription): number => document.years?.from ?? -1;

/** Whether a year falls into a document's period. */
export function holds(document: DocumentDescription, year: number): boolean {
  return document.years !== null && document.years.from <= year && year <= document.years.to;
}
