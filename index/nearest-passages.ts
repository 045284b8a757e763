// The passages whose own vector, or that of a sentence of theirs, is nearest to a question's: found by passage, without sorting their rows.
import { bestRows } from './best-rows.ts';
import type { Cosines } from './cosines.ts';
import { sentencesOf, type PassageTable } from './passage-table.ts';
import { countRows, type RowRange } from './row-ranges.ts';

export interface NearestRequest {
  /** Of unit length. */
  readonly query: Float32Array;
  /** Rows of the passages that may be found, in order and without overlap. */
  readonly within: readonly RowRange[];
  readonly limit: number;
  /** A passage counts only if its nearest row is among so many of all. */
  readonly rows: number;
}

/** Rows of the vector table that belong to these passages, whose own vectors come first in it. */
export function labelsOf(table: PassageTable, within: readonly RowRange[]): RowRange[] {
  const sentences = within.map((range) => {
    const { from, to } = sentencesOf(table, range);
    return { from: table.count + from, to: table.count + to };
  });
  return [...within, ...sentences];
}

/**
 * Rows of the passages, nearest first, ties by id; null where some of them would not count, for that takes the order of all rows to tell.
 */
export function nearestPassages(table: PassageTable, cosines: Cosines, request: NearestRequest): number[] | null {
  const { query, within, limit, rows } = request;
  const similarities = cosines.of(query, labelsOf(table, within));
  const { passages, nearest } = nearestOf(table, within, similarities);
  const ties = passages.map((row) => table.placeById[row] ?? 0);
  const found = bestRows([...passages.keys()], limit, { scores: nearest, ties });
  const least = nearest[found.at(-1) ?? 0] ?? 0;
  let asNear = 0;
  for (let at = 0; at < similarities.length; at += 1) if ((similarities[at] ?? 0) >= least) asNear += 1;
  return asNear > rows ? null : found.map((place) => passages[place] ?? 0);
}

/** The passages, and the similarity of the nearest row of each. @param similarities of their own rows, then of their sentences'. */
function nearestOf(
  { firstSentence }: PassageTable,
  within: readonly RowRange[],
  similarities: Float64Array,
): { readonly passages: Uint32Array; readonly nearest: Float64Array } {
  const count = countRows(within);
  const passages = new Uint32Array(count);
  const nearest = similarities.slice(0, count);
  let place = 0;
  let next = count;
  for (const { from, to } of within) {
    for (let row = from; row < to; row += 1, place += 1) {
      passages[place] = row;
      const end = next + (firstSentence[row + 1] ?? 0) - (firstSentence[row] ?? 0);
      for (; next < end; next += 1) nearest[place] = Math.max(nearest[place] ?? 0, similarities[next] ?? 0);
    }
  }
  return { passages, nearest };
}
