// One open generation: answers everything that the core asks of the corpus, from rows and postings in memory and a vector engine.
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { RegisterRow } from '../src/domain/commitment.ts';
import type { DocumentDescription, StrategyDocument } from '../src/domain/document.ts';
import type { DocumentId, PassageId } from '../src/domain/ids.ts';
import type { Insight } from '../src/domain/insight.ts';
import type { Lexicon } from '../src/domain/lexicon.ts';
import type { Passage } from '../src/domain/passage.ts';
import type {
  Acronym,
  IndexedPassage,
  Log,
  MeasuredQuery,
  ModelFingerprint,
  PassageIndex,
  PassageMeasures,
  TermStatistics,
  WeightedTerm,
} from '../src/ports.ts';
import { createLexicalSearch, type LexicalSearch } from './lexical-search.ts';
import { LoadedPassages } from './loaded-passages.ts';
import { corpusFile, type Manifest } from './manifest.ts';
import { measurePassages } from './measures.ts';
import { mergeRankings } from './merge-rankings.ts';
import { openVectors, type OpenVectors } from './open-vectors.ts';
import { labelsOf, nearestPassages } from './nearest-passages.ts';
import { createPassageTable, type PassageTable } from './passage-table.ts';
import type { Postings } from './postings.ts';
import { openCorpus, readCorpus, type Corpus } from './read-corpus.ts';
import { countRows, type RowRange } from './row-ranges.ts';
import { readPostings } from './stored-postings.ts';
import { fewRows } from './cosines.ts';
import { createTermCounter, type TermCounter } from './term-counts.ts';
import type { HnswLibrary } from './hnsw.ts';
import { toUnitQuery, type VectorHit } from './vector-search.ts';

/** Bytes that documents kept as arrays of passages may take, with what the core reads of each: those of 16,000 passages. */
const documentCapacity = 32 * 2 ** 20;
/** Bytes for each passage of such a document: its place in the array and the lists that were read, measured at 1.2 KB. */
const bytesOfPassageRead = 2048;

/** Several rows are often of one passage (its own and its sentences'), so more rows are asked for than passages wanted. */
const rowsPerPassage = 4;

export interface GenerationOptions {
  readonly log: Log;
  readonly hnsw: HnswLibrary | null;
}

/** Opens the generation in `folder`, which `verifyGeneration` must have found sound just before. */
export async function openGeneration(
  folder: string,
  manifest: Manifest,
  options: GenerationOptions,
): Promise<Generation> {
  const { corpus, postings } = readAll(join(folder, corpusFile));
  return new Generation(manifest, { corpus, postings, vectors: await openVectors(folder, manifest, options) });
}

/** All that the file holds is in memory afterwards, and the file is closed. */
function readAll(path: string): { readonly corpus: Corpus; readonly postings: Postings } {
  const database = openCorpus(path);
  try {
    return { corpus: readCorpus(database), postings: readPostings(database) };
  } finally {
    database.close();
  }
}

interface OpenParts {
  readonly corpus: Corpus;
  readonly postings: Postings;
  readonly vectors: OpenVectors;
}

export class Generation implements PassageIndex {
  readonly generation: string;
  readonly model: ModelFingerprint;
  readonly #vectors: OpenVectors;
  readonly #corpus: Corpus;
  readonly #table: PassageTable;
  readonly #loaded: LoadedPassages;
  readonly #lexical: LexicalSearch;
  readonly #terms: TermCounter;
  readonly #descriptions: readonly DocumentDescription[];
  /** The same array each time, for the core remembers by it what it read of a document. */
  readonly #passagesOf = new LRUCache<DocumentId, readonly Passage[]>({
    maxSize: documentCapacity,
    sizeCalculation: ({ length }) => length * bytesOfPassageRead,
  });

  constructor(manifest: Manifest, { corpus, postings, vectors }: OpenParts) {
    this.generation = manifest.id;
    this.model = manifest.model;
    this.#vectors = vectors;
    this.#corpus = corpus;
    this.#table = createPassageTable(corpus);
    this.#loaded = new LoadedPassages(vectors.rows, this.#table, corpus);
    this.#lexical = createLexicalSearch(postings, this.#table);
    this.#terms = createTermCounter(postings, this.#table);
    this.#descriptions = corpus.documents
      .map(({ text: _text, sections: _sections, ...description }) => description)
      .toSorted(byYears);
  }

  get engine(): 'hnsw' | 'exact' {
    return this.#vectors.search.engine;
  }

  async lexicalCandidates(
    terms: readonly WeightedTerm[],
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]> {
    const request = { terms, within: this.#table.rangesOf(documents), limit: Math.max(0, Math.floor(limit)) };
    const byPassage = this.#lexical.passages(request);
    const bySentence = this.#lexical.passagesBySentence(request);
    return this.#idsOf(mergeRankings(byPassage, bySentence, this.#table.placeById).slice(0, request.limit));
  }

  async denseCandidates(
    vector: Float32Array,
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]> {
    const within = documents && this.#table.rangesOf(documents);
    return this.#idsOf(this.#nearestOfFew(vector, within, limit) ?? this.#nearest(vector, within, limit));
  }

  async load(ids: readonly PassageId[]): Promise<readonly IndexedPassage[]> {
    return this.#rowsOf(ids).map((row) => this.#loaded.get(row));
  }

  async measure(ids: readonly PassageId[], query: MeasuredQuery): Promise<readonly PassageMeasures[]> {
    const rows = this.#rowsOf(ids);
    const distinct = [...new Set(rows)];
    const sources = {
      table: this.#table,
      terms: this.#terms,
      cosines: this.#vectors.cosines,
      knownQuestions: this.#corpus.knownQuestions,
    };
    const measured = measurePassages(distinct, query, sources);
    if (distinct.length === rows.length) return measured;
    const byRow = new Map(distinct.map((row, place) => [row, measured[place]]));
    return rows.flatMap((row) => byRow.get(row) ?? []);
  }

  async statistics(terms: readonly string[]): Promise<TermStatistics> {
    return this.#lexical.statistics(terms);
  }

  async vocabulary(): Promise<ReadonlyMap<string, number>> {
    return this.#lexical.vocabulary;
  }

  async documents(): Promise<readonly DocumentDescription[]> {
    return this.#descriptions;
  }

  async document(id: DocumentId): Promise<StrategyDocument | null> {
    return this.#corpus.documents.find((document) => document.id === id) ?? null;
  }

  async passagesOf(id: DocumentId): Promise<readonly Passage[]> {
    const { from, to } = this.#table.rangeOf(id);
    const passages = this.#passagesOf.get(id) ?? this.#corpus.passages.slice(from, to).map(({ passage }) => passage);
    if (passages.length > 0) this.#passagesOf.set(id, passages);
    return passages;
  }

  async acronyms(): Promise<readonly Acronym[]> {
    return this.#corpus.acronyms;
  }

  async commitments(): Promise<readonly RegisterRow[]> {
    return this.#corpus.commitments;
  }

  async lexicon(): Promise<Lexicon> {
    return this.#corpus.lexicon;
  }

  async insight(): Promise<Insight> {
    return this.#corpus.insight;
  }

  async close(): Promise<void> {
    this.#vectors.rows.close();
  }

  /** Rows of the passages nearest to a vector, as any engine finds them. */
  #nearest(vector: Float32Array, within: readonly RowRange[] | null, limit: number): number[] {
    const labels = within ? labelsOf(this.#table, within) : undefined;
    return this.#passagesOfHits(this.#vectors.search.search(vector, limit * rowsPerPassage, labels)).slice(0, limit);
  }

  /** The same in a fifth of the time, where all rows are compared; null where they are too many, or their order is needed. */
  #nearestOfFew(vector: Float32Array, within: readonly RowRange[] | null, limit: number): number[] | null {
    if (within === null || countRows(labelsOf(this.#table, within)) > fewRows) return null;
    const query = toUnitQuery(vector, this.#vectors.rows.dimensions);
    const rows = limit * rowsPerPassage;
    return nearestPassages(this.#table, this.#vectors.cosines, { query, within, limit: Math.floor(limit), rows });
  }

  #passageRowOf(label: number): number {
    const { count, passageOfSentence } = this.#table;
    return label < count ? label : (passageOfSentence[label - count] ?? -1);
  }

  #rowsOf(ids: readonly PassageId[]): number[] {
    const rows: number[] = [];
    for (const id of ids) {
      const row = this.#table.rowOf.get(id);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  #idsOf(rows: readonly number[]): PassageId[] {
    const ids: PassageId[] = [];
    for (const row of rows) {
      const stored = this.#corpus.passages[row];
      if (stored) ids.push(stored.passage.id);
    }
    return ids;
  }

  /** Rows of the passages, each where its nearest hit puts it, ties by id. */
  #passagesOfHits(hits: readonly VectorHit[]): number[] {
    const { placeById } = this.#table;
    const ranked: { readonly row: number; readonly similarity: number }[] = [];
    const known = new Set<number>();
    for (const { label, similarity } of hits) {
      const row = this.#passageRowOf(label);
      if (!known.has(row)) ranked.push({ row, similarity });
      known.add(row);
    }
    return ranked
      .toSorted((a, b) => {
        if (a.similarity !== b.similarity) return a.similarity > b.similarity ? -1 : 1;
        return (placeById[a.row] ?? 0) - (placeById[b.row] ?? 0);
      })
      .map(({ row }) => row);
  }
}

function byYears(a: DocumentDescription, b: DocumentDescription): number {
  const [from, otherFrom] = [a.years?.from ?? Infinity, b.years?.from ?? Infinity];
  const [to, otherTo] = [a.years?.to ?? Infinity, b.years?.to ?? Infinity];
  // Infinity minus itself is NaN, which `||` passes over as it does 0.
  return from - otherFrom || to - otherTo || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
