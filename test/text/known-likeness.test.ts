import { describe, expect, it } from 'vitest';
import { likenessBySentence } from '../../src/text/known-likeness.ts';

const same = { sentences: [1] };
const near = { sentences: [0, 1] };
const opposite = { sentences: [2] };

describe('how like a question is to those known', () => {
  it('is that of the likest, whichever comes first', () => {
    expect([...likenessBySentence([near, same], Float64Array.of(0.8, 1), 2)]).toEqual([0.8, 1]);
    expect([...likenessBySentence([same, near], Float64Array.of(1, 0.8), 2)]).toEqual([0.8, 1]);
  });

  it('is 0 where none is known, where none is like it, and without cosines', () => {
    expect([...likenessBySentence([], new Float64Array(), 1)]).toEqual([0]);
    expect([...likenessBySentence([opposite], Float64Array.of(-1), 3)]).toEqual([0, 0, 0]);
    expect([...likenessBySentence([same], new Float64Array(), 2)]).toEqual([0, 0]);
  });

  it('is each sentence’s own', () => {
    const likeness = likenessBySentence([near, same, opposite], Float64Array.of(0.8, 1, -1), 4);
    expect([...likeness]).toEqual([0.8, 1, 0, 0]);
  });
});
