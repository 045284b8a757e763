import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestRows } from '../../index/best-rows.ts';

const scored = fc
  .array(fc.oneof(fc.constantFrom(0, 0.25, 0.5, -1), fc.double({ noNaN: true })), { maxLength: 300 })
  .map((scores) => Float64Array.from(scores));

describe('the best rows', () => {
  it('are those that sorting all of them puts first, equals in the order given', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: -2, max: 320 }), fc.nat(), (scores, k, seed) => {
        const ties = scores.map((_, row) => (row * 7919 + seed) % 100_003);
        const rows = [...scores.keys()].filter((row) => (row + seed) % 5 !== 0);
        const sorted = rows.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (ties[a] ?? 0) - (ties[b] ?? 0));
        expect(bestRows(rows, k, { scores, ties })).toEqual(sorted.slice(0, Math.max(0, k)));
      }),
      { numRuns: 500 },
    );
  });

  it('are found though thousands score the same', () => {
    const scores = new Float64Array(20_000).fill(1);
    const ties = scores.map((_, row) => scores.length - row);
    expect(bestRows([...scores.keys()], 3, { scores, ties })).toEqual([19_999, 19_998, 19_997]);
  });
});
