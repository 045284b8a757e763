import { describe, expect, it } from 'vitest';
import { likenessBySentence } from '../../src/text/known-likeness.ts';

const asked = Float32Array.of(1, 0);
const same = { sentences: [1], vector: Float32Array.of(1, 0) };
const near = { sentences: [0, 1], vector: Float32Array.of(0.8, 0.6) };
const opposite = { sentences: [2], vector: Float32Array.of(-1, 0) };

describe('how like a question is to those known', () => {
  it('is that of the likest, whichever comes first', () => {
    expect([...likenessBySentence(asked, [near, same], 2)][1]).toBe(1);
    expect([...likenessBySentence(asked, [same, near], 2)][1]).toBe(1);
  });

  it('is 0 where none is known, where none is like it, and without a vector', () => {
    expect([...likenessBySentence(asked, [], 1)]).toEqual([0]);
    expect([...likenessBySentence(asked, [opposite], 3)]).toEqual([0, 0, 0]);
    expect([...likenessBySentence(null, [same], 2)]).toEqual([0, 0]);
  });

  it('is each sentence’s own', () => {
    const [first, second, third, fourth] = likenessBySentence(asked, [near, same, opposite], 4);
    expect(first).toBeCloseTo(0.8);
    expect([second, third, fourth]).toEqual([1, 0, 0]);
  });
});
