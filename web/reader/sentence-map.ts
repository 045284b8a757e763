// What the index knows of each sentence of a document, by its place in the text.
import type { Span } from '../../src/domain/document.ts';
import type { Passage, Sentence } from '../../src/domain/passage.ts';

export interface SentenceMap {
  /** The first sentence that shares a character with the span. */
  in(span: Span): Sentence | null;
  /** Whether one sentence holds both characters. */
  joins(one: number, other: number): boolean;
}

/** Null where there are no passages: then a text is laid out by its looks alone. */
export function mapSentences(passages: readonly Pick<Passage, 'sentences'>[]): SentenceMap | null {
  if (passages.length === 0) return null;
  const sentences = passages.flatMap((passage) => passage.sentences).toSorted((one, other) => one.start - other.start);
  const find = (span: Span): Sentence | null => {
    const found = sentences[firstEndingAfter(sentences, span.start)];
    return found && found.start < span.end ? found : null;
  };
  return {
    in: find,
    joins: (one, other) => {
      const found = find({ start: one, end: one + 1 });
      return found !== null && found.start <= other && other < found.end;
    },
  };
}

function firstEndingAfter(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
