// Wire shapes of what the documents tell as a whole: themes, stated aims, glossary.
import { z } from 'zod';
import { glossaryKinds, statedKinds } from '../domain/insight.ts';

const offset = z.int().nonnegative();
const spanShape = { text: z.string(), start: offset, end: offset };

export const themesSchema = z
  .object({
    /** Whether the themes were given beside the documents, or derived from their words. */
    source: z.enum(['given', 'derived']),
    documents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        shortTitle: z.string(),
        years: z.object({ from: z.int(), to: z.int() }).nullable(),
        words: z.int(),
        /** What the document states as its own aims; each text stands at its span of the document. */
        stated: z.array(
          z.object({ heading: z.string(), kind: z.enum(statedKinds), items: z.array(z.object(spanShape)) }),
        ),
      }),
    ),
    themes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** One for each document, the oldest first. */
        cells: z.array(
          z.object({
            documentId: z.string(),
            count: z.int().nonnegative(),
            /** To two decimals. */
            per1000Words: z.number().nonnegative(),
            passageIds: z.array(z.string()),
          }),
        ),
      }),
    ),
    /** How the emphasis moved from each document to the next that is long enough to compare; of words, not of effort. */
    changes: z.array(
      z.object({
        themeId: z.string(),
        kind: z.enum(['new', 'gone', 'risen', 'fallen']),
        fromDocumentId: z.string(),
        toDocumentId: z.string(),
        fromPer1000Words: z.number(),
        toPer1000Words: z.number(),
      }),
    ),
  })
  .meta({ id: 'Themes' });
export type ThemesWire = z.infer<typeof themesSchema>;

export const glossarySchema = z
  .object({
    entries: z.array(
      z.object({
        term: z.string(),
        kind: z.enum(glossaryKinds),
        /** As the document gives it; null where none does. */
        expansion: z.string().nullable(),
        /** Whether no document joins the two, and the words only have these initials. */
        byInitials: z.boolean(),
        documentId: z.string(),
        quote: z.string(),
        start: offset,
        end: offset,
        firstUsed: z.object({ documentId: z.string(), start: offset, end: offset }),
        documents: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Glossary' });
export type GlossaryWire = z.infer<typeof glossarySchema>;

const longestFilter = 200;
const filterMessage = `"q" may be up to ${longestFilter} characters long.`;

/** The query string of the glossary. */
export const glossaryQuerySchema = z.object({
  q: z.string(filterMessage).max(longestFilter, filterMessage).optional(),
});
