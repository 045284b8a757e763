// BM25 scores of texts, added up from the postings of the terms asked for. The arrays are made once, for all questions.
import type { PostingList } from './postings.ts';
import type { RowRange } from './row-ranges.ts';

export interface QueryTerm {
  /** Row of the term in the postings. */
  readonly row: number;
  readonly weight: number;
}

/** Rows that have a score, and the scores by row; good until the next scores are asked of the same object. */
export interface Scores {
  readonly found: Uint32Array;
  readonly scores: Float64Array;
}

/** Okapi BM25 with the usual saturation and length norm (those of SQLite's FTS5); what is found is scored again anyway. */
const k1 = 1.2;
const b = 0.75;
/** A term that more than half of the texts hold still counts a little. */
const leastRarity = 1e-6;

export class TextScores {
  readonly #list: PostingList;
  /** The part of the formula's divisor that a text's length decides, by row. */
  readonly #norms: Float64Array;
  readonly #board: ScoreBoard;

  constructor(list: PostingList, lengths: Uint32Array) {
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    this.#list = list;
    this.#norms = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / Math.max(1, average)));
    this.#board = new ScoreBoard(lengths.length);
  }

  /** Scores of the texts in these rows that hold any of the terms. @param within in order and without overlap. */
  of(query: readonly QueryTerm[], within: readonly RowRange[]): Scores {
    this.#board.clear();
    for (const term of query) {
      const factor = term.weight * this.#rarityOf(term.row) * (k1 + 1);
      for (const range of within) this.#add(term.row, factor, range);
    }
    return this.#board.read();
  }

  #rarityOf(term: number): number {
    const holding = frequencyOf(this.#list, term);
    return Math.max(leastRarity, Math.log((this.#norms.length - holding + 0.5) / (holding + 0.5)));
  }

  #add(term: number, factor: number, { from, to }: RowRange): void {
    const { starts, rows, counts } = this.#list;
    const start = starts[term] ?? 0;
    const end = starts[term + 1] ?? 0;
    for (let at = firstFrom(rows, { from: start, to: end }, from); at < end; at += 1) {
      const row = rows[at] ?? 0;
      if (row >= to) return;
      const count = counts[at] ?? 0;
      this.#board.add(row, (factor * count) / (count + (this.#norms[row] ?? 0)));
    }
  }
}

/** Scores of passages by their best sentence. */
export class BestSentenceScores {
  readonly #passageOfSentence: Int32Array;
  readonly #board: ScoreBoard;

  constructor(passageOfSentence: Int32Array, passages: number) {
    this.#passageOfSentence = passageOfSentence;
    this.#board = new ScoreBoard(passages);
  }

  of({ found, scores }: Scores): Scores {
    this.#board.clear();
    for (const sentence of found) this.#board.raise(this.#passageOfSentence[sentence] ?? 0, scores[sentence] ?? 0);
    return this.#board.read();
  }
}

/** Number of texts that hold a term. */
export function frequencyOf({ starts }: PostingList, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Scores by row, and which rows have one, so that they are cleared without going through all. Scores are above 0. */
class ScoreBoard {
  readonly #scores: Float64Array;
  readonly #found: Uint32Array;
  #count = 0;

  constructor(rows: number) {
    this.#scores = new Float64Array(rows);
    this.#found = new Uint32Array(rows);
  }

  add(row: number, score: number): void {
    this.#scores[row] = this.#before(row) + score;
  }

  raise(row: number, score: number): void {
    this.#scores[row] = Math.max(this.#before(row), score);
  }

  read(): Scores {
    return { found: this.#found.subarray(0, this.#count), scores: this.#scores };
  }

  clear(): void {
    for (let at = 0; at < this.#count; at += 1) this.#scores[this.#found[at] ?? 0] = 0;
    this.#count = 0;
  }

  #before(row: number): number {
    const score = this.#scores[row] ?? 0;
    if (score === 0) {
      this.#found[this.#count] = row;
      this.#count += 1;
    }
    return score;
  }
}

/** The first place in `span` whose row is not below `row`; the rows ascend. */
function firstFrom(rows: Uint32Array, span: RowRange, row: number): number {
  let { from, to } = span;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}
