// Passages with their vectors, kept for those used lately: a question looks at hundreds, and mostly at those that others looked at.
import { LRUCache } from 'lru-cache';
import type { IndexedPassage } from '../src/ports.ts';
import { vectorRowsOf, type PassageTable } from './passage-table.ts';
import type { Corpus } from './read-corpus.ts';
import type { VectorRows } from './vector-rows.ts';

/** Bytes that all passages kept may take together: some 6,500 passages, if their vectors are in memory anyway. */
const capacity = 128 * 2 ** 20;
/**
 * Bytes of a passage, with what the core derives from it (its stems, the lists and figures within its sentences) and hangs on the object, so that
 * it goes with it: measured on passages of 570 characters, everything derived.
 */
const bytesEach = 20 * 1024;

/** Passages by their rows. */
interface Kept {
  get(row: number): IndexedPassage | undefined;
  set(row: number, passage: IndexedPassage): unknown;
}

type Loadable = Pick<Corpus, 'passages' | 'knownQuestions'>;

export class LoadedPassages {
  readonly #rows: VectorRows;
  readonly #table: PassageTable;
  readonly #corpus: Loadable;
  readonly #loaded: Kept;

  constructor(rows: VectorRows, table: PassageTable, corpus: Loadable) {
    this.#rows = rows;
    this.#table = table;
    this.#corpus = corpus;
    // Which was used last matters only where not all can be kept, and to note it takes longer than to find it.
    this.#loaded = this.#sizeOfAll() <= capacity ? new Map() : this.#lastUsed();
  }

  /** The passage in this row. @throws Error for a row that is none. */
  get(row: number): IndexedPassage {
    const known = this.#loaded.get(row);
    if (known) return known;
    const loaded = this.#load(row);
    this.#loaded.set(row, loaded);
    return loaded;
  }

  #load(row: number): IndexedPassage {
    const stored = this.#corpus.passages[row];
    if (!stored) throw new Error(`There is no passage in row ${row}.`);
    const { own, sentences, contexts } = vectorRowsOf(this.#table, row);
    return {
      ...stored.passage,
      vector: this.#rows.read(own.from, own.to),
      sentenceVectors: this.#split(this.#rows.read(sentences.from, sentences.to)),
      contextVectors: this.#split(this.#rows.read(contexts.from, contexts.to)),
      knownQuestions: this.#corpus.knownQuestions.of(row),
    };
  }

  #lastUsed(): Kept {
    return new LRUCache<number, IndexedPassage>({
      maxSize: capacity,
      sizeCalculation: ({ sentences }) => this.#sizeOf(1, sentences.length),
    });
  }

  #sizeOfAll(): number {
    return this.#sizeOf(this.#table.count, this.#table.passageOfSentence.length);
  }

  #sizeOf(passages: number, sentences: number): number {
    const { copies, dimensions } = this.#rows;
    const vectors = passages + 2 * sentences;
    return passages * bytesEach + (copies ? vectors * dimensions * Float32Array.BYTES_PER_ELEMENT : 0);
  }

  #split(block: Float32Array): Float32Array[] {
    const { dimensions } = this.#rows;
    return Array.from({ length: block.length / dimensions }, (_, at) =>
      block.subarray(at * dimensions, (at + 1) * dimensions),
    );
  }
}
