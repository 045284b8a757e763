// How like a question is to those whose answers are known: it may share no word with the sentence, and all its sense with a question.
import type { KnownQuestion } from '../domain/known-question.ts';
import { dot } from './vectors.ts';

/**
 * For each sentence of a passage the greatest cosine with a question that it answers; 0 where none is known, none is like it at all, or
 * there is no vector. @param count number of its sentences.
 */
export function likenessBySentence(
  vector: Float32Array | null,
  questions: readonly KnownQuestion[],
  count: number,
): Float64Array {
  const likeness = new Float64Array(count);
  if (!vector) return likeness;
  for (const question of questions) {
    const own = dot(vector, question.vector);
    for (const at of question.sentences) likeness[at] = Math.max(likeness[at] ?? 0, own);
  }
  return likeness;
}
