// Approximate vector search with hnswlib-node, an optional native package. Every trap of it that we know is closed here:
// it ends the process on a part that is not a number and on a filter that throws, forgets `ef`, and reports failed writes as done.
import type { Log } from '../src/ports.ts';
import { fewRows } from './cosines.ts';
import { createExactSearch } from './exact.ts';
import { countRows, tidyRanges, type RowRange } from './row-ranges.ts';
import {
  boundedCount,
  byNearness,
  checkVector,
  toUnitQuery,
  type VectorHit,
  type VectorSearch,
} from './vector-search.ts';
import type { VectorRows } from './vector-rows.ts';

export type HnswLibrary = Pick<typeof import('hnswlib-node'), 'HierarchicalNSW'>;
type Graph = InstanceType<HnswLibrary['HierarchicalNSW']>;

/** hnswlib's own defaults, written out because they decide what a graph looks like. */
const graphShape = { m: 16, efConstruction: 200, randomSeed: 100 };
/** Candidates kept during a search. The library's default of 10 found only 45 % of the ten nearest of 1,000 random vectors; 200 found all. */
const searchWidth = 200;

/** The native library, or null when it is not installed, was built for another Node or will not load. Never throws. */
export async function loadHnsw(
  log: Log,
  importLibrary: () => Promise<{ readonly default: HnswLibrary }> = () => import('hnswlib-node'),
): Promise<HnswLibrary | null> {
  try {
    const { default: library } = await importLibrary();
    if (typeof library.HierarchicalNSW !== 'function') throw new TypeError('hnswlib-node exports no HierarchicalNSW.');
    return library;
  } catch (error) {
    log('warn', 'hnsw-unavailable', { cause: String(error), instead: 'exact' });
    return null;
  }
}

/** Builds the graph of `rows` and asks the library to write it. It says nothing of a failed write: re-read what was written. */
export function writeHnsw(library: HnswLibrary, rows: VectorRows, path: string): void {
  if (rows.count === 0) throw new RangeError('A graph needs at least one vector.');
  const graph = new library.HierarchicalNSW('ip', rows.dimensions);
  graph.initIndex({ maxElements: rows.count, ...graphShape });
  for (let label = 0; label < rows.count; label += 1) {
    const vector = rows.read(label, label + 1);
    checkVector(vector, rows.dimensions);
    graph.addPoint(Array.from(vector), label);
  }
  graph.writeIndexSync(path);
}

/**
 * Opens a graph over `rows`, with an exact search over them for when the graph would be slower or incomplete. The file must have been verified by its hash before: a damaged one can end the process.
 * @throws when the library refuses the file or the graph is not of these rows.
 */
export async function openHnsw(
  library: HnswLibrary,
  path: string,
  rows: VectorRows,
  exact: VectorSearch = createExactSearch(rows),
): Promise<VectorSearch> {
  const graph = new library.HierarchicalNSW('ip', rows.dimensions);
  await graph.readIndex(path);
  graph.setEf(searchWidth);
  if (graph.getCurrentCount() !== rows.count) {
    throw new Error(`The graph holds ${graph.getCurrentCount()} vectors instead of ${rows.count}.`);
  }
  return createHnswSearch(graph, rows, exact);
}

function createHnswSearch(graph: Graph, rows: VectorRows, exact: VectorSearch): VectorSearch {
  return {
    engine: 'hnsw',
    search(vector, k, within) {
      const query = toUnitQuery(vector, rows.dimensions);
      const ranges = within && tidyRanges(within, rows.count);
      const accepted = ranges ? countRows(ranges) : rows.count;
      const wanted = boundedCount(k, accepted);
      if (wanted === 0) return [];
      // Of so few rows a graph is no faster, and a filter that leaves 1 % of many costs it 10 ms.
      if (ranges && accepted <= fewRows) return exact.search(query, wanted, ranges);
      const accept = ranges && accepted < rows.count ? filterOf(ranges, rows.count) : undefined;
      const hits = searchGraph(graph, query, { wanted, ...(accept && { accept }) });
      // Many equal vectors can cut a graph in parts that a search does not reach.
      return hits.length < wanted ? exact.search(query, wanted, ranges) : hits;
    },
  };
}

/** Looks up a table made beforehand: an error in the filter would end the process. */
function filterOf(ranges: readonly RowRange[], count: number): (label: number) => boolean {
  const accepted = new Uint8Array(count);
  for (const { from, to } of ranges) accepted.fill(1, from, to);
  return (label) => accepted[label] === 1;
}

interface GraphRequest {
  readonly wanted: number;
  readonly accept?: (label: number) => boolean;
}

function searchGraph(graph: Graph, query: Float32Array, request: GraphRequest): VectorHit[] {
  const { neighbors, distances } = graph.searchKnn(Array.from(query), request.wanted, request.accept);
  return neighbors
    .map((label, position) => ({ label, similarity: 1 - (distances[position] ?? Infinity) }))
    .toSorted(byNearness);
}
