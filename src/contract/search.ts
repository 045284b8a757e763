// Wire shapes of a search and of single passages.
import { z } from 'zod';
import { documentIdFormat, documentIdsSchema, questionSchema, yearSchema } from './answer.ts';
import { scorePartSchema } from './score-part.ts';

export const passageSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  section: z.array(z.string()),
  page: z.number().int().nullable(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});

const foundPassageSchema = passageSchema.extend({
  score: z.number(),
  /** Parts of the score, which add up to it; only where asked for. */
  explain: z.array(scorePartSchema).optional(),
});

export const searchResultSchema = z
  .object({
    passages: z.array(foundPassageSchema),
    /** Only words were searched: because that was asked for, or because the embedder is away. */
    lexicalOnly: z.boolean(),
  })
  .meta({ id: 'SearchResult' });
export type SearchResultWire = z.infer<typeof searchResultSchema>;
export type PassageWire = z.infer<typeof passageSchema>;

export const passageDetailSchema = passageSchema
  .extend({
    sectionId: z.string().nullable(),
    /** The passages before and after it in the document; null at its ends. */
    previous: passageSchema.nullable(),
    next: passageSchema.nullable(),
  })
  .meta({ id: 'Passage' });
export type PassageDetailWire = z.infer<typeof passageDetailSchema>;

export const searchModes = ['hybrid', 'dense', 'lexical'] as const;

/** A whole number in a query string; with `Number` alone an empty text and `0x10` would pass for one. */
export function wholeNumber(message: string): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> {
  return z
    .string(message)
    .regex(/^\d{1,9}$/u, message)
    .transform(Number);
}

const kMessage = '"k" must be a whole number from 1 to 50.';
/** A year in a query string. */
export const yearOf = (
  field: 'from' | 'to',
): z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<number, string>>, z.ZodInt> =>
  wholeNumber(`"${field}" must be a year from 1900 to 2200.`)
    .pipe(yearSchema(field))
    .meta({ type: 'integer', minimum: 1900, maximum: 2200 });

/** Ids of documents in a query string: repeated, parted by commas, or both. */
export const documentsParameter = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((ids) => ids.split(',')))
  .pipe(documentIdsSchema)
  .optional()
  .meta({ type: 'array', items: { type: 'string', format: documentIdFormat }, maxItems: 100 });

/** The query string of a search. */
export const searchQuerySchema = z.object({
  q: questionSchema,
  k: wholeNumber(kMessage)
    .pipe(z.int(kMessage).min(1, kMessage).max(50, kMessage))
    .default(10)
    .meta({ type: 'integer', minimum: 1, maximum: 50, default: 10 }),
  documents: documentsParameter,
  from: yearOf('from').optional(),
  to: yearOf('to').optional(),
  mode: z.enum(searchModes, `"mode" must be one of ${searchModes.join(', ')}.`).default('hybrid'),
  explain: z
    .enum(['true', 'false'], '"explain" must be true or false.')
    .default('false')
    .transform((given) => given === 'true')
    .meta({ type: 'boolean', default: false }),
});
