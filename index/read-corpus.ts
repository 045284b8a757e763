// Reads corpus.sqlite back into documents and passages. Its hash was checked, so rows are what write-corpus.ts wrote; the schemas give them their types.
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { z } from 'zod';
import type { RegisterRow } from '../src/domain/commitment.ts';
import { documentStatuses, type StrategyDocument } from '../src/domain/document.ts';
import { isDocumentId, isPassageId, isSectionId } from '../src/domain/ids.ts';
import type { DocumentId, PassageId, SectionId } from '../src/domain/ids.ts';
import { insightSchema } from '../src/domain/insight.ts';
import type { Insight } from '../src/domain/insight.ts';
import { lexiconSchema } from '../src/domain/lexicon.ts';
import type { Lexicon } from '../src/domain/lexicon.ts';
import type { Passage, Sentence } from '../src/domain/passage.ts';
import type { Acronym } from '../src/ports.ts';
import { registerRowSchema } from './stored-commitments.ts';
import { readKnownQuestions, type StoredQuestions } from './stored-questions.ts';

const documentIdSchema = z.custom<DocumentId>((value) => typeof value === 'string' && isDocumentId(value));
const passageIdSchema = z.custom<PassageId>((value) => typeof value === 'string' && isPassageId(value));
const sectionIdSchema = z.custom<SectionId>((value) => typeof value === 'string' && isSectionId(value));
const pageSchema = z.number().nullable();
const pathSchema = z.array(z.string());

const descriptionSchema = z.object({
  id: documentIdSchema,
  title: z.string(),
  shortTitle: z.string(),
  nicknames: z.array(z.string()),
  years: z.object({ from: z.number(), to: z.number() }).nullable(),
  status: z.enum(documentStatuses),
  sourceNote: z.string(),
});
const sectionSchema = z.object({
  id: sectionIdSchema,
  heading: z.string(),
  level: z.number(),
  page: pageSchema,
  path: pathSchema,
  start: z.number(),
  end: z.number(),
});
const sentenceKind = z.enum([
  'prose',
  'bullet',
  'item',
  'row',
  'figure',
  'heading',
  'lead-in',
  'pull-quote',
  'footnote',
] satisfies Sentence['kind'][]);
const acronymSchema = z.object({
  term: z.string(),
  expansion: z.string(),
  documentId: documentIdSchema,
  start: z.number(),
  end: z.number(),
  twin: z.enum(['written', 'unwritten']).optional(),
});
const passageRow = z.tuple([
  passageIdSchema,
  z.number(),
  sectionIdSchema.nullable(),
  z.string(),
  pageSchema,
  z.number(),
  z.number(),
]);
const sentenceRow = z.tuple([z.number(), sentenceKind, z.number(), z.number()]);

export interface Corpus {
  readonly documents: readonly StrategyDocument[];
  /** In the order of their rows. */
  readonly passages: readonly StoredPassage[];
  /** Row of the passage that each sentence stands in. */
  readonly passageOfSentence: Int32Array;
  readonly knownQuestions: StoredQuestions;
  readonly acronyms: readonly Acronym[];
  readonly commitments: readonly RegisterRow[];
  readonly lexicon: Lexicon;
  readonly insight: Insight;
}

export interface StoredPassage {
  readonly passage: Passage;
  /** Row of its document. */
  readonly document: number;
  /** Row of its first sentence; the others follow. */
  readonly firstSentence: number;
}

/** Opens the file so that it can only be read. libsql has a `readonly` option, but ignores it and creates what is missing. */
export function openCorpus(path: string): Database.Database {
  return new Database(`${pathToFileURL(path).href}?mode=ro&immutable=1`);
}

export function readCorpus(database: Database.Database): Corpus {
  const documents = readDocuments(database);
  const sentences = rowsOf(
    database,
    'select passage, kind, start_at, end_at from sentences order by ordinal',
    sentenceRow,
  );
  return {
    documents,
    passages: readPassages(database, { documents, sentences }),
    passageOfSentence: Int32Array.from(sentences, ([passage]) => passage),
    knownQuestions: readKnownQuestions(database),
    acronyms: textsOf(database, 'select acronym from acronyms order by position').map((text) =>
      acronymSchema.parse(JSON.parse(text)),
    ),
    commitments: textsOf(database, 'select row from commitments order by position').map((text) =>
      registerRowSchema.parse(JSON.parse(text)),
    ),
    lexicon: lexiconSchema.parse(JSON.parse(textsOf(database, 'select lexicon from lexicon')[0] ?? '{}')),
    insight: insightSchema.parse(JSON.parse(textsOf(database, 'select insight from insight')[0] ?? 'null')),
  };
}

function readDocuments(database: Database.Database): StrategyDocument[] {
  const texts = textsOf(database, 'select text from documents order by ordinal');
  const sections = database.prepare('select section from sections where document = ? order by position').raw();
  return textsOf(database, 'select description from documents order by ordinal').map((description, ordinal) => ({
    ...descriptionSchema.parse(JSON.parse(description)),
    text: z.string().parse(JSON.parse(texts[ordinal] ?? '')),
    sections: sections.all(ordinal).map((row) => sectionSchema.parse(JSON.parse(z.tuple([z.string()]).parse(row)[0]))),
  }));
}

interface PassageParts {
  readonly documents: readonly StrategyDocument[];
  readonly sentences: readonly z.infer<typeof sentenceRow>[];
}

function readPassages(database: Database.Database, { documents, sentences }: PassageParts): StoredPassage[] {
  const query = 'select id, document, section_id, path, page, start_at, end_at from passages order by ordinal';
  const paths = new Map<string, string[]>();
  let next = 0;
  return rowsOf(database, query, passageRow).map((row, ordinal) => {
    const firstSentence = next;
    while (sentences[next]?.[0] === ordinal) next += 1;
    const own = sentences.slice(firstSentence, next).map(([, kind, start, end]) => ({ kind, start, end }));
    return { passage: toPassage(row, own, { documents, paths }), document: row[1], firstSentence };
  });
}

interface PassageContext {
  readonly documents: readonly StrategyDocument[];
  /** Heading paths by their JSON, so that the passages of a section share one. */
  readonly paths: Map<string, string[]>;
}

function toPassage(row: z.infer<typeof passageRow>, sentences: readonly Sentence[], context: PassageContext): Passage {
  const [id, ordinal, sectionId, pathJson, page, start, end] = row;
  const document = context.documents[ordinal];
  if (!document) throw new Error(`Passage ${id} names no document of this index.`);
  const section = context.paths.get(pathJson) ?? pathSchema.parse(JSON.parse(pathJson));
  context.paths.set(pathJson, section);
  return {
    id,
    documentId: document.id,
    sectionId,
    section,
    page,
    start,
    end,
    text: document.text.slice(start, end),
    sentences,
  };
}

function textsOf(database: Database.Database, query: string): string[] {
  return rowsOf(database, query, z.tuple([z.string()])).map(([text]) => text);
}

function rowsOf<Row>(database: Database.Database, query: string, row: z.ZodType<Row>): Row[] {
  return z.array(row).parse(database.prepare(query).raw().all());
}
