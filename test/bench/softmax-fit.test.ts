import { describe, expect, it } from 'vitest';
import { fitWeights } from '../../bench/softmax-fit.ts';
import type { Example } from '../../bench/softmax-fit.ts';
import { seededNumbers } from '../index/made-up-corpus.ts';

/** Questions with five candidates of three features; the right one has the largest first feature less the second. */
function separable(count: number): Example[] {
  const random = seededNumbers(7);
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => random() * 4 - 2));
    const merits = rows.map(([gain = 0, loss = 0]) => gain - loss);
    const best = merits.indexOf(Math.max(...merits));
    return { rows, right: rows.map((_, at) => at === best) };
  });
}

function firstIsRight({ rows, right }: Example, weights: readonly number[]): boolean {
  const scores = rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  return right[scores.indexOf(Math.max(...scores))] === true;
}

const examples = separable(80);
const share = (weights: readonly number[]): number =>
  examples.filter((example) => firstIsRight(example, weights)).length / examples.length;
const distance = (weights: readonly number[], prior: readonly number[]): number =>
  Math.hypot(...weights.map((weight, at) => weight - (prior[at] ?? 0)));

describe('fitting weights', () => {
  const prior = [0, 0, 1];

  it('learns what tells right from wrong, and what does not', () => {
    const weights = fitWeights(examples, { prior, pull: 0 });
    expect(share(prior)).toBeLessThan(0.4);
    expect(share(weights)).toBeGreaterThan(0.95);
    const [gain = 0, loss = 0, noise = 1] = weights;
    expect(gain).toBeGreaterThan(0.5);
    expect(loss).toBeLessThan(-0.5);
    expect(Math.abs(noise)).toBeLessThan(gain / 4);
  });

  it('stays the nearer to the prior the stronger the pull', () => {
    const distances = [0, 0.1, 1, 100].map((pull) => distance(fitWeights(examples, { prior, pull }), prior));
    expect(distances).toEqual(distances.toSorted((one, other) => other - one));
    expect(distances.at(-1)).toBeLessThan(0.05);
    expect(distances[0]).toBeGreaterThan(1);
  });

  it('gives the same weights for the same examples, and leaves the prior as it was', () => {
    const once = fitWeights(examples, { prior, pull: 0.02 });
    expect(fitWeights(examples, { prior, pull: 0.02 })).toEqual(once);
    expect(prior).toEqual([0, 0, 1]);
  });

  it('keeps the prior where there is nothing to learn from', () => {
    const blank: Example = { rows: [[1, 2, 3]], right: [false] };
    const alike: Example = {
      rows: [
        [1, 1, 1],
        [1, 1, 1],
      ],
      right: [true, false],
    };
    expect(fitWeights([], { prior, pull: 0.02 })).toEqual(prior);
    expect(fitWeights([blank], { prior, pull: 0 })).toEqual(prior);
    expect(fitWeights([alike], { prior, pull: 0 })).toEqual(prior);
    expect(fitWeights(examples, { prior, pull: 0, steps: 0 })).toEqual(prior);
  });

  it('takes any right candidate for right', () => {
    const either: Example = {
      rows: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      right: [true, true, false],
    };
    const [one = 0, other = 0, wrong = 0] = fitWeights([either], { prior: [0, 0, 0], pull: 0.01 });
    expect(one).toBeCloseTo(other, 9);
    expect(one).toBeGreaterThan(wrong + 1);
  });

  it('holds with scores too large for an exponential', () => {
    const huge: Example = {
      rows: [
        [1000, 0, 0],
        [999, 0, 0],
        [-1000, 0, 0],
      ],
      right: [false, true, false],
    };
    expect(fitWeights([huge], { prior: [1, 0, 0], pull: 0.01 }).every(Number.isFinite)).toBe(true);
  });
});
