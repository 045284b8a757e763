// The chat protocol: JSON text frames in both directions over the WebSocket at /api/chat.
import { z } from 'zod';
import { answerSchema, askSchema, clientIdSchema } from './answer.ts';
import { passageSchema } from './search.ts';

/** Largest frame in bytes; one of exactly this size is accepted. */
export const largestFrame = 65_536;

/** Why the service ends a connection, beside the codes that the protocol itself brings (1007 not UTF-8, 1009 too big). */
export const closeCodes = {
  /** A binary frame. */
  unsupported: 1003,
  /** Something that no honest client does. */
  policy: 1008,
  /** The service restarts: reconnect, and go on by the conversation's id. */
  restart: 1012,
  /** Too many connections or messages of one client. */
  tooMany: 4429,
} as const;

const askFrameSchema = askSchema.extend({ type: z.literal('ask'), id: clientIdSchema });
export type AskFrame = z.infer<typeof askFrameSchema>;

const stopFrameSchema = z.strictObject({ type: z.literal('stop'), id: clientIdSchema });

export const clientFrameSchema = z.discriminatedUnion('type', [askFrameSchema, stopFrameSchema], {
  error: 'A message must be a JSON object with a "type" of "ask" or "stop".',
});
export type ClientFrame = z.infer<typeof clientFrameSchema>;

const id = z.string();

export const serverFrameSchema = z.discriminatedUnion('type', [
  /** The question will be answered, though others may come before it. */
  z.object({ type: z.literal('accepted'), id, conversationId: z.string(), messageId: z.string() }),
  /** What was found, before the answer. */
  z.object({ type: z.literal('passages'), id, passages: z.array(passageSchema) }),
  /** A piece of the answer; all of them in order are exactly `answer.answer`. */
  z.object({ type: z.literal('text-delta'), id, text: z.string() }),
  /** Follows the piece in which its marker stands first. */
  z.object({ type: z.literal('citation'), id, citation: answerSchema.shape.citations.element }),
  /** The last of a question: the whole answer. */
  z.object({ type: z.literal('answer'), id, answer: answerSchema }),
  /** The last of a question that was stopped. */
  z.object({ type: z.literal('stopped'), id }),
  /** The last of a question that failed; without an id it is about a message that was not understood. */
  z.object({
    type: z.literal('error'),
    id: id.optional(),
    code: z.string(),
    message: z.string(),
    /** Seconds after which another try may succeed. */
    retryAfter: z.number().int().optional(),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;
