// The nearest passages found by passage, against those found by putting all rows in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPassages } from '../../index/nearest-passages.ts';
import type { PassageTable } from '../../index/passage-table.ts';
import type { RowRange } from '../../index/row-ranges.ts';

/** Passages with so many sentences each; those with equal similarities come in the reverse order of their rows. */
function tableOf(sentences: readonly number[]): PassageTable {
  const firstSentence = Uint32Array.from([0, ...sentences.map((_, row) => sum(sentences.slice(0, row + 1)))]);
  return {
    count: sentences.length,
    rowOf: new Map(),
    passageOfSentence: Int32Array.from(sentences.flatMap((count, row) => Array.from({ length: count }, () => row))),
    firstSentence,
    placeById: Uint32Array.from(sentences, (_, row) => sentences.length - row),
    rangeOf: () => ({ from: 0, to: 0 }),
    rangesOf: () => [],
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

interface Asked {
  readonly within: readonly RowRange[];
  readonly limit: number;
  readonly rows: number;
}

/** As an engine would: all rows in order, the first of them, and each passage where its first row stands. */
function byRows(table: PassageTable, all: readonly number[], { within, limit, rows }: Asked): number[] {
  const similarity = (label: number): number => all[label] ?? 0;
  const labels = all.flatMap((_, label) => {
    const row = label < table.count ? label : (table.passageOfSentence[label - table.count] ?? 0);
    return within.some(({ from, to }) => row >= from && row < to) ? [{ label, row }] : [];
  });
  const first = labels
    .toSorted((one, other) => similarity(other.label) - similarity(one.label) || one.label - other.label)
    .slice(0, rows);
  const nearest = new Map<number, number>();
  for (const { label, row } of first) if (!nearest.has(row)) nearest.set(row, similarity(label));
  return [...nearest]
    .toSorted(([row, near], [other, far]) => far - near || other - row)
    .slice(0, limit)
    .map(([row]) => row);
}

const asked = fc.record({
  sentences: fc.array(fc.nat(5), { minLength: 2, maxLength: 12 }),
  split: fc.nat(12),
  limit: fc.integer({ min: 0, max: 14 }),
  rowsEach: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(1000),
});

describe('the nearest passages', () => {
  it('are those that the order of all rows gives, or are left to it', () => {
    let told = 0;
    fc.assert(
      fc.property(asked, ({ sentences, split, limit, rowsEach, seed }) => {
        const table = tableOf(sentences);
        // Few values, so that many rows are equally near.
        const all = Array.from({ length: table.count + sum(sentences) }, (_, at) => ((at * 31 + seed) % 17) / 17 - 0.3);
        const middle = Math.min(split, table.count - 1);
        const within = [
          { from: 0, to: middle },
          { from: middle + 1, to: table.count },
        ];
        const cosines = {
          of: (_: Float32Array, ranges: readonly RowRange[]) =>
            Float64Array.from(ranges.flatMap(({ from, to }) => all.slice(from, to))),
        };
        const request = { within, limit, rows: limit * rowsEach };
        const found = nearestPassages(table, cosines, { query: new Float32Array(1), ...request });
        if (found === null) return;
        told += found.length;
        expect(found).toEqual(byRows(table, all, request));
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(300);
  });
});
