// Writes the HNSW graph and proves, from the file, that it is complete and answers like the exact scan.
import type { Log } from '../src/ports.ts';
import { diskFull, type DurableFiles } from './durable-files.ts';
import { createExactSearch } from './exact.ts';
import { openHnsw, writeHnsw, type HnswLibrary } from './hnsw.ts';
import type { VectorRows } from './vector-rows.ts';
import type { VectorSearch } from './vector-search.ts';

/** Rows asked for again, spread over the table, and how many neighbours of each are compared. */
const probes = 16;
const neighbours = 10;
/** Share of the exact neighbours that the graph must find; over text it finds all but a few. */
const leastRecall = 0.9;
/** Single and double precision sums of 384 products differ by less. */
const tolerance = 1e-4;

interface GraphOptions {
  readonly library: HnswLibrary;
  readonly files: DurableFiles;
  readonly log: Log;
}

/**
 * Gives false, and leaves no file, when the graph answers unlike the exact scan, which then stands in.
 * @throws AppError `disk-full` when the file cannot be read back: hnswlib reports a write to a full disk as done.
 */
export async function writeGraph(path: string, rows: VectorRows, options: GraphOptions): Promise<boolean> {
  writeHnsw(options.library, rows, path);
  await options.files.sync(path);
  const graph = await openHnsw(options.library, path, rows).catch((error: unknown) => {
    throw diskFull(path, error);
  });
  const recall = recallOf(graph, rows);
  if (recall >= leastRecall) return true;
  options.log('warn', 'hnsw-distrusted', { recall, instead: 'exact' });
  await options.files.remove(path);
  return false;
}

/** Counts a neighbour as found when one as near was: of equal vectors either engine may give any. */
function recallOf(graph: VectorSearch, rows: VectorRows): number {
  const exact = createExactSearch(rows);
  const step = Math.max(1, Math.floor(rows.count / probes));
  let found = 0;
  let expected = 0;
  for (let row = 0; row < rows.count; row += step) {
    const query = rows.read(row, row + 1);
    const best = exact.search(query, neighbours);
    const farthest = (best.at(-1)?.similarity ?? 0) - tolerance;
    found += graph.search(query, neighbours).filter(({ similarity }) => similarity >= farthest).length;
    expected += best.length;
  }
  return found / expected;
}
