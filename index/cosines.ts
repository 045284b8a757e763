// Cosines of a question's vector with rows of the vector table.
import { dotRows } from './dot-rows.ts';
import { countRows, type RowRange } from './row-ranges.ts';
import type { VectorRows } from './vector-rows.ts';

export interface Cosines {
  /**
   * Cosines of `vector`, which must be of unit length and may not change afterwards, with the rows in these ranges, range after range.
   */
  of(vector: Float32Array, ranges: readonly RowRange[]): Float64Array;
}

/** Up to so many rows are compared all at once (some 1.5 ms at 384 dimensions): one question looks at most of them, and more than once. */
export const fewRows = 4000;
/** Rows read at a time, 1.5 MB at 384 dimensions: enough to make a read from disk worth its call. */
const blockRows = 1024;

/** @param searched so many of the first rows are those that searches go through; each of the others is looked at for itself. */
export function createCosines(rows: VectorRows, searched: number = rows.count): Cosines {
  if (searched > fewRows) return { of: (vector, ranges) => compareAll(rows, vector, ranges) };
  const whole = { from: 0, to: searched };
  // By the vector itself: what was worked out for a question goes when the question is done.
  const known = new WeakMap<Float32Array, Float64Array>();
  return {
    of(vector, ranges) {
      const all = known.get(vector) ?? compareAll(rows, vector, [whole]);
      known.set(vector, all);
      return pick(all, ranges, comparing(rows, vector));
    },
  };
}

/** Takes what is known, and compares the rows that lie beyond. */
function pick(
  known: Float64Array,
  ranges: readonly RowRange[],
  compareInto: (range: RowRange, into: Float64Array, first: number) => void,
): Float64Array {
  const cosines = new Float64Array(countRows(ranges));
  let next = 0;
  for (const range of ranges) {
    if (range.to > known.length) compareInto(range, cosines, next);
    else for (let row = range.from; row < range.to; row += 1) cosines[next + row - range.from] = known[row] ?? 0;
    next += range.to - range.from;
  }
  return cosines;
}

function compareAll(rows: VectorRows, vector: Float32Array, ranges: readonly RowRange[]): Float64Array {
  const cosines = new Float64Array(countRows(ranges));
  const compareInto = comparing(rows, vector);
  let next = 0;
  for (const range of ranges) {
    compareInto(range, cosines, next);
    next += range.to - range.from;
  }
  return cosines;
}

function comparing(rows: VectorRows, vector: Float32Array) {
  return ({ from, to }: RowRange, into: Float64Array, next: number): void => {
    for (let first = from; first < to; first += blockRows)
      dotRows(vector, rows.read(first, Math.min(first + blockRows, to)), into, next + first - from);
  };
}
