import { describe, expect, it } from 'vitest';
import { greatestLikeness, likenessBySentence } from '../../src/text/known-likeness.ts';

const asked = Float32Array.of(1, 0);
const same = { sentences: [1], vector: Float32Array.of(1, 0) };
const near = { sentences: [0, 1], vector: Float32Array.of(0.8, 0.6) };
const opposite = { sentences: [2], vector: Float32Array.of(-1, 0) };

describe('how like a question is to those known', () => {
  it('is that of the likest, whichever comes first', () => {
    expect(greatestLikeness(asked, [near, same])).toBe(1);
    expect(greatestLikeness(asked, [same, near])).toBe(1);
    expect(greatestLikeness(asked, [near])).toBeCloseTo(0.8);
  });

  it('is 0 where none is known, and where none is like it', () => {
    expect(greatestLikeness(asked, [])).toBe(0);
    expect(greatestLikeness(asked, [opposite])).toBe(0);
  });

  it('is each sentence’s own', () => {
    const [first, second, third, fourth] = likenessBySentence(asked, [near, same, opposite], 4);
    expect(first).toBeCloseTo(0.8);
    expect([second, third, fourth]).toEqual([1, 0, 0]);
  });
});
