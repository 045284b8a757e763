// Questions that people have asked, each with the words of a document that answer it; kept as data beside the corpus.
import { z } from 'zod';

/** A line of `known-questions.jsonl`. */
export const knownQuestionSchema = z.strictObject({
  question: z.string().trim().min(1).max(2000),
  /** Id of the document that answers it. */
  document: z.string().min(1),
  /** Its words, to the character; each stands in the document at least once. */
  answeredBy: z.array(z.string().trim().min(1)).min(1).max(20),
});

export type GivenQuestion = z.infer<typeof knownQuestionSchema>;

/** A question that somebody has asked, and where in a passage its answer stands. */
export interface KnownQuestion {
  /** Places of the sentences that answer it among those of the passage. */
  readonly sentences: readonly number[];
  readonly vector: Float32Array;
}
