// What is asked of the points of a list that was shown.
import { describe, expect, it } from 'vitest';
import { asksItsMeasure, pointWish, wishOfAll, wordsAskedIn } from '../../src/query/point-wishes.ts';

describe('of one point', () => {
  it.each([
    ['what does it say on X?', 'whole', false],
    ['and X?', 'whole', true],
    ['what’s under X', 'whole', false],
    ['how is X measured?', 'measure', false],
    ['any figures for X', 'figure', false],
    ['when is X due', 'date', false],
    ['who leads X', null, false],
  ])('“%s” asks for %s', (around, wants, namesAlone) => {
    expect(pointWish(around)).toEqual({ wants, namesAlone });
  });
});

describe('of all points', () => {
  it.each([
    ['any of those have a number attached?', 'figure'],
    ['do any have a number on them?', 'figure'],
    ['which of them have a target', 'figure'],
    ['any of them have a deadline?', 'date'],
    ['how are they measured?', 'measure'],
    ['any targets for knife crime?', null],
    ['how many of those were women?', null],
  ])('“%s” asks for %s', (message, wish) => {
    expect(wishOfAll(message)).toBe(wish);
  });

  it('words may be asked for', () => {
    expect(wordsAskedIn('which of those mention trust?', false)).toBe('trust?');
    expect(wordsAskedIn('which one is about leaks?', true)).toBe('leaks?');
    expect(wordsAskedIn('which one is about leaks?', false)).toBeNull();
    expect(wordsAskedIn('which of the strategies mention trust?', true)).toBeNull();
  });
});

describe('of the thing spoken of', () => {
  it.each([
    ['how is it measured?', true],
    ['how will we know it worked?', true],
    ['how is trust measured?', false],
  ])('“%s” asks for its measure: %s', (message, asks) => {
    expect(asksItsMeasure(message)).toBe(asks);
  });
});
