// Whether a figure counts all of what is asked for.
import { expect, it } from 'vitest';
import { extentOf } from '../../src/answer/figures/differing-figures.ts';
import { rankedRequest } from '../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from './made-up-request.ts';

async function extentIn(sentence: string): Promise<number | undefined> {
  const request = rankedRequest(
    await makeRequest('How many divers are there?', [{ document: 'water-2020', sentences: [sentence] }]),
  );
  return request.ranked.map((ranked) => extentOf(ranked, request.plan.senses))[0];
}

it.each([
  ['The company employed 350 divers in May.', 1],
  ['By the end of May we will have 350 divers.', 1],
  ['We trained 350 divers in May.', -1],
  ['In May 12 divers have been dismissed by the company.', -1],
  ['The company will have an additional 40 divers in May.', -1],
  ['Enhanced training for more than 200 divers began in May.', -1],
  ['The divers of the company are the best in the county.', 0],
])('is told of “%s”', async (sentence, extent) => {
  expect(await extentIn(sentence)).toBe(extent);
});
