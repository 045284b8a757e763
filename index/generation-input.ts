// What ingest hands over to become a generation, and the check that it keeps its promises.
import type { RegisterRow } from '../src/domain/commitment.ts';
import type { StrategyDocument } from '../src/domain/document.ts';
import { AppError } from '../src/domain/errors.ts';
import type { Insight } from '../src/domain/insight.ts';
import type { KnownQuestion } from '../src/domain/known-question.ts';
import type { Lexicon } from '../src/domain/lexicon.ts';
import type { Acronym, IndexedPassage, ModelFingerprint } from '../src/ports.ts';
import { checkUnitVector } from './vector-search.ts';

export interface KeyedPassage extends IndexedPassage {
  /** Hash of the text that `vector` was made from; an equal key means that the vector may be used again. */
  readonly embedKey: string;
  /** One for each of `sentences`. */
  readonly sentenceEmbedKeys: readonly string[];
  /** One for each of `sentences`, for its `contextVectors`. */
  readonly contextEmbedKeys: readonly string[];
  readonly knownQuestions: readonly KeyedQuestion[];
}

export interface KeyedQuestion extends KnownQuestion {
  /** As that of a passage. */
  readonly embedKey: string;
}

export interface IndexedDocument {
  readonly document: StrategyDocument;
  /** Name of the source file. */
  readonly file: string;
  /** SHA-256 of the source file, hexadecimal. */
  readonly sha256: string;
  /** In reading order. */
  readonly passages: readonly KeyedPassage[];
}

export interface GenerationInput {
  readonly documents: readonly IndexedDocument[];
  readonly acronyms: readonly Acronym[];
  readonly commitments: readonly RegisterRow[];
  readonly lexicon: Lexicon;
  readonly insight: Insight;
  readonly model: ModelFingerprint;
}

/** Throws when a search over this input could mislead: a quote that is not in its document, an id given twice, a bad vector. */
export function checkInput(input: GenerationInput): void {
  const passages = input.documents.flatMap((each) => each.passages);
  if (passages.length === 0) {
    throw new AppError(
      'corpus-unreadable',
      'The documents hold no text to search. The previous index, if any, still serves.',
    );
  }
  checkDistinct(input.documents.map((each) => each.document.id));
  checkDistinct(passages.map((passage) => passage.id));
  for (const each of input.documents) {
    for (const passage of each.passages) checkPassage(passage, each.document, input.model.dimensions);
  }
  checkCommitments(input);
}

function checkDistinct(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw wrong(`the id ${id} is given twice`);
    seen.add(id);
  }
}

function checkPassage(passage: KeyedPassage, document: StrategyDocument, dimensions: number): void {
  if (passage.documentId !== document.id || document.text.slice(passage.start, passage.end) !== passage.text) {
    throw wrong(`passage ${passage.id} is not a quotation of ${document.id}`);
  }
  if (passage.sentences.some((each) => each.start < passage.start || each.end > passage.end || each.start > each.end)) {
    throw wrong(`a sentence of passage ${passage.id} reaches beyond it`);
  }
  const { sentences, sentenceVectors, sentenceEmbedKeys, contextVectors, contextEmbedKeys } = passage;
  const lists = [sentenceVectors, sentenceEmbedKeys, contextVectors, contextEmbedKeys];
  if (lists.some((list) => list.length !== sentences.length)) {
    throw wrong(`passage ${passage.id} has not one vector and one key for each of its sentences`);
  }
  const answering = passage.knownQuestions.flatMap((question) => question.sentences);
  if (answering.some((at) => sentences[at] === undefined)) {
    throw wrong(`a question known to passage ${passage.id} is answered by a sentence that is not there`);
  }
  const questions = passage.knownQuestions.map(({ vector }) => vector);
  for (const vector of [passage.vector, ...sentenceVectors, ...contextVectors, ...questions])
    checkVectorOf(passage, vector, dimensions);
}

function checkCommitments({ documents, commitments }: GenerationInput): void {
  const ids = commitments.map(({ commitment }) => commitment.id);
  checkDistinct(ids);
  const known = new Set(ids);
  const texts = new Map(documents.map(({ document }) => [document.id, document.text]));
  for (const { commitment, counterparts } of commitments) {
    const text = texts.get(commitment.documentId) ?? '';
    const quotes = commitment.leadIn ? [commitment, commitment.leadIn] : [commitment];
    if (quotes.some((quote) => text.slice(quote.start, quote.end) !== quote.text || quote.text === ''))
      throw wrong(`commitment ${commitment.id} is not a quotation of ${commitment.documentId}`);
    if (counterparts.some(({ id }) => !known.has(id)))
      throw wrong(`commitment ${commitment.id} names a counterpart that is not there`);
  }
}

function checkVectorOf(passage: KeyedPassage, vector: Float32Array, dimensions: number): void {
  try {
    checkUnitVector(vector, dimensions);
  } catch (error) {
    throw wrong(`passage ${passage.id}: ${String(error)}`, error);
  }
}

function wrong(what: string, cause?: unknown): AppError {
  return new AppError('internal', `The index was not built: ${what}.`, { cause });
}
