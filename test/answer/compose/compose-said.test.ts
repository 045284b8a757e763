import { expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

const priorities: MadeUpPassage = {
  document: 'water-2020',
  section: ['Priorities'],
  sentences: [
    ['bullet', 'River Wardens'],
    ['bullet', 'Clean Pipes'],
  ],
};
const wardens: MadeUpPassage = {
  document: 'water-2020',
  section: ['Wardens'],
  sentences: ['River Wardens will walk every bank twice a week.'],
};

async function quotes(...passages: readonly MadeUpPassage[]): Promise<string[]> {
  const request = await makeRequest('What does the 2020 plan say about River Wardens?', passages);
  return answerTo(request).citations.map(({ quote }) => quote);
}

it('what is said of a thing is more than its name, where more is said', async () => {
  expect(await quotes(priorities, wardens)).toEqual(['River Wardens will walk every bank twice a week.']);
  expect(await quotes(priorities)).toEqual(['River Wardens']);
});
