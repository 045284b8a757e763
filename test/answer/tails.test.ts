// A question that ends by asking the time as well, and counts of things by a year.
import { expect, it } from 'vitest';
import { evidenceOf } from '../../src/answer/withhold/evidence.ts';
import { rankedRequest } from '../../src/answer/ranked/ranked-request.ts';
import { isTail, questionsIn } from '../../src/query/split.ts';
import { makeRequest } from './made-up-request.ts';
import type { MadeUpPassage } from './made-up-request.ts';

const plans: MadeUpPassage[] = [
  {
    document: 'water-2020',
    sentences: [
      'We now have more than 600 complaints listed for 2028.',
      'We will train divers and fitters for the deep reservoirs.',
    ],
  },
];
const withDivers: MadeUpPassage[] = [
  { document: 'water-2020', sentences: ['We will hire 40 divers by 2028 for the deep reservoirs.'] },
];

it.each([
  ['a figure of complaints is no number of divers', plans, true],
  ['a figure of divers is', withDivers, false],
])('by a year, %s', async (_what, written, lacks) => {
  const request = rankedRequest(await makeRequest('How many divers will be hired by 2028?', written));
  expect(evidenceOf(request).reasons.includes('no number')).toBe(lacks);
});

it.each(['When will the pumps open and where do they stand?', 'What changed and when?'])(
  '“%s” has no tail',
  (asked) => {
    expect(questionsIn(asked).some(isTail)).toBe(false);
  },
);
