// What the tools take. The rules are those of the HTTP interface; the descriptions are written for a model that chooses arguments.
import { z } from 'zod';
import { askSchema, documentIdsSchema, questionSchema, yearSchema } from '../../contract/answer.ts';
import { registerQuerySchema } from '../../contract/commitments.ts';
import { searchModes } from '../../contract/search.ts';
import { usualRows } from '../../domain/commitment.ts';

/** The rules are told to clients in the plainest form: some accept no formats of their own and no patterns. */
const question = (description: string) =>
  z.string('Type a question.').meta({ minLength: 1, maxLength: 2000, description }).pipe(questionSchema);

const documentsMessage = '"documents" must be a list of document ids.';

const filters = {
  documents: z
    .array(z.string(documentsMessage), documentsMessage)
    .pipe(documentIdsSchema)
    .optional()
    .describe('Ids of the only documents to look in, such as "2013-2017-one-met-strategy"; leave out for all.'),
  from: yearSchema('from').optional().describe('Only documents whose years reach to this year or later.'),
  to: yearSchema('to').optional().describe('Only documents whose years begin in this year or earlier.'),
};

/** Turns a schema's first complaint about a field that is none into a sentence. */
const unknownField = (issue: { readonly code?: string; readonly keys?: readonly unknown[] }): string =>
  issue.code === 'unrecognized_keys'
    ? `"${String(issue.keys?.[0]).slice(0, 40)}" is not an argument of this tool.`
    : 'The arguments must be an object.';

const kMessage = '"k" must be a whole number from 1 to 50.';

export const searchInput = z.strictObject(
  {
    q: question('What to look for, as a question or as words. Matched by meaning and by wording.'),
    k: z.int(kMessage).min(1, kMessage).max(50, kMessage).default(10).describe('How many passages at most.'),
    ...filters,
    mode: z
      .enum(searchModes, `"mode" must be one of ${searchModes.join(', ')}.`)
      .default('hybrid')
      .describe('"hybrid" looks by meaning and words, "dense" by meaning alone, "lexical" by words alone.'),
    explain: z
      .boolean('"explain" must be true or false.')
      .default(false)
      .describe('Have each passage come with what its score is made of.'),
  },
  { error: unknownField },
);

export const askInput = z.strictObject(
  {
    question: question('The question, in plain words. It may name a document, a year or a period.'),
    conversationId: askSchema.shape.conversationId.describe(
      'The conversationId of an earlier answer, to have the question understood as its follow-up; leave out to begin anew.',
    ),
    ...filters,
  },
  { error: unknownField },
);

const passageIdMessage = '"passageId" must be the passageId of a search result or a citation.';

export const passageInput = z.strictObject(
  {
    passageId: z
      .string(passageIdMessage)
      .describe('The passageId of a search result or a citation, such as "p-0123456789abcdef".'),
  },
  { error: unknownField },
);

const hasMessage = '"has" must be a list of "target" and "deadline".';
const limitMessage = '"limit" must be a whole number from 1 to 500.';

const { q, theme, cursor } = registerQuerySchema.shape;

export const commitmentsInput = z.strictObject(
  {
    q: q.describe('Words that the statement must hold; leave out for all statements.'),
    ...filters,
    theme: theme.describe('Id of a theme, as a result names it.'),
    has: z
      .array(z.enum(['target', 'deadline'], hasMessage), hasMessage)
      .default([])
      .describe(
        '"target": only statements with a figure to reach. "deadline": only those with a date. Both may be given.',
      ),
    cursor: cursor.describe('The nextCursor of the page before.'),
    limit: z
      .int(limitMessage)
      .min(1, limitMessage)
      .max(500, limitMessage)
      .default(usualRows)
      .describe('How many statements at most.'),
  },
  { error: unknownField },
);
