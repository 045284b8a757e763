// The terms of every passage and sentence, and in how many of them each term occurs.
import { terms } from '../src/text/tokens.ts';
import type { GenerationInput, KeyedPassage } from './generation-input.ts';

export interface PassageTerms {
  readonly passage: KeyedPassage;
  readonly heading: readonly string[];
  readonly body: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

export interface TermFrequency {
  passages: number;
  sentences: number;
}

/** Reads the terms of all passages, in the order of their rows. */
export function termsOfCorpus(input: GenerationInput): PassageTerms[] {
  return input.documents.flatMap(({ document, passages }) =>
    passages.map((passage) => ({
      passage,
      heading: terms(passage.section.join('\n')),
      body: terms(passage.text),
      sentences: passage.sentences.map(({ start, end }) => terms(document.text.slice(start, end))),
    })),
  );
}

/** Number of passages, in their text or above it in a heading, and of sentences that hold each term. */
export function termFrequencies(corpus: readonly PassageTerms[]): Map<string, TermFrequency> {
  const frequencies = new Map<string, TermFrequency>();
  for (const { heading, body, sentences } of corpus) {
    countOnce(frequencies, [...heading, ...body], 'passages');
    for (const sentence of sentences) countOnce(frequencies, sentence, 'sentences');
  }
  return frequencies;
}

function countOnce(frequencies: Map<string, TermFrequency>, found: readonly string[], kind: keyof TermFrequency): void {
  for (const term of new Set(found)) {
    const frequency = frequencies.get(term) ?? { passages: 0, sentences: 0 };
    frequency[kind] += 1;
    frequencies.set(term, frequency);
  }
}
