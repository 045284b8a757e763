import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRows, tidyRanges } from '../../index/row-ranges.ts';
import type { RowRange } from '../../index/row-ranges.ts';

const end = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double({ min: -5, max: 60 }), fc.constant(Infinity));
const ranges = fc.array(fc.record({ from: end, to: end }), { maxLength: 8 });
const rowsOf = (given: readonly RowRange[], count: number): number[] =>
  Array.from({ length: count }, (_, row) => row).filter((row) => given.some(({ from, to }) => row >= from && row < to));

describe('tidied ranges', () => {
  it('hold the same rows, each once and in order', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 50 }), (given, count) => {
        const tidy = tidyRanges(given, count);
        const listed = tidy.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
        expect(listed).toEqual(
          rowsOf(
            given.map(({ from, to }) => ({ from, to: Math.floor(to) })),
            count,
          ),
        );
        expect(countRows(tidy)).toBe(listed.length);
      }),
    );
  });

  it('are as few as can be', () => {
    const touching = [
      { from: 5, to: 9 },
      { from: 0, to: 5 },
      { from: 20, to: 30 },
      { from: 22, to: 25 },
    ];
    expect(tidyRanges(touching, 100)).toEqual([
      { from: 0, to: 9 },
      { from: 20, to: 30 },
    ]);
  });

  it('have no rows where an end is no number', () => {
    expect(tidyRanges([{ from: NaN, to: 5 }], 10)).toEqual([]);
    expect(tidyRanges([{ from: 0, to: NaN }], 10)).toEqual([]);
  });
});
