// Exact vector search: every row within the ranges is compared. The fallback when HNSW is missing, and its oracle in tests.
import { bestRows } from './best-rows.ts';
import { createCosines, type Cosines } from './cosines.ts';
import { tidyRanges, type RowRange } from './row-ranges.ts';
import { boundedCount, toUnitQuery, type VectorHit, type VectorSearch } from './vector-search.ts';
import type { VectorRows } from './vector-rows.ts';

/** Searches `rows`, which must be of unit length. */
export function createExactSearch(rows: VectorRows, cosines: Cosines = createCosines(rows)): VectorSearch {
  const { count, dimensions } = rows;
  return {
    engine: 'exact',
    search(vector, k, within) {
      const query = toUnitQuery(vector, dimensions);
      const ranges = tidyRanges(within ?? [{ from: 0, to: count }], count);
      const similarities = cosines.of(query, ranges);
      return nearest(similarities, ranges, boundedCount(k, similarities.length));
    },
  };
}

function nearest(similarities: Float64Array, ranges: readonly RowRange[], k: number): VectorHit[] {
  const labels = new Uint32Array(similarities.length);
  const places = new Uint32Array(similarities.length);
  let next = 0;
  for (const { from, to } of ranges) {
    for (let label = from; label < to; label += 1, next += 1) {
      labels[next] = label;
      places[next] = next;
    }
  }
  return bestRows(places, k, { scores: similarities, ties: labels }).map((place) => ({
    label: labels[place] ?? 0,
    similarity: similarities[place] ?? 0,
  }));
}
