// Wire shapes of documents.
import { z } from 'zod';
import { documentStatuses } from '../domain/document.ts';

export const documentSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    years: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
    status: z.enum(documentStatuses),
    sourceNote: z.string(),
    /** Counts over the document. */
    words: z.number().int(),
    passages: z.number().int(),
    sections: z.number().int(),
  })
  .meta({ id: 'DocumentSummary' });
export type DocumentSummaryWire = z.infer<typeof documentSummarySchema>;

export const documentDetailSchema = documentSummarySchema
  .omit({ sections: true })
  .extend({
    text: z.string(),
    sections: z.array(
      z.object({
        id: z.string(),
        heading: z.string(),
        level: z.number().int(),
        start: z.number().int(),
        end: z.number().int(),
        page: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'Document' });
export type DocumentDetailWire = z.infer<typeof documentDetailSchema>;
