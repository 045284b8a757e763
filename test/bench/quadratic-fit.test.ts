// The fit behind the decision to withhold: what it can learn of vectors and of clues.
import { describe, expect, it } from 'vitest';
import { fitQuadratic, quadraticProbability } from '../../bench/quadratic-fit.ts';
import type { QuadraticCase } from '../../bench/quadratic-fit.ts';
import { seededNumbers } from '../index/made-up-corpus.ts';

/** Cases of three dimensions, one feature and one flag. */
function cases(count: number, seed: number, isFound: (each: Omit<QuadraticCase, 'found'>) => boolean): QuadraticCase[] {
  const next = seededNumbers(seed);
  return Array.from({ length: count }, () => {
    const numbers = [next() - 0.5, next() - 0.5, next() - 0.5];
    const length = Math.hypot(...numbers);
    const each = {
      features: [10 * next()],
      flags: [Number(next() > 0.5)],
      vector: numbers.map((number) => number / length),
      weight: 1,
    };
    return { ...each, found: isFound(each) };
  });
}

const rules: readonly (readonly [string, (each: Omit<QuadraticCase, 'found'>) => boolean])[] = [
  ['a side of the vectors', ({ vector: [x = 0] }) => x > 0],
  ['what lies far from a plane of them, on either side', ({ vector: [x = 0] }) => Math.abs(x) > 0.5],
  ['a feature above its mean', ({ features: [value = 0] }) => value > 5],
  ['a flag', ({ flags: [flag] }) => flag === 1],
  [
    'a flag that speaks for one side of the vectors and against the other',
    ({ flags: [flag], vector: [x = 0] }) => flag === Number(x > 0),
  ],
];

describe('a quadratic fit', () => {
  it.each(rules)('tells %s on cases that it was not fitted on', (_, isFound) => {
    const model = fitQuadratic(cases(300, 1, isFound));
    const others = cases(200, 2, isFound);
    const right = others.filter((each) => quadraticProbability(model, each) > 0.5 === each.found);
    expect(right.length / others.length).toBeGreaterThan(0.9);
  });

  it('is of two minds where nothing tells the cases apart', () => {
    let isNext = false;
    const model = fitQuadratic(cases(400, 3, () => (isNext = !isNext)));
    const sure = cases(200, 4, () => true).filter((each) => Math.abs(quadraticProbability(model, each) - 0.5) > 0.3);
    expect(sure.length).toBeLessThan(20);
  });
});
