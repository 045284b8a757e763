// Bluelamp's search as a retriever of LangChain: each passage a document that knows where it stands.
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { BaseRetrieverInput } from '@langchain/core/retrievers';
import { z } from 'zod';
import { documentIdsSchema, questionSchema, yearSchema } from '../contract/answer.ts';
import { searchModes } from '../contract/search.ts';
import type { SearchResultWire } from '../contract/search.ts';
import type { DocumentDescription, DocumentStatus, Span, Years } from '../domain/document.ts';
import { AppError } from '../domain/errors.ts';
import { filtersOf } from '../domain/filters.ts';
import type { Filters } from '../domain/plan.ts';

/** Where the passages come from. */
export interface PassageSource {
  /** Passages, best first. @throws AppError `invalid-request` for documents or years that are none. */
  search(request: PassageQuery): Promise<SearchResultWire>;
  documents(): Promise<readonly DocumentDescription[]>;
  /** The whole address under which the reader shows a span of a document. */
  permalink(place: Span & { readonly documentId: string }): string;
}

export interface PassageQuery extends Filters {
  readonly question: string;
  readonly mode: (typeof searchModes)[number];
  readonly limit: number;
}

/** What a retrieved passage is known by. A type, for LangChain asks for a record. */
export type PassageMetadata = {
  readonly passageId: string;
  readonly documentId: string;
  readonly title: string;
  readonly years: Years | null;
  readonly status: DocumentStatus;
  /** Headings from the chapter down. */
  readonly section: readonly string[];
  readonly page: number | null;
  /** UTF-16 code units into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly permalink: string;
  readonly score: number;
};

const kMessage = '"k" must be a whole number from 1 to 50.';
const optionsSchema = z.object({
  k: z.int(kMessage).min(1, kMessage).max(50, kMessage).default(10),
  mode: z.enum(searchModes, `"mode" must be one of ${searchModes.join(', ')}.`).default('hybrid'),
  documents: documentIdsSchema.optional(),
  from: yearSchema('from').optional(),
  to: yearSchema('to').optional(),
});

/** As the search of the HTTP interface: passages at most (1 to 50, 10 if left out), how they are found, and in which documents. */
export type RetrieverOptions = z.input<typeof optionsSchema>;

export interface BluelampRetrieverInput extends BaseRetrieverInput, RetrieverOptions {
  readonly source: PassageSource;
}

export class BluelampRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['bluelamp', 'retrievers'];
  readonly #source: PassageSource;
  readonly #query: Omit<PassageQuery, 'question'>;

  static override lc_name(): string {
    return 'BluelampRetriever';
  }

  /** @throws AppError `invalid-request` for an option that is none. */
  constructor({ source, k, mode, documents, from, to, ...input }: BluelampRetrieverInput) {
    super(input);
    const options = parsed(optionsSchema, { k, mode, documents, from, to });
    this.#source = source;
    this.#query = { mode: options.mode, limit: options.k, ...filtersOf(options) };
  }

  /** @throws AppError `invalid-request` for a query that is empty or longer than a question may be. */
  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const question = parsed(questionSchema, query);
    const [{ passages }, documents] = await Promise.all([
      this.#source.search({ ...this.#query, question }),
      this.#source.documents(),
    ]);
    const known = new Map<string, DocumentDescription>(documents.map((document) => [document.id, document]));
    return passages.map((passage) => this.#toDocument(passage, known.get(passage.documentId)));
  }

  #toDocument(
    { text, explain: _explain, ...place }: SearchResultWire['passages'][number],
    document: DocumentDescription | undefined,
  ): Document<PassageMetadata> {
    const { title = place.documentId, years = null, status = 'unknown' } = document ?? {};
    const metadata = { ...place, title, years, status, permalink: this.#source.permalink(place) };
    return new Document({ pageContent: text, id: place.passageId, metadata });
  }
}

function parsed<Value>(schema: z.ZodType<Value>, given: unknown): Value {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new AppError('invalid-request', result.error.issues[0]?.message ?? 'The query cannot be understood.');
}
