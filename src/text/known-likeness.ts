// How like a question is to those whose answers are known: it may share no word with the sentence, and all its sense with a question.
import type { KnownQuestion } from '../domain/known-question.ts';
import { dot } from './vectors.ts';

/** The greatest cosine with a question that is answered here; 0 where none is known, or none is like it at all. */
export function greatestLikeness(vector: Float32Array, questions: readonly KnownQuestion[]): number {
  let greatest = 0;
  for (const question of questions) greatest = Math.max(greatest, dot(vector, question.vector));
  return greatest;
}

/** The same for each sentence of a passage. @param count number of its sentences. */
export function likenessBySentence(
  vector: Float32Array,
  questions: readonly KnownQuestion[],
  count: number,
): Float64Array {
  const likeness = new Float64Array(count);
  for (const question of questions) {
    const own = dot(vector, question.vector);
    for (const at of question.sentences) likeness[at] = Math.max(likeness[at] ?? 0, own);
  }
  return likeness;
}
