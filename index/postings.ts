// The inverted index: for every term the passages and the sentences that hold it, and how often. Made at ingest, held in memory while serving.
import type { Sentence } from '../src/domain/passage.ts';
import type { PassageTerms } from './corpus-terms.ts';

/** Entries of all terms, one term after the other, and within a term in the order of the rows. */
export interface PostingList {
  /** The entries of term `t` are those from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  /** Row of the text that holds the term. */
  readonly rows: Uint32Array;
  readonly counts: Uint16Array;
}

export interface Postings {
  /** Row of each term, from 0 in the order of their code units. */
  readonly rowOfTerm: ReadonlyMap<string, number>;
  /** Counts of a passage's whole text, a term of its headings counted twice. */
  readonly passages: PostingList;
  /** For each entry of `passages`: its count in the sentences that are no headings, a term of the headings counted twice. */
  readonly quoted: Uint16Array;
  readonly sentences: PostingList;
  /** Number of terms of each passage: in its text, in its headings, and in its sentences that are no headings. */
  readonly bodyLengths: Uint32Array;
  readonly headingLengths: Uint32Array;
  readonly quotedLengths: Uint32Array;
  /** Number of terms of each sentence. */
  readonly sentenceLengths: Uint32Array;
}

/** The terms of a passage, and which of its sentences are headings. */
export interface CountedPassage extends Pick<PassageTerms, 'heading' | 'body' | 'sentences'> {
  readonly passage: { readonly sentences: readonly Pick<Sentence, 'kind'>[] };
}

/** A term in a heading counts twice: headings name the topic. */
const headingWeight = 2;
/** Counts are kept in 16 bits; a passage of 1,000 characters comes nowhere near. */
const largestCount = 0xffff;

/** The inverted index of passages in the order of their rows. */
export function makePostings(corpus: readonly CountedPassage[]): Postings {
  const collected = new Map<string, TermEntries>();
  let sentenceRow = 0;
  for (const [row, passage] of corpus.entries()) {
    for (const [term, [whole, quoted]] of countPassage(passage)) {
      // A sentence cut within a word of more than 800 letters holds a term that the passage, read as a whole, does not.
      entriesOf(collected, term).passages.push(row, Math.max(whole, quoted), quoted);
    }
    for (const sentence of passage.sentences) {
      for (const [term, count] of countTerms(sentence)) entriesOf(collected, term).sentences.push(sentenceRow, count);
      sentenceRow += 1;
    }
  }
  const terms = [...collected.keys()].toSorted();
  const entries = terms.map((term) => entriesOf(collected, term));
  const passages = entries.map((each) => each.passages);
  return {
    rowOfTerm: new Map(terms.map((term, row) => [term, row])),
    passages: toPostingList(passages, 3),
    quoted: column(passages, 3, 2),
    sentences: toPostingList(
      entries.map((each) => each.sentences),
      2,
    ),
    bodyLengths: Uint32Array.from(corpus, ({ body }) => body.length),
    headingLengths: Uint32Array.from(corpus, ({ heading }) => heading.length),
    quotedLengths: Uint32Array.from(corpus, (passage) => quotedTerms(passage).length),
    sentenceLengths: Uint32Array.from(corpus.flatMap(({ sentences }) => sentences.map((sentence) => sentence.length))),
  };
}

/** Entries of one term, flat: a row and its counts, then the next. */
interface TermEntries {
  readonly passages: number[];
  readonly sentences: number[];
}

function entriesOf(collected: Map<string, TermEntries>, term: string): TermEntries {
  const entries = collected.get(term) ?? { passages: [], sentences: [] };
  collected.set(term, entries);
  return entries;
}

/** For each term of a passage its count in the text and in the quotable sentences, each with the headings. */
function countPassage(passage: CountedPassage): Map<string, [whole: number, quoted: number]> {
  const counts = new Map<string, [number, number]>();
  const add = (terms: readonly string[], whole: number, quoted: number): void => {
    for (const [term, count] of countTerms(terms)) {
      const [before, quotedBefore] = counts.get(term) ?? [0, 0];
      counts.set(term, [before + whole * count, quotedBefore + quoted * count]);
    }
  };
  add(passage.body, 1, 0);
  add(quotedTerms(passage), 0, 1);
  add(passage.heading, headingWeight, headingWeight);
  return counts;
}

function quotedTerms({ passage, sentences }: CountedPassage): string[] {
  return sentences.filter((_, at) => passage.sentences[at]?.kind !== 'heading').flat();
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function toPostingList(lists: readonly (readonly number[])[], width: number): PostingList {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length / width;
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  let next = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at += width) {
      rows[next] = list[at] ?? 0;
      next += 1;
    }
  }
  return { starts, rows, counts: column(lists, width, 1) };
}

function column(lists: readonly (readonly number[])[], width: number, offset: number): Uint16Array {
  const values = new Uint16Array(lists.reduce((sum, list) => sum + list.length / width, 0));
  let next = 0;
  for (const list of lists) {
    for (let at = offset; at < list.length; at += width) {
      values[next] = Math.min(list[at] ?? 0, largestCount);
      next += 1;
    }
  }
  return values;
}
