// The terms of every passage and sentence, and in how many passages each term occurs.
import { terms } from '../src/text/tokens.ts';
import type { GenerationInput, KeyedPassage } from './generation-input.ts';

export interface PassageTerms {
  readonly passage: KeyedPassage;
  readonly heading: readonly string[];
  readonly body: readonly string[];
  readonly sentences: readonly (readonly string[])[];
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

/** Number of passages that hold each term: in their text, above it in a heading, or in a sentence that was cut within a long word. */
export function passageFrequencies(corpus: readonly PassageTerms[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const { heading, body, sentences } of corpus) {
    for (const term of new Set([...heading, ...body, ...sentences.flat()]))
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return frequencies;
}
