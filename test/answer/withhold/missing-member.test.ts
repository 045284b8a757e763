import { describe, expect, it } from 'vitest';
import { missingKind } from '../../../src/answer/withhold/missing-kind.ts';
import { quotable } from '../../../src/answer/withhold/evidence.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

async function lacks(question: string, ...sentences: readonly string[]): Promise<boolean> {
  const request = rankedRequest(
    await makeRequest(question, [{ document: 'water-2020', section: ['Partners'], sentences }]),
  );
  return missingKind(request, quotable(request)).some((kind) => kind === 'no member' || kind === 'no place');
}

describe('members of a kind that goes by names', () => {
  it.each([
    [
      'schools',
      'Which schools took part in the leak lessons?',
      'Lessons on leaks took part in all schools of the valley.',
    ],
    [
      'companies',
      'Which data and pipe companies sit on the panel?',
      'A panel of data and pipe companies sits twice a year.',
    ],
    ['councils', 'Which councils agreed to share depots?', 'We agreed with local authorities to share depots.'],
    ['ranks', 'Which ranks went on the diving course?', 'The diving course was taken by 96 people.'],
    ['boroughs', 'Which boroughs other than Eastham have a leak team?', 'In Eastham we have a Better Water team.'],
  ])('are missing where no %s are named', async (_what, question, sentence) => {
    expect(await lacks(question, sentence, 'Nothing else is said of it.')).toBe(true);
  });

  it.each([
    [
      'before the noun',
      'Which schools took part in the leak lessons?',
      'Alder and Birch schools took part in the leak lessons.',
    ],
    [
      'after the areas of the kind',
      'Which other forces is the valley compared with?',
      'The valley is compared with other force areas (West Alder and Greater Birch).',
    ],
    ['of another kind', 'Which ideas from the courts review do we like?', 'We like the ideas of the review.'],
    ['after the noun', 'Which companies sit on the panel?', 'The panel has companies such as Fenwick and Rowan.'],
    ['as a rank', 'Which ranks went on the diving course?', 'All sergeants went on the diving course.'],
    ['as a place', 'Which boroughs have a leak team?', 'We have a leak team in Eastham and Norbury.'],
    ['as all of them', 'Which boroughs have a leak team?', 'Each of the 32 boroughs has a leak team.'],
    ['and not asked for', 'Which groups trust us least?', 'Tenants trust us least.'],
    ['and only say which others', 'Which school visits are planned?', 'Visits to every school are planned.'],
  ])('are there %s', async (_where, question, sentence) => {
    expect(
      await lacks(question, sentence, 'It is a first step.', 'More is to come.', 'We are ready.', 'Much is done.'),
    ).toBe(false);
  });
});
