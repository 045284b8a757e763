// How like a question is to those whose answers are known: it may share no word with the sentence, and all its sense with a question.
import type { KnownQuestion } from '../domain/known-question.ts';

/**
 * For each sentence of a passage the greatest cosine with a question that it answers; 0 where none is known, none is like it at all, or
 * there are no cosines. @param cosines one for each of the questions. @param count number of the passage's sentences.
 */
export function likenessBySentence(
  questions: readonly Pick<KnownQuestion, 'sentences'>[],
  cosines: Float64Array,
  count: number,
): Float64Array {
  const likeness = new Float64Array(count);
  for (const [place, question] of questions.entries()) {
    const own = cosines[place] ?? 0;
    for (const at of question.sentences) likeness[at] = Math.max(likeness[at] ?? 0, own);
  }
  return likeness;
}
