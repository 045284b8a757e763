// What every VectorSearch must do, run by each engine.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowRange } from '../../index/row-ranges.ts';
import type { VectorSearch } from '../../index/vector-search.ts';
import { randomUnitVector, seededNumbers } from '../index/made-up-corpus.ts';

export type CreateSearch = (vectors: readonly Float32Array[], dimensions: number) => Promise<VectorSearch>;

const dimensions = 24;

export function describeVectorSearch(engine: VectorSearch['engine'], create: CreateSearch): void {
  describe(`vector search, ${engine}`, () => {
    it('says which engine it is', async () => {
      expect((await create(randomVectors(10), dimensions)).engine).toBe(engine);
    });

    it('finds every stored vector by itself', async () => {
      const vectors = randomVectors(300);
      const search = await create(vectors, dimensions);
      for (const [label, vector] of vectors.entries()) {
        const [hit] = search.search(vector, 1);
        expect(hit?.label).toBe(label);
        expect(hit?.similarity).toBeCloseTo(1, 5);
      }
    });

    it('finds the neighbours that comparing every row finds, nearest first', async () => {
      const vectors = randomVectors(600);
      const search = await create(vectors, dimensions);
      for (const query of randomVectors(40, 2)) {
        const expected = nearestByHand(vectors, query).slice(0, 10);
        const hits = search.search(query, 10);
        expect(hits.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
        for (const [place, hit] of hits.entries())
          expect(hit.similarity).toBeCloseTo(expected[place]?.similarity ?? 2, 5);
      }
    });

    it('measures the angle alone, whatever the length of the query', async () => {
      const vectors = randomVectors(50);
      const search = await create(vectors, dimensions);
      const [query = new Float32Array(dimensions)] = randomVectors(1, 3);
      const long = query.map((part) => part * 1e4);
      expect(search.search(long, 5).map(({ label }) => label)).toEqual(
        search.search(query, 5).map(({ label }) => label),
      );
    });

    it('orders equal vectors by label', async () => {
      const [same = new Float32Array(dimensions)] = randomVectors(1);
      const search = await create(
        Array.from({ length: 20 }, () => same),
        dimensions,
      );
      expect(search.search(same, 20).map(({ label }) => label)).toEqual(
        Array.from({ length: 20 }, (_, label) => label),
      );
    });

    it('finds all that is asked for even among many equal vectors', async () => {
      const [same = new Float32Array(dimensions)] = randomVectors(1);
      const search = await create([...Array.from({ length: 400 }, () => same), ...randomVectors(100, 5)], dimensions);
      expect(search.search(same, 480)).toHaveLength(480);
    });

    it('gives only rows within the ranges, whatever their order, overlap or ends', async () => {
      const vectors = randomVectors(200);
      const search = await create(vectors, dimensions);
      const [query = new Float32Array(dimensions)] = randomVectors(1, 4);
      const odd = Array.from({ length: 100 }, (_, each) => ({ from: 2 * each + 1, to: 2 * each + 2 }));
      const cases: readonly (readonly [readonly RowRange[], (label: number) => boolean])[] = [
        [odd, (label) => label % 2 === 1],
        [odd.toReversed(), (label) => label % 2 === 1],
        [[{ from: 7, to: 8 }], (label) => label === 7],
        [
          [
            { from: 150, to: 1000 },
            { from: -5, to: 3 },
          ],
          (label) => label >= 150 || label < 3,
        ],
        [
          [
            { from: 10, to: 30 },
            { from: 20, to: 40 },
            { from: 40, to: 41 },
          ],
          (label) => label >= 10 && label <= 40,
        ],
        [
          [
            { from: 9, to: 9 },
            { from: 8, to: 2 },
          ],
          () => false,
        ],
        [[], () => false],
      ];
      for (const [ranges, accepts] of cases) {
        const expected = nearestByHand(vectors, query).filter(({ label }) => accepts(label));
        const found = search.search(query, 10, ranges).map(({ label }) => label);
        expect(found).toEqual(expected.slice(0, 10).map(({ label }) => label));
      }
    });

    it('gives every row when more are asked for than there are, and none for no positive number', async () => {
      const vectors = randomVectors(30);
      const search = await create(vectors, dimensions);
      const [query = new Float32Array(dimensions)] = vectors;
      for (const k of [30, 31, 4_294_967_297, Infinity]) expect(search.search(query, k)).toHaveLength(30);
      for (const k of [0, 0.5, -1, -Infinity, NaN]) expect(search.search(query, k)).toEqual([]);
      expect(search.search(query, 2.9)).toHaveLength(2);
    });

    it('I6: answers or throws an ordinary error for any vector, any k and any ranges', async () => {
      const search = await create(randomVectors(40), dimensions);
      const part = fc.oneof({ weight: 20, arbitrary: fc.float() }, fc.constantFrom(NaN, Infinity, -Infinity, 0, -0));
      const rightLength = fc.float32Array({ minLength: dimensions, maxLength: dimensions });
      const mixed = fc
        .array(part, { minLength: dimensions, maxLength: dimensions })
        .map((parts) => Float32Array.from(parts));
      const vector = fc.oneof(rightLength, mixed, fc.float32Array({ maxLength: 2 * dimensions }));
      const k = fc.oneof(fc.integer(), fc.double());
      const end = fc.oneof(fc.integer({ min: -3, max: 50 }), k);
      const range = fc.record({ from: end, to: end });
      fc.assert(
        fc.property(vector, k, fc.option(fc.array(range, { maxLength: 4 })), (query, wanted, within) => {
          expectAnswerOrError(() => search.search(query, wanted, within ?? undefined));
        }),
        { numRuns: 5000, seed: 6 },
      );
    });

    it('I6: refuses what is not a vector at all', async () => {
      const search = await create(randomVectors(5), dimensions);
      const strings = Array.from({ length: dimensions }, () => 'x');
      const wrongs: readonly unknown[] = [null, undefined, 'text', {}, [1, 2, 3], strings];
      for (const wrong of wrongs) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- native code is reached by plain JavaScript too
        expect(() => search.search(wrong as Float32Array, 3)).toThrow(TypeError);
      }
    });
  });
}

function expectAnswerOrError(ask: () => ReturnType<VectorSearch['search']>): void {
  let hits: ReturnType<VectorSearch['search']> = [];
  try {
    hits = ask();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  expect(hits.every(({ similarity }) => Number.isFinite(similarity))).toBe(true);
}

export function randomVectors(count: number, seed = 1): Float32Array[] {
  const random = seededNumbers(seed);
  return Array.from({ length: count }, () => randomUnitVector(random, dimensions));
}

function nearestByHand(vectors: readonly Float32Array[], query: Float32Array): { label: number; similarity: number }[] {
  return vectors
    .map((vector, label) => ({ label, similarity: vector.reduce((sum, part, at) => sum + part * (query[at] ?? 0), 0) }))
    .toSorted((a, b) => b.similarity - a.similarity || a.label - b.label);
}
