// The sentences of the passages found, scored one by one: retrieval finds the place, this finds the line.
import type { Plan } from '../domain/plan.ts';
import type { Sentence } from '../domain/passage.ts';
import type { IndexedPassage } from '../ports.ts';
import { terms } from '../text/tokens.ts';

export interface ScoredSentence {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  /** Text of the sentence as it stands in the document. */
  readonly quote: string;
  /** Cosine with the question's topic; 0 without a vector. */
  readonly similarity: number;
  /** Share of the asker's own content words that the sentence or its headings hold. */
  readonly coverage: number;
  readonly score: number;
}

/** What a sentence is worth by the rank of its passage: the first passage's lead over the tenth. */
const rankWeight = 0.25;
const coverageWeight = 0.35;

/** Every quotable sentence, best first; equal scores in reading order of the passages found. */
export function scoreSentences(passages: readonly IndexedPassage[], plan: Plan, vector: Float32Array | null): ScoredSentence[] {
  const asked = new Map(plan.terms.filter((term) => term.source === 'question').map(({ term, weight }) => [term, weight]));
  const scored = passages.flatMap((passage, rank) =>
    passage.sentences.flatMap((sentence, index): ScoredSentence[] => {
      if (sentence.kind === 'heading') return [];
      const quote = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
      const own = passage.sentenceVectors[index];
      const similarity = vector && own ? dot(vector, own) : 0;
      const held = coverageOf(asked, `${quote} ${passage.section.join(' ')}`);
      const score = similarity + coverageWeight * held + rankWeight / (rank + 1);
      return [{ passage, sentence, quote, similarity, coverage: held, score }];
    }),
  );
  return scored.toSorted((one, other) => other.score - one.score);
}

function coverageOf(asked: ReadonlyMap<string, number>, text: string): number {
  const held = new Set(terms(text));
  let total = 0;
  let found = 0;
  for (const [term, weight] of asked) {
    total += weight;
    if (held.has(term)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
