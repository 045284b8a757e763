// A figure that stands beside all that it is asked of; and what one employee gets, which no strategy settles.
import { describe, expect, it } from 'vitest';
import { isOwnCase } from '../../../src/answer/withhold/own-case.ts';
import { isToldOutright } from '../../../src/answer/figures/told-outright.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

async function asked(question: string) {
  const request = rankedRequest(
    await makeRequest(question, [
      { document: 'water-2020', sentences: ['Of all households in valleys 12% have a meter and lockers are new.'] },
    ]),
  );
  return { request, plan: request.plan, ranked: request.ranked };
}

describe('a figure is told outright', () => {
  it.each([
    ['What proportion of valley households have a meter?', true],
    ['What fraction of households in the valleys have meters?', true],
    ['What proportion of hill households have a meter?', false],
    ['What proportion of valley households do not have a meter?', false],
    ['Which households have a meter?', false],
  ])('for “%s”: %s', async (question, told) => {
    const { request, ranked } = await asked(question);
    expect(isToldOutright(request, ranked)).toBe(told);
  });
});

describe('an own case', () => {
  it.each([
    ['do I get a locker', true],
    ['can I work from home on Fridays', true],
    ['will I get a pay rise', true],
    ['how will the new lockers be paid for?', false],
    ['what will I be able to do with a meter?', false],
  ])('is asked by “%s”: %s', async (question, isOwn) => {
    const { plan, ranked } = await asked(question);
    expect(isOwnCase(plan, ranked)).toBe(isOwn);
  });
});
