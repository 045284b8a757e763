// One open generation: answers everything that the core asks of the corpus, from rows in memory, FTS5 and a vector engine.
import { join } from 'node:path';
import type Database from 'libsql';
import type { DocumentDescription, StrategyDocument } from '../src/domain/document.ts';
import type { DocumentId, PassageId } from '../src/domain/ids.ts';
import type { Lexicon } from '../src/domain/lexicon.ts';
import type { Passage } from '../src/domain/passage.ts';
import type {
  Acronym,
  IndexedPassage,
  Log,
  ModelFingerprint,
  PassageIndex,
  TermStatistics,
  WeightedTerm,
} from '../src/ports.ts';
import { createLexicalSearch, type LexicalSearch } from './lexical-search.ts';
import { corpusFile, type Manifest } from './manifest.ts';
import { mergeRankings } from './merge-rankings.ts';
import { openVectors, type OpenVectors } from './open-vectors.ts';
import { openCorpus, readCorpus, type Corpus, type StoredPassage } from './read-corpus.ts';
import type { HnswLibrary } from './hnsw.ts';

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
  const database = openCorpus(join(folder, corpusFile));
  try {
    const corpus = readCorpus(database);
    return new Generation(manifest, { database, corpus, vectors: await openVectors(folder, manifest, options) });
  } catch (error) {
    database.close();
    throw error;
  }
}

interface OpenParts {
  readonly database: Database.Database;
  readonly corpus: Corpus;
  readonly vectors: OpenVectors;
}

export class Generation implements PassageIndex {
  readonly generation: string;
  readonly model: ModelFingerprint;
  readonly #database: Database.Database;
  readonly #vectors: OpenVectors;
  readonly #corpus: Corpus;
  readonly #lexical: LexicalSearch;
  readonly #rowOfPassage: ReadonlyMap<PassageId, number>;
  readonly #rowOfDocument: ReadonlyMap<DocumentId, number>;
  #vocabulary: ReadonlyMap<string, number> | null = null;

  constructor(manifest: Manifest, { database, corpus, vectors }: OpenParts) {
    this.generation = manifest.id;
    this.model = manifest.model;
    this.#database = database;
    this.#vectors = vectors;
    this.#corpus = corpus;
    this.#lexical = createLexicalSearch(database);
    this.#rowOfPassage = new Map(this.#corpus.passages.map(({ passage }, row) => [passage.id, row]));
    this.#rowOfDocument = new Map(this.#corpus.documents.map(({ id }, row) => [id, row]));
  }

  get engine(): 'hnsw' | 'exact' {
    return this.#vectors.search.engine;
  }

  async lexicalCandidates(
    terms: readonly WeightedTerm[],
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]> {
    const request = { terms, documents: this.#rowsOf(documents), limit };
    const rankings = [this.#lexical.passages(request), this.#lexical.passagesBySentence(request)];
    return mergeRankings(rankings.map((rows) => this.#idsOf(rows))).slice(0, limit);
  }

  async denseCandidates(
    vector: Float32Array,
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]> {
    const wanted = new Set(this.#rowsOf(documents));
    const accept = documents === null ? undefined : (label: number) => wanted.has(this.#documentOf(label));
    const hits = this.#vectors.search.search(vector, limit * rowsPerPassage, accept);
    const nearest = new Map<number, number>();
    for (const { label, similarity } of hits) {
      const row = this.#passageRowOf(label);
      if (!nearest.has(row)) nearest.set(row, similarity);
    }
    return this.#inOrder(nearest).slice(0, limit);
  }

  async load(ids: readonly PassageId[]): Promise<readonly IndexedPassage[]> {
    return ids.flatMap((id) => {
      const row = this.#rowOfPassage.get(id);
      const stored = row === undefined ? undefined : this.#corpus.passages[row];
      return row === undefined || !stored ? [] : [this.#withVectors(stored, row)];
    });
  }

  async statistics(terms: readonly string[]): Promise<TermStatistics> {
    return this.#lexical.statistics(terms);
  }

  async vocabulary(): Promise<ReadonlyMap<string, number>> {
    this.#vocabulary ??= this.#lexical.vocabulary();
    return this.#vocabulary;
  }

  async documents(): Promise<readonly DocumentDescription[]> {
    return this.#corpus.documents
      .map(({ text: _text, sections: _sections, ...description }) => description)
      .toSorted(byYears);
  }

  async document(id: DocumentId): Promise<StrategyDocument | null> {
    return this.#corpus.documents.find((document) => document.id === id) ?? null;
  }

  async passagesOf(id: DocumentId): Promise<readonly Passage[]> {
    const row = this.#rowOfDocument.get(id);
    return this.#corpus.passages.filter(({ document }) => document === row).map(({ passage }) => passage);
  }

  async acronyms(): Promise<readonly Acronym[]> {
    return this.#corpus.acronyms;
  }

  async lexicon(): Promise<Lexicon> {
    return this.#corpus.lexicon;
  }

  async close(): Promise<void> {
    this.#database.close();
    this.#vectors.rows.close();
  }

  #withVectors({ passage, firstSentence }: StoredPassage, row: number): IndexedPassage {
    const { rows } = this.#vectors;
    const passages = this.#corpus.passages.length;
    const count = passage.sentences.length;
    const firstContext = passages + this.#corpus.passageOfSentence.length + firstSentence;
    return {
      ...passage,
      vector: rows.read(row, row + 1),
      sentenceVectors: this.#rowsFrom(passages + firstSentence, count),
      contextVectors: this.#rowsFrom(firstContext, count),
    };
  }

  #rowsFrom(first: number, count: number): Float32Array[] {
    const { rows } = this.#vectors;
    const all = rows.read(first, first + count);
    return Array.from({ length: count }, (_, at) => all.subarray(at * rows.dimensions, (at + 1) * rows.dimensions));
  }

  /** Labels count all passages first, then all sentences. */
  #passageRowOf(label: number): number {
    const passages = this.#corpus.passages.length;
    return label < passages ? label : (this.#corpus.passageOfSentence[label - passages] ?? -1);
  }

  #documentOf(label: number): number {
    return this.#corpus.passages[this.#passageRowOf(label)]?.document ?? -1;
  }

  #rowsOf(documents: readonly DocumentId[]): number[];
  #rowsOf(documents: readonly DocumentId[] | null): number[] | null;
  #rowsOf(documents: readonly DocumentId[] | null): number[] | null {
    return documents && documents.flatMap((id) => this.#rowOfDocument.get(id) ?? []);
  }

  #idsOf(rows: readonly number[]): PassageId[] {
    return rows.flatMap((row) => this.#corpus.passages[row]?.passage.id ?? []);
  }

  #inOrder(similarities: ReadonlyMap<number, number>): PassageId[] {
    const ranked = [...similarities].flatMap(([row, similarity]) =>
      this.#idsOf([row]).map((id) => ({ id, similarity })),
    );
    return ranked.toSorted((a, b) => b.similarity - a.similarity || compareText(a.id, b.id)).map(({ id }) => id);
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
