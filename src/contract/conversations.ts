// Wire shapes of conversations and of feedback on their answers.
import { z } from 'zod';
import { answerSchema } from './answer.ts';

export const verdicts = ['helpful', 'unhelpful'] as const;

/** Longest reason and comment, in UTF-16 code units: a reason is picked from a list, a comment is a paragraph or two. */
const longestReason = 100;
const longestComment = 2000;

const messageIdMessage = '"messageId" must be the id of an answer.';
const reasonMessage = `"reason" must be a text of at most ${longestReason} characters.`;
const commentMessage = `"comment" must be a text of at most ${longestComment.toLocaleString('en-GB')} characters.`;

export const feedbackSchema = z
  .strictObject(
    {
      messageId: z.string(messageIdMessage).regex(/^[A-Za-z0-9_-]{1,64}$/, messageIdMessage),
      verdict: z.enum(verdicts, `"verdict" must be one of ${verdicts.join(', ')}.`),
      reason: z.string(reasonMessage).max(longestReason, reasonMessage).optional(),
      comment: z.string(commentMessage).max(longestComment, commentMessage).optional(),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `"${String(issue.keys[0]).slice(0, 40)}" is not a field of feedback.`
          : 'The body must be a JSON object with a "messageId" and a "verdict".',
    },
  )
  .meta({ id: 'Feedback' });

const givenFeedbackSchema = z.object({
  verdict: z.enum(verdicts),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  /** ISO 8601, UTC. */
  time: z.string(),
});
export type GivenFeedbackWire = z.infer<typeof givenFeedbackSchema>;

const conversationTurnSchema = z.object({
  messageId: z.string(),
  question: z.string(),
  filters: z.object({
    documents: z.array(z.string()).optional(),
    from: z.number().int().optional(),
    to: z.number().int().optional(),
  }),
  /** When it was asked; ISO 8601, UTC. */
  time: z.string(),
  answer: answerSchema,
  feedback: givenFeedbackSchema.nullable(),
});
export type ConversationTurnWire = z.infer<typeof conversationTurnSchema>;

export const conversationSchema = z
  .object({
    conversationId: z.string(),
    /** When its first question was asked and when the latest; ISO 8601, UTC. */
    created: z.string(),
    last: z.string(),
    /** In the order in which they were asked. */
    turns: z.array(conversationTurnSchema),
  })
  .meta({ id: 'Conversation' });
export type ConversationWire = z.infer<typeof conversationSchema>;

/** What the export as JSON holds: the same, and which format it is of. */
export const exportedConversationSchema = conversationSchema
  .extend({ format: z.literal('bluelamp-conversation-1') })
  .meta({ id: 'ExportedConversation' });

export const exportFormats = ['md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
