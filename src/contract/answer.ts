// Wire shapes of an answer, shared by every client; the same for HTTP, WebSocket, command line and the rest.
import { z } from 'zod';
import { explanationSchema } from './explanation.ts';
import { answerStatuses, intents, noticeTypes } from '../domain/answer.ts';
import { documentStatuses } from '../domain/document.ts';
import { isDocumentId } from '../domain/ids.ts';

const years = z.object({ from: z.number().int(), to: z.number().int() });

const citationSchema = z.object({
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

const relatedSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  section: z.array(z.string()),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});

export const answerSchema = z
  .object({
    conversationId: z.string(),
    messageId: z.string(),
    status: z.enum(answerStatuses),
    abstained: z.boolean(),
    intent: z.enum(intents),
    answer: z.string(),
    citations: z.array(citationSchema),
    notices: z.array(
      z.object({ type: z.enum(noticeTypes), text: z.string(), citations: z.array(z.number().int()).optional() }),
    ),
    suggestions: z.array(z.string()),
    related: z.array(relatedSchema),
    /** The language model whose sentences stand in the answer, each checked against its citations; absent where it only quotes. */
    wordedBy: z.string().optional(),
    generation: z.string(),
    timings: z.record(z.string(), z.number()),
    /** How the answer came about; only where asked for, and not kept. */
    explain: explanationSchema.optional(),
  })
  .meta({ id: 'Answer' });
export type AnswerWire = z.infer<typeof answerSchema>;
export type CitationWire = z.infer<typeof citationSchema>;

/** Longest question in characters, which are Unicode code points as in JSON Schema. */
const longestQuestion = 2000;

/**
 * Control characters and halves of surrogate pairs come along unseen when text is pasted; whoever pasted them could not
 * act on a refusal. A space keeps the words on either side apart.
 */
function cleanQuestion(question: string): string {
  return question.replaceAll(/[\p{Cs}\p{Cc}]/gu, (character) => (/[\t\n\r]/u.test(character) ? character : ' '));
}

function lengthOf(question: string): number {
  // A surrogate pair is one character to the person who typed it.
  return Array.from(question).length;
}

/** The same as the rules below, for descriptions: at least one character that is neither space nor control character. */
const somethingSeen = String.raw`[^\s\u0000-\u001f\u007f-\u009f\ufeff]`;

export const questionSchema = z
  .string('Type a question.')
  .overwrite(cleanQuestion)
  .refine((question) => question.trim().length > 0, { error: 'Type a question.', abort: true })
  .refine((question) => lengthOf(question) <= longestQuestion, {
    error: ({ input }) =>
      `A question has at most ${longestQuestion.toLocaleString('en-GB')} characters, and this one has ${lengthOf(String(input)).toLocaleString('en-GB')}. Shorten it.`,
  })
  .meta({ minLength: 1, maxLength: longestQuestion, pattern: somethingSeen });

const yearMessage = (field: string): string => `"${field}" must be a year from 1900 to 2200.`;

export const yearSchema = (field: 'from' | 'to'): z.ZodInt =>
  z.int(yearMessage(field)).min(1900, yearMessage(field)).max(2200, yearMessage(field));

const documentsMessage = '"documents" must be a list of up to 100 document ids, as GET /api/documents gives them.';

/** Marks texts that must be ids of documents in descriptions of the interface, which then list those there are. */
export const documentIdFormat = 'document-id';

const documentIdSchema = z
  .string(documentsMessage)
  .refine(isDocumentId, documentsMessage)
  .meta({ format: documentIdFormat });

export const documentIdsSchema = z.array(documentIdSchema, documentsMessage).max(100, documentsMessage);

const conversationMessage = '"conversationId" must be an id that an earlier answer gave, or be left out.';

const idMessage = '"id" must be a text of 1 to 64 characters that the client has made up for this question.';
/** A client’s own id of a question: the same question under the same id is answered once, whichever way it comes. */
export const clientIdSchema = z.string(idMessage).min(1, idMessage).max(64, idMessage);

export const askSchema = z
  .strictObject(
    {
      question: questionSchema,
      conversationId: z
        .string(conversationMessage)
        // Without flags, for a description has no place for them.
        .regex(/^[A-Za-z0-9_-]{1,64}$/, conversationMessage)
        .optional(),
      documents: documentIdsSchema.optional(),
      from: yearSchema('from').optional(),
      to: yearSchema('to').optional(),
      id: clientIdSchema.optional(),
      explain: z.boolean('"explain" must be true or false.').optional(),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `"${String(issue.keys[0]).slice(0, 40)}" is not a field of a question.`
          : 'The body must be a JSON object with a "question".',
    },
  )
  .meta({ id: 'Question' });
