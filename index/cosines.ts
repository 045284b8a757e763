// Cosines of a question's vector with rows of the vector table.
import { countRows, type RowRange } from './row-ranges.ts';
import type { VectorRows } from './vector-rows.ts';

export interface Cosines {
  /**
   * Cosines of `vector`, which must be of unit length and may not change afterwards, with the rows in these ranges, range after range.
   */
  of(vector: Float32Array, ranges: readonly RowRange[]): Float64Array;
}

/** Up to so many rows are compared all at once (in half a millisecond at 384 dimensions): one question looks at most of them, and more than once. */
export const fewRows = 4000;

/** @param searched so many of the first rows are those that searches go through; each of the others is looked at for itself. */
export function createCosines(rows: VectorRows, searched: number = rows.count): Cosines {
  if (searched > fewRows) return { of: (vector, ranges) => rows.dots(vector, ranges) };
  const whole = [{ from: 0, to: searched }];
  // By the vector itself: what was worked out for a question goes when the question is done.
  const known = new WeakMap<Float32Array, Float64Array>();
  return {
    of(vector, ranges) {
      const all = known.get(vector) ?? rows.dots(vector, whole);
      known.set(vector, all);
      const beyond = ranges.filter(({ to }) => to > searched);
      return merge(ranges, all, beyond.length === 0 ? none : rows.dots(vector, beyond));
    },
  };
}

const none = new Float64Array(0);

/** Takes what is known for the rows that are, and the others in their order. */
function merge(ranges: readonly RowRange[], known: Float64Array, others: Float64Array): Float64Array {
  const cosines = new Float64Array(countRows(ranges));
  let next = 0;
  let other = 0;
  for (const { from, to } of ranges) {
    const isKnown = to <= known.length;
    for (let row = from; row < to; row += 1, next += 1)
      cosines[next] = (isKnown ? known[row] : others[other + row - from]) ?? 0;
    if (!isKnown) other += to - from;
  }
  return cosines;
}
