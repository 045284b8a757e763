// The internal port that both vector engines implement, and the checks that keep bad vectors away from native code.
import { dot } from '../src/text/vectors.ts';
import type { RowRange } from './row-ranges.ts';

/** A row found, by its number; `similarity` is the cosine of the angle to the vector asked for. */
export interface VectorHit {
  readonly label: number;
  readonly similarity: number;
}

export interface VectorSearch {
  readonly engine: 'hnsw' | 'exact';
  /**
   * The `k` rows nearest to `vector` within these ranges (all rows without any), nearest first, ties by label; fewer when there are fewer.
   * @throws RangeError or TypeError when `vector` has another length, no direction, or a part that is not a finite number.
   */
  search(vector: Float32Array, k: number, within?: readonly RowRange[]): readonly VectorHit[];
}

/** How far the length of a stored vector may be from 1; int8 models miss by some 1e-4. */
const unitTolerance = 1e-3;

/** Throws unless `vector` has `dimensions` finite parts: hnswlib ends the process, or poisons its answers, on anything else. */
export function checkVector(vector: Float32Array, dimensions: number): void {
  if (!(vector instanceof Float32Array)) throw new TypeError('A vector must be a Float32Array.');
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector has ${vector.length} parts where the index has ${dimensions}.`);
  }
  for (let at = 0; at < vector.length; at += 1) {
    if (!Number.isFinite(vector[at])) throw new RangeError('A vector holds a part that is not a finite number.');
  }
}

/** Throws unless `vector` may be stored: well formed and of unit length. */
export function checkUnitVector(vector: Float32Array, dimensions: number): void {
  checkVector(vector, dimensions);
  const length = lengthOf(vector);
  if (Math.abs(length - 1) > unitTolerance) throw new RangeError(`A vector has length ${length} instead of 1.`);
}

/** From here on a vector counts as of unit length: single precision is no finer. */
const unitRounding = 1e-6;

/** The direction of a checked query vector, of unit length, so that inner product is cosine; the vector itself where it is that already. */
export function toUnitQuery(vector: Float32Array, dimensions: number): Float32Array {
  checkVector(vector, dimensions);
  const length = lengthOf(vector);
  if (length === 0) throw new RangeError('A vector of zeros has no direction.');
  return Math.abs(length - 1) < unitRounding ? vector : vector.map((part) => part / length);
}

/** `k` as a whole number between 0 and `count`; what is not a number asks for nothing. */
export function boundedCount(k: number, count: number): number {
  if (Number.isNaN(k)) return 0;
  return Math.max(0, Math.min(Math.floor(k), count));
}

/** Orders hits nearest first, ties by label. */
export function byNearness(a: VectorHit, b: VectorHit): number {
  return b.similarity - a.similarity || a.label - b.label;
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector));
}
