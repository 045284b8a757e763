// Wire shapes of the register of commitments.
import { z } from 'zod';
import { usualRows } from '../domain/commitment.ts';
import { documentsParameter, wholeNumber, yearOf } from './search.ts';

const targetSchema = z.object({
  /** As the document writes it: `20`, `32,000`, `one-third`. */
  value: z.string(),
  /** `%`, `£ million`, or what is counted; null where the document names none. */
  unit: z.string().nullable(),
  measure: z.string(),
});

export const commitmentSchema = z
  .object({
    id: z.string(),
    documentId: z.string(),
    section: z.array(z.string()),
    page: z.number().int().nullable(),
    text: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    /** The words that introduce its list; null for a statement that stands for itself. */
    leadIn: z.object({ text: z.string(), start: z.number().int(), end: z.number().int() }).nullable(),
    actor: z.string(),
    theme: z.string().nullable(),
    /** Best first; `theme` is the first. */
    themes: z.array(z.string()),
    /** The first of `targets`. */
    target: targetSchema.nullable(),
    targets: z.array(targetSchema),
    deadline: z.object({ text: z.string(), year: z.number().int().nullable() }).nullable(),
  })
  .meta({ id: 'Commitment' });
export type CommitmentWire = z.infer<typeof commitmentSchema>;

export const registerPageSchema = z
  .object({ commitments: z.array(commitmentSchema), total: z.number().int(), nextCursor: z.string().nullable() })
  .meta({ id: 'CommitmentPage' });
export type RegisterPageWire = z.infer<typeof registerPageSchema>;

export const commitmentDetailSchema = commitmentSchema
  .extend({
    /** Statements of other documents that may speak of the same undertaking, best first. */
    related: z.array(
      z.object({
        commitment: commitmentSchema,
        /** What both share; always "Possible". */
        why: z.string(),
        /** Where both set a figure for the same measure and the figures differ. */
        change: z.object({ measure: z.string(), earlier: z.string(), later: z.string() }).nullable(),
      }),
    ),
    /** Documents in which no matching statement was found. */
    notFoundIn: z.array(z.string()),
  })
  .meta({ id: 'CommitmentDetail' });
export type CommitmentDetailWire = z.infer<typeof commitmentDetailSchema>;

const longestWords = 500;
const wordsMessage = `"q" must be at most ${longestWords} characters.`;
const limitMessage = '"limit" must be a whole number from 1 to 500.';
const hasValues = ['target', 'deadline'] as const;
const hasMessage = '"has" must be target, deadline or both, parted by a comma.';
const themeMessage = '"theme" must be the id of a theme, as a row has it.';

/** The query string of the register. */
export const registerQuerySchema = z.object({
  q: z.string(wordsMessage).max(longestWords, wordsMessage).default(''),
  documents: documentsParameter,
  from: yearOf('from').optional(),
  to: yearOf('to').optional(),
  theme: z
    .string(themeMessage)
    .regex(/^[a-z0-9-]{1,64}$/, themeMessage)
    .optional(),
  has: z
    .union([z.string(), z.array(z.string())], hasMessage)
    .transform((given) => [given].flat().flatMap((values) => values.split(',')))
    .pipe(z.array(z.enum(hasValues, hasMessage)))
    .default([])
    .meta({ type: 'array', items: { type: 'string', enum: [...hasValues] } }),
  sort: z.enum(['reading', 'deadline', 'theme'], '"sort" must be reading, deadline or theme.').default('reading'),
  cursor: z.string('"cursor" must be given once.').max(64, '"cursor" must be one that this list gave.').optional(),
  limit: wholeNumber(limitMessage)
    .pipe(z.int(limitMessage).min(1, limitMessage).max(500, limitMessage))
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: 500, default: usualRows }),
  format: z.enum(['json', 'csv'], '"format" must be json or csv.').default('json'),
});
export type RegisterQueryWire = z.infer<typeof registerQuerySchema>;
