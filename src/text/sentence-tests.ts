// Which sentences of a passage pass a test of their wording; found out once for each passage, for patterns are slow to try.
import type { AskedKind } from '../domain/asked.ts';
import type { Passage } from '../domain/passage.ts';
import { holdsKind } from './kinds.ts';
import { rememberObjects } from './remember-objects.ts';

/** Depends on the sentence alone. Made once for the whole program: it is what its results are remembered by. */
export type SentenceTest = (sentence: string) => boolean;

/** By test, then by passage: it goes with the passage, so an index that lets a passage go lets this go too. */
const known = new WeakMap<SentenceTest, (passage: Passage) => Uint8Array>();

/** 1 for each sentence that passes, 0 for the others. */
export function sentencesThat(passage: Passage, test: SentenceTest): Uint8Array {
  const remembered = known.get(test);
  if (remembered) return remembered(passage);
  const passing = rememberObjects(({ text, start, sentences }: Passage) =>
    Uint8Array.from(sentences, (sentence) => Number(test(text.slice(sentence.start - start, sentence.end - start)))),
  );
  known.set(test, passing);
  return passing(passage);
}

const kindTests = new Map<AskedKind, SentenceTest>();

/** The test whether a sentence could answer a question for a thing of that kind. */
export function kindTest(kind: AskedKind): SentenceTest {
  const test = kindTests.get(kind) ?? ((sentence: string): boolean => holdsKind(sentence, kind));
  kindTests.set(kind, test);
  return test;
}
