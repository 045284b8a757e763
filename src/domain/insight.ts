// What the documents tell as a whole: their themes in figures, what each states as its own aims, and the words that they explain.
import { z } from 'zod';
import { isDocumentId, isPassageId } from './ids.ts';
import type { DocumentId, PassageId } from './ids.ts';
import { themeLexiconSchema } from './theme-lexicon.ts';

const documentId = z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value));
const passageId = z.custom<PassageId>((value) => typeof value === 'string' && isPassageId(value));
const count = z.int().nonnegative();
/** UTF-16 code units of the document's text. */
const span = z.object({ start: count, end: count }).readonly();

/** What a document can say that it is for: one sentence (`mission`, `vision`) or a list. */
export const statedKinds = [
  'mission',
  'vision',
  'priorities',
  'objectives',
  'outcomes',
  'targets',
  'principles',
  'values',
] as const;
export type StatedKind = (typeof statedKinds)[number];

const statedSetSchema = z
  .object({
    documentId,
    kind: z.enum(statedKinds),
    /** The words that name it: what introduces it, or the heading above it; white space as single spaces. */
    heading: z.string(),
    /** Where those words stand; null where they stand in the item itself. */
    name: span.nullable(),
    /** Each whole, in the document's order. */
    items: z.array(span).readonly(),
  })
  .readonly();

const themeCellSchema = z
  .object({
    themeId: z.string(),
    documentId,
    /** Times that a phrase of the theme stands in the document's passages. */
    count,
    /** Passages in which one does, in reading order. */
    passageIds: z.array(passageId).readonly(),
  })
  .readonly();

export const glossaryKinds = ['acronym', 'programme'] as const;

const glossaryEntrySchema = z
  .object({
    term: z.string(),
    kind: z.enum(glossaryKinds),
    /** In the words of the document, white space as single spaces; null where no document gives one. */
    expansion: z.string().nullable(),
    /** Set where no document says that the letters stand for these words, which have them as initials. */
    byInitials: z.literal(true).optional(),
    /** Where the expansion is given, else where the term is first used. */
    documentId,
    /** The words around it there. */
    quote: span,
    firstUsed: z.object({ documentId, start: count, end: count }).readonly(),
    /** Documents that use it, in the order of the index. */
    documents: z.array(documentId).readonly(),
  })
  .readonly();

export const insightSchema = z
  .object({
    themes: z
      .object({
        /** Whether the themes were given beside the documents, or derived from their words. */
        source: z.enum(['given', 'derived']),
        lexicon: themeLexiconSchema,
        /** One for each theme and document, zeros too. */
        cells: z.array(themeCellSchema).readonly(),
      })
      .readonly(),
    stated: z.array(statedSetSchema).readonly(),
    glossary: z.array(glossaryEntrySchema).readonly(),
  })
  .readonly();

export type StatedSet = z.infer<typeof statedSetSchema>;
export type ThemeCell = z.infer<typeof themeCellSchema>;
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;
export type Insight = z.infer<typeof insightSchema>;

/** Of a corpus that was not looked at as a whole. */
export const emptyInsight: Insight = {
  themes: { source: 'derived', lexicon: { except: [], themes: [] }, cells: [] },
  stated: [],
  glossary: [],
};
