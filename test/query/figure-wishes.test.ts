// What is asked of the figure that was quoted last.
import { describe, expect, it } from 'vitest';
import { figureWish } from '../../src/query/figure-wishes.ts';

describe('of the figure just quoted', () => {
  it.each([
    ['as a percentage?', 'share'],
    ['what proportion is that?', 'share'],
    ['how many is that in heads?', 'count'],
    ['as a number?', 'count'],
    ['what was it before?', 'before'],
    ['up from what?', 'before'],
    ['is that up on the year before?', 'change'],
    ['how much of a drop is that?', 'change'],
    ['up or down?', 'change'],
    ['over what period?', 'period'],
    ['is that an ambition or what we do already?', 'standing'],
    ['what percentage of leaks is that?', null],
    ['what was the budget before?', null],
  ])('“%s” asks for %s', (message, wish) => {
    expect(figureWish(message)).toBe(wish);
  });
});
