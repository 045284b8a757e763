// Messages that ask the question before again with one part exchanged.
import { describe, expect, it } from 'vitest';
import { askedAgain } from '../../src/query/asked-again.ts';
import { ofNeighbouringYear } from '../../src/query/rewritten.ts';

describe('the question before, with one part exchanged', () => {
  it.each([
    ['and in 2024/25?', 'How many boats were built in 2023/24?', 'How many boats were built in 2024/25?'],
    ['and this year?', 'What did we save last year?', 'What did we save this year?'],
    ['and the enabling ones', 'What are the 2018 operational priorities?', 'What are the 2018 enabling priorities?'],
    ['big ones?', 'the yard, how many boats?', null],
    ['sailing ones?', 'the yard, how many boats?', 'the yard, how many sailing boats?'],
    ['And in the second one?', 'What will be done in Year 1?', 'What will be done in Year 2?'],
    ['and phase three?', 'What does phase one bring?', 'What does phase 3 bring?'],
    ['the next one?', 'What does phase two bring?', 'What does phase 3 bring?'],
    ['and the other ones?', 'What are the operational priorities?', null],
    ['and in 2024/25?', 'How many boats are there?', null],
    ['and in the second one?', 'How many boats are there?', null],
    ['which ones?', 'How many boats are there?', null],
  ])('“%s” after “%s” is “%s”', (message, question, whole) => {
    expect(askedAgain(message, question)).toBe(whole);
  });
});

it('is found or not at once, however the words of a message run together', () => {
  const question = 'What are the operational priorities?';
  expect(askedAgain(`and the ${'first'.repeat(390)}x ones?`, question)).toContain('x priorities');
  expect(askedAgain(`and the ${'first '.repeat(300)}ones?`, question)).toBeNull();
  expect(askedAgain(`${'疏浚港池'.repeat(480)} ones?`, question)).toContain('priorities');
});

describe('a year some way from the one spoken of', () => {
  it.each([
    ['and two yrs later?', 'What was it in 2023/24?'],
    ['3 years after that?', 'What was it in 2024/25?'],
    ['two years before', 'What was it in 2019/20?'],
    ['the year after', 'What was it in 2022/23?'],
  ])('“%s”', (message, whole) => {
    expect(ofNeighbouringYear(message, 'What was it in 2021/22?', '')).toBe(whole);
  });
});
