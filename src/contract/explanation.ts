// Wire shape of how an answer came about: for whoever tunes or doubts it.
import { z } from 'zod';
import { intents } from '../domain/answer.ts';
import { askedKinds } from '../domain/asked.ts';
import { scorePartSchema } from './score-part.ts';

const foundSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  score: z.number(),
  /** They add up to the score. */
  parts: z.array(scorePartSchema),
});

const explainedPartSchema = z.object({
  question: z.string(),
  intent: z.enum(intents),
  /** What the question is about, without the words that only ask. */
  topic: z.string(),
  /** What was embedded. */
  readings: z.array(z.string()),
  terms: z.array(z.object({ term: z.string(), weight: z.number(), source: z.string() })),
  asks: z.enum(askedKinds).nullable(),
  scope: z.object({
    kind: z.enum(['open', 'one', 'several']),
    because: z.array(z.string()),
    documents: z.array(z.object({ id: z.string(), weight: z.number() })),
  }),
  /** How it goes on with the conversation; null where it stands alone. */
  continues: z.enum(['scope', 'kind', 'focus', 'more', 'place', 'short', 'beside']).nullable(),
  /** Why an answer was withheld; empty where nothing outweighs one. Null where nothing was looked up. */
  decision: z.object({ reasons: z.array(z.string()), similarity: z.number(), doubt: z.number() }).nullable(),
  passages: z.array(foundSchema),
});

/** One entry for each question of the message. */
export const explanationSchema = z.object({ parts: z.array(explainedPartSchema) }).meta({ id: 'Explanation' });
export type ExplanationWire = z.infer<typeof explanationSchema>;
