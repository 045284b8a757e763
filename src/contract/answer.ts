// Wire shapes of an answer, shared by every client; the same for HTTP, WebSocket, command line and the rest.
import { z } from 'zod';
import { answerStatuses, intents, noticeTypes } from '../domain/answer.ts';
import { documentStatuses } from '../domain/document.ts';

const years = z.object({ from: z.number().int(), to: z.number().int() });

export const citationSchema = z.object({
  n: z.number().int().min(1),
  passageId: z.string(),
  documentId: z.string(),
  document: z.object({ title: z.string(), years: years.nullable(), status: z.enum(documentStatuses) }),
  section: z.array(z.string()),
  page: z.number().int().nullable(),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  passage: z.string(),
});

export const relatedSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  section: z.array(z.string()),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});

export const answerSchema = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  status: z.enum(answerStatuses),
  abstained: z.boolean(),
  intent: z.enum(intents),
  answer: z.string(),
  citations: z.array(citationSchema),
  notices: z.array(z.object({ type: z.enum(noticeTypes), text: z.string(), citations: z.array(z.number().int()).optional() })),
  suggestions: z.array(z.string()),
  related: z.array(relatedSchema),
  generation: z.string(),
  timings: z.record(z.string(), z.number()),
});
export type AnswerWire = z.infer<typeof answerSchema>;

/** Longest question in characters. */
export const longestQuestion = 2000;

const year = z.number().int().min(1900).max(2200);

export const filterShape = {
  documents: z.array(z.string().min(1).max(64)).max(100).optional(),
  from: year.optional(),
  to: year.optional(),
};

export const askSchema = z.strictObject({
  question: z
    .string()
    .max(longestQuestion, `A question has at most ${longestQuestion} characters.`)
    .refine((question) => question.trim().length > 0, 'Type a question.'),
  conversationId: z.string().min(1).max(64).optional(),
  ...filterShape,
});
export type AskWire = z.infer<typeof askSchema>;
