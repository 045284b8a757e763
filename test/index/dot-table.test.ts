// The WebAssembly program against the sums done in plain JavaScript.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotRows } from '../../index/dot-rows.ts';
import { DotTable } from '../../index/dot-table.ts';
import { dot } from '../../src/text/vectors.ts';

/** The parts are rounded to so many whole numbers on either side of 0. */
const wholes = 32_767;
const part = fc.float({ min: -2, max: 2, noNaN: true, noDefaultInfinity: true });
const size = fc.constantFrom(16, 32, 48, 384);

function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => Math.sin(seed + at * 12.9898));
}

function fill(values: Float32Array, dimensions: number): DotTable {
  const table = DotTable.create(values.length / dimensions, dimensions);
  if (!table) throw new Error('Node has WebAssembly with four numbers at a time.');
  table.values.set(values);
  return table;
}

/** What the product of two vectors with these parts may be off by: half a whole number for each part of both, and the sums in single precision. */
function rounding(vector: Float32Array, rows: Float32Array): number {
  const largest = (values: Float32Array): number => Math.max(...values.map(Math.abs));
  return (vector.length * largest(vector) * largest(rows) * 1.01) / wholes;
}

describe('a table of vectors', () => {
  it('gives the inner products of any vector with the rows of any ranges, in their order', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 40 }), fc.nat(1000), (dimensions, count, seed) => {
        const values = numbers(count * dimensions, seed);
        const vector = numbers(dimensions, seed + 0.5);
        const middle = seed % count;
        const ranges = [
          { from: middle, to: count },
          { from: 0, to: middle },
          { from: middle, to: middle },
          { from: middle, to: middle + 1 },
        ];
        const rows = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
        const products = fill(values, dimensions).dots(vector, ranges);
        expect(products).toHaveLength(rows.length);
        for (const [place, row] of rows.entries()) {
          const expected = dot(vector, values.subarray(row * dimensions, (row + 1) * dimensions));
          expect(Math.abs((products[place] ?? NaN) - expected)).toBeLessThanOrEqual(rounding(vector, values));
        }
      }),
    );
  });

  it('sums any parts there are', () => {
    const parts = fc.array(part, { minLength: 16, maxLength: 16 }).map((values) => Float32Array.from(values));
    fc.assert(
      fc.property(parts, parts, (vector, row) => {
        const [product = NaN] = fill(row, 16).dots(vector, [{ from: 0, to: 1 }]);
        expect(Math.abs(product - dot(vector, row))).toBeLessThanOrEqual(rounding(vector, row));
      }),
    );
  });

  it('gives cosines of unit vectors that are right to four places', () => {
    const unit = (seed: number): Float32Array => {
      const parts = numbers(384, seed);
      return parts.map((each) => each / Math.sqrt(dot(parts, parts)));
    };
    const rows = Array.from({ length: 200 }, (_, seed) => unit(seed));
    const table = fill(Float32Array.from(rows.flatMap((row) => [...row])), 384);
    for (const vector of rows.slice(0, 20)) {
      const products = table.dots(vector, [{ from: 0, to: rows.length }]);
      const off = rows.map((row, at) => Math.abs((products[at] ?? NaN) - dot(vector, row)));
      expect(Math.max(...off)).toBeLessThan(2e-5);
    }
  });

  it('gives a row the same to the last bit whatever stands beside it, beyond what it writes at once as well', () => {
    const [dimensions, count] = [16, 5000];
    const table = fill(numbers(count * dimensions, 1), dimensions);
    const vector = numbers(dimensions, 2);
    const all = table.dots(vector, [{ from: 0, to: count }]);
    const parts = table.dots(vector, [
      { from: 0, to: 2047 },
      { from: 2047, to: 2049 },
      { from: 2049, to: count },
    ]);
    expect(parts).toEqual(all);
    const each = Array.from({ length: count }, (_, row) => table.dots(vector, [{ from: row, to: row + 1 }])[0]);
    expect(each).toEqual([...all]);
  });

  it('is none where rows are of an odd length or larger than any memory', () => {
    expect(DotTable.create(10, 12)).toBeNull();
    expect(DotTable.create(10, 0)).toBeNull();
    expect(DotTable.create(1e9, 384)).toBeNull();
  });
});

describe('the same sums in JavaScript', () => {
  it('are those of one row after another, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 13 }), (dimensions, count) => {
        const values = numbers(count * dimensions, dimensions);
        const vector = numbers(dimensions, count);
        const into = new Float64Array(count + 2).fill(7);
        dotRows(vector, values, into, 1);
        const expected = Array.from({ length: count }, (_, row) =>
          vector.reduce((sum, value, at) => sum + value * (values[row * dimensions + at] ?? 0), 0),
        );
        expect([...into]).toEqual([7, ...expected, 7]);
      }),
    );
  });
});
