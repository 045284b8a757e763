import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceTexts } from '../../src/adapters/slice-texts.ts';
import { unitMean } from '../../src/adapters/unit-mean.ts';

const limits = { texts: 5, characters: 40 };
const someTexts = fc.array(fc.string({ maxLength: 60 }), { maxLength: 40 });

describe('slicing', () => {
  it('loses, repeats and moves no text', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const slices = [...sliceTexts(texts, limits)];
        expect(slices.flatMap((slice) => slice.texts)).toEqual(texts);
        for (const { start, texts: held } of slices) expect(held).toEqual(texts.slice(start, start + held.length));
      }),
    );
  });

  it('keeps every slice within the limits, but for a text that is beyond them alone', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        for (const { texts: held } of sliceTexts(texts, limits)) {
          expect(held.length).toBeGreaterThan(0);
          expect(held.length).toBeLessThanOrEqual(limits.texts);
          if (held.length > 1) expect(held.join('').length).toBeLessThanOrEqual(limits.characters);
        }
      }),
    );
  });

  it('cuts a text far behind what the model reads', () => {
    const [slice] = sliceTexts(['x'.repeat(1_000_000)], limits);
    expect(slice?.texts[0]).toHaveLength(20_000);
  });
});

describe('the mean of token vectors', () => {
  it('has unit length and the direction of the sum', () => {
    expect(Array.from(unitMean(Float32Array.of(1, 0, 5, 8), 2))).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });

  it('is zero, not NaN, where the sum is', () => {
    expect(Array.from(unitMean(Float32Array.of(1, -1), 1))).toEqual([0]);
  });
});
