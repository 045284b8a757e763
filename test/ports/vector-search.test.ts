import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fewRows } from '../../index/cosines.ts';
import { createExactSearch } from '../../index/exact.ts';
import { loadHnsw, openHnsw, writeHnsw, type HnswLibrary } from '../../index/hnsw.ts';
import { bytesOf, rowsInFile, rowsInMemory, type VectorRows } from '../../index/vector-rows.ts';
import { silent, temporaryFolder } from '../index/made-up-corpus.ts';
import { describeVectorSearch, randomVectors } from './vector-search-suite.ts';

function toRows(vectors: readonly Float32Array[], dimensions: number): VectorRows {
  const values = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
  return rowsInMemory(values, dimensions);
}

async function requireHnsw(): Promise<HnswLibrary> {
  const library = await loadHnsw(silent);
  if (!library) throw new Error('hnswlib-node must be installed to test the engine that uses it.');
  return library;
}

describeVectorSearch('exact', async (vectors, dimensions) => createExactSearch(toRows(vectors, dimensions)));

describeVectorSearch('hnsw', async (vectors, dimensions) => {
  const path = join(temporaryFolder(), 'vectors.hnsw');
  const rows = toRows(vectors, dimensions);
  const library = await requireHnsw();
  writeHnsw(library, rows, path);
  return openHnsw(library, path, rows);
});

describe('the exact scan', () => {
  it('answers the same from a file as from memory', () => {
    const rows = toRows(randomVectors(2500), 24);
    const path = join(temporaryFolder(), 'vectors.f32');
    writeFileSync(path, bytesOf(rows.read(0, rows.count)));
    const inFile = rowsInFile(path, rows);
    const sparse = Array.from({ length: 4 }, (_, each) => ({ from: 700 * each + 3, to: 700 * each + 9 }));
    for (const query of randomVectors(10, 9)) {
      expect(createExactSearch(inFile).search(query, 20)).toEqual(createExactSearch(rows).search(query, 20));
      expect(createExactSearch(inFile).search(query, 9, sparse)).toEqual(
        createExactSearch(rows).search(query, 9, sparse),
      );
    }
    inFile.close();
  });

  it('answers the same of a table too large to be compared at once', () => {
    const rows = toRows(randomVectors(fewRows + 500), 24);
    const ranges = [
      { from: 0, to: 300 },
      { from: 4100, to: 4400 },
    ];
    for (const query of randomVectors(5, 9)) {
      const all = createExactSearch(rows).search(query, rows.count);
      const expected = all.filter(({ label }) => label < 300 || (label >= 4100 && label < 4400));
      expect(createExactSearch(rows).search(query, 600, ranges)).toEqual(expected);
    }
  });

  it('finds nothing in an empty index', () => {
    const [query = new Float32Array(24)] = randomVectors(1);
    expect(createExactSearch(toRows([], 24)).search(query, 5)).toEqual([]);
  });
});

describe('the HNSW engine', () => {
  it('refuses to build a graph of nothing', async () => {
    const library = await requireHnsw();
    expect(() => writeHnsw(library, toRows([], 24), join(temporaryFolder(), 'g'))).toThrow(RangeError);
  });

  it('refuses to store a part that is not a finite number', async () => {
    const library = await requireHnsw();
    const bad = new Float32Array(24).fill(NaN);
    expect(() => writeHnsw(library, toRows([bad], 24), join(temporaryFolder(), 'g'))).toThrow(RangeError);
  });

  it('filters within the graph when many rows are accepted', async () => {
    const library = await requireHnsw();
    const rows = toRows(clusteredVectors(6000), 24);
    const path = join(temporaryFolder(), 'vectors.hnsw');
    writeHnsw(library, rows, path);
    const graph = await openHnsw(library, path, rows);
    const within = Array.from({ length: 1200 }, (_, each) => ({ from: 5 * each + 1, to: 5 * each + 5 }));
    for (const query of randomVectors(10, 8)) {
      const expected = new Set(
        createExactSearch(rows)
          .search(query, 20, within)
          .map(({ label }) => label),
      );
      const found = graph.search(query, 20, within).filter(({ label }) => expected.has(label));
      expect(found.length).toBeGreaterThanOrEqual(18);
    }
  });

  it('is absent, with a word in the log, when the package cannot be imported for whatever reason', async () => {
    for (const reason of [new Error("Cannot find package 'hnswlib-node'"), 'built for another Node', null]) {
      const events: string[] = [];
      const log = (_level: string, event: string): void => void events.push(event);
      expect(await loadHnsw(log, () => Promise.reject(reason))).toBeNull();
      expect(events).toEqual(['hnsw-unavailable']);
    }
  });
});

/** Like text: many vectors near a few topics. */
function clusteredVectors(count: number): Float32Array[] {
  const topics = randomVectors(40, 11);
  return randomVectors(count, 12).map((vector, row) => {
    const topic = topics[row % topics.length] ?? vector;
    const mixed = vector.map((part, at) => part + 2 * (topic[at] ?? 0));
    const length = Math.hypot(...mixed);
    return mixed.map((part) => part / length);
  });
}
