// How people ask, and the words that the documents use instead; kept as data beside the corpus.
import { z } from 'zod';

const words = z.array(z.string().min(1).max(80)).max(200);

export const lexiconSchema = z.object({
  note: z.string().optional(),
  /**
   * `words`: what an asker says, in lower case; matched by the stems of its content words. `phrases`: the same, matched word for
   * word, for what is nothing without its function words ("break in"). `mean`: what documents say instead.
   */
  synonyms: z
    .array(
      z
        .strictObject({ words: words.default([]), phrases: words.default([]), mean: words.min(1) })
        .refine((row) => row.words.length + row.phrases.length > 0, 'a row needs words or phrases'),
    )
    .max(5000)
    .default([]),
  /** Words that stand in most questions and documents alike and so say little. */
  generic: words.default([]),
});

export type Lexicon = z.infer<typeof lexiconSchema>;

export const emptyLexicon: Lexicon = { synonyms: [], generic: [] };
