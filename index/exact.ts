// Exact vector search: every accepted row is compared. The fallback when HNSW is missing, and its oracle in tests.
import { boundedCount, byNearness, toUnitQuery, type VectorHit, type VectorSearch } from './vector-search.ts';
import type { VectorRows } from './vector-rows.ts';

/** Rows read at a time, 1.5 MB at 384 dimensions: enough to make a read from disk worth its call. */
const blockRows = 1024;

interface Similarities {
  readonly labels: readonly number[];
  readonly values: Float64Array;
}

/** Searches `rows`, which must be of unit length. */
export function createExactSearch(rows: VectorRows): VectorSearch {
  return {
    engine: 'exact',
    search(vector, k, accept) {
      const query = toUnitQuery(vector, rows.dimensions);
      const labels = acceptedLabels(rows.count, accept);
      return nearest({ labels, values: similarities(rows, query, labels) }, boundedCount(k, labels.length));
    },
  };
}

function acceptedLabels(count: number, accept?: (label: number) => boolean): number[] {
  const labels: number[] = [];
  for (let label = 0; label < count; label += 1) {
    if (accept === undefined || accept(label)) labels.push(label);
  }
  return labels;
}

function similarities(rows: VectorRows, query: Float32Array, labels: readonly number[]): Float64Array {
  const values = new Float64Array(labels.length);
  let block: Float32Array = new Float32Array(0);
  let first = 0;
  let end = 0;
  for (const [position, label] of labels.entries()) {
    if (label >= end) {
      first = label;
      end = Math.min(label + blockRows, rows.count);
      block = rows.read(first, end);
    }
    values[position] = dot(query, block, (label - first) * rows.dimensions);
  }
  return values;
}

function dot(query: Float32Array, block: Float32Array, offset: number): number {
  let sum = 0;
  // The index is in range by construction; `?? 0` only tells the compiler so.
  for (let part = 0; part < query.length; part += 1) sum += (query[part] ?? 0) * (block[offset + part] ?? 0);
  return sum;
}

/** Picks by a threshold first: sorting numbers is many times cheaper than sorting hits. */
function nearest(found: Similarities, k: number): readonly VectorHit[] {
  if (k === 0) return [];
  const threshold = found.values.toSorted()[found.values.length - k] ?? -Infinity;
  const hits: VectorHit[] = [];
  for (const [position, label] of found.labels.entries()) {
    const similarity = found.values[position] ?? -Infinity;
    if (similarity >= threshold) hits.push({ label, similarity });
  }
  return hits.toSorted(byNearness).slice(0, k);
}
