// Wire shapes of a search and of single passages.
import { z } from 'zod';

export const scorePartSchema = z.object({ name: z.string(), value: z.number(), contribution: z.number() });

export const passageSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  section: z.array(z.string()),
  page: z.number().int().nullable(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});

export const foundPassageSchema = passageSchema.extend({
  score: z.number(),
  /** Parts of the score, which add up to it; only where asked for. */
  explain: z.array(scorePartSchema).optional(),
});

export const searchResultSchema = z.object({ passages: z.array(foundPassageSchema) });
export type SearchResultWire = z.infer<typeof searchResultSchema>;
export type PassageWire = z.infer<typeof passageSchema>;

export const passageDetailSchema = passageSchema.extend({
  sectionId: z.string().nullable(),
  /** The passages before and after it in the document; null at its ends. */
  previous: passageSchema.nullable(),
  next: passageSchema.nullable(),
});
export type PassageDetailWire = z.infer<typeof passageDetailSchema>;

export const searchModes = ['hybrid', 'dense', 'lexical'] as const;
