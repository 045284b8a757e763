// How people ask, and the words that the documents use instead; kept as data beside the corpus.
import { z } from 'zod';

const words = z.array(z.string().min(1).max(80)).max(200);

export const lexiconSchema = z.object({
  note: z.string().optional(),
  /** `words`: what an asker says, in lower case. `mean`: what documents say instead. */
  synonyms: z
    .array(z.strictObject({ words: words.min(1), mean: words.min(1) }))
    .max(5000)
    .default([]),
  /** Words that stand in most questions and documents alike and so say little. */
  generic: words.default([]),
});

export type Lexicon = z.infer<typeof lexiconSchema>;

export const emptyLexicon: Lexicon = { synonyms: [], generic: [] };
