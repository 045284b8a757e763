// Opens the vectors of a generation with the best engine that is to be had.
import { join } from 'node:path';
import type { Log } from '../src/ports.ts';
import { createCosines, type Cosines } from './cosines.ts';
import { createExactSearch } from './exact.ts';
import { openHnsw, type HnswLibrary } from './hnsw.ts';
import { graphFile, vectorFile, type Manifest } from './manifest.ts';
import { firstRows, loadRows, rowsInFile, type VectorRows } from './vector-rows.ts';
import type { VectorSearch } from './vector-search.ts';

/**
 * Beyond this the vectors stay on disk beside an HNSW graph, which holds a copy of its own: 160,000 rows of 384 dimensions, some 15,000
 * passages. A question looks at some thousand rows, each of them a read when they are not in memory.
 */
const maxBytesInMemory = 256 * 1024 * 1024;

export interface OpenVectors {
  readonly rows: VectorRows;
  readonly cosines: Cosines;
  readonly search: VectorSearch;
}

export async function openVectors(
  folder: string,
  manifest: Manifest,
  options: { readonly log: Log; readonly hnsw: HnswLibrary | null },
): Promise<OpenVectors> {
  const path = join(folder, vectorFile);
  const hnsw = manifest.files[graphFile] ? options.hnsw : null;
  const large = manifest.files[vectorFile].bytes > maxBytesInMemory;
  const graph = hnsw && (await openGraph(hnsw, { folder, manifest, log: options.log, large }));
  if (graph) return graph;
  const rows = await loadRows(path, manifest.model.dimensions);
  const cosines = createCosines(rows, searchedRows(manifest));
  return { rows, cosines, search: createExactSearch(firstRows(rows, searchedRows(manifest)), cosines) };
}

interface GraphContext {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly log: Log;
  readonly large: boolean;
}

/** The vectors of passages and sentences come first in the file; those of sentences in context follow and are not searched. */
function searchedRows({ counts }: Manifest): number {
  return counts.passages + counts.sentences;
}

/** Null when the library refuses the graph: the exact scan gives the same answers, only slower. */
async function openGraph(library: HnswLibrary, context: GraphContext): Promise<OpenVectors | null> {
  const rows = await rowsBeside(context);
  const searched = firstRows(rows, searchedRows(context.manifest));
  const cosines = createCosines(rows, searched.count);
  try {
    const exact = createExactSearch(searched, cosines);
    return { rows, cosines, search: await openHnsw(library, join(context.folder, graphFile), searched, exact) };
  } catch (error) {
    rows.close();
    context.log('error', 'hnsw-not-loaded', {
      generation: context.manifest.id,
      cause: String(error),
      instead: 'exact',
    });
    return null;
  }
}

async function rowsBeside({ folder, manifest, large }: GraphContext): Promise<VectorRows> {
  const { counts, model } = manifest;
  const path = join(folder, vectorFile);
  if (!large) return loadRows(path, model.dimensions);
  return rowsInFile(path, { count: counts.passages + 2 * counts.sentences, dimensions: model.dimensions });
}
