// A question that ends by asking the time as well, and counts of things by a year.
import { expect, it } from 'vitest';
import { evidenceOf } from '../../src/answer/withhold/evidence.ts';
import { rankedRequest } from '../../src/answer/ranked/ranked-request.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { questionsOf } from '../../src/query/questions-of.ts';
import { isTail, questionsIn } from '../../src/query/split.ts';
import { askAfter } from './follow-up/made-up-thread.ts';
import { answerTo, makeRequest } from './made-up-request.ts';
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

it.each([
  [
    'of the part asked for',
    'How many divers work in the harbour?',
    'Of the divers, 40 work in the harbour teams.',
    false,
  ],
  ['of the whole', 'How many divers work in the harbour?', 'The company has 350 divers in rivers and lakes.', true],
  [
    'of others in the part',
    'How many divers work in the harbour?',
    'The harbour has 40 cranes, beside which divers work.',
    true,
  ],
])('a figure %s', async (_what, question, sentence, lacks) => {
  const others = ['Boats are kept in the harbour.', 'Divers train at the lake.', 'Pumps are old.'];
  const written = [sentence, ...others].map((each) => ({ document: 'water-2020', sentences: [each] }));
  const request = rankedRequest(await makeRequest(question, written));
  expect(evidenceOf(request).reasons.includes('no number')).toBe(lacks);
});

it.each([
  ['How many boats in 2015 and how many in 2020?', ['How many boats in 2015', 'how many boats in 2020?']],
  ['How many boats in 2015 and how many of them sank?', ['How many boats in 2015', 'how many of them sank?']],
  ['How many boats do we have and how many small ones?', ['How many boats do we have', 'how many small boats?']],
])('what is counted stands in the question before: “%s”', (message, parts) => {
  const facts = { documents: [], lexicon: emptyLexicon, acronyms: [], frequency: new Map<string, number>() };
  expect(questionsOf(message, facts)).toEqual(parts);
});

const hydrology: MadeUpPassage[] = [
  {
    document: 'water-2020',
    sentences: [
      'The chief hydrologist advises every crew on floods.',
      'The crews at the weir work for two years, and cost us £19m in overtime.',
    ],
  },
];

it.each([
  ['what else costs money is no cost of the role', 'how much does the role cost?'],
  ['a length of time of other things is none of the term', 'how long is the term?'],
])('in a later part of a message, %s', async (_what, question) => {
  const first = 'What does the chief hydrologist do?';
  const before = { question: first, quoted: ['The chief hydrologist advises every crew on floods.'] };
  const request = await askAfter(before, question, hydrology, 1);
  expect(answerTo(request).status).toBe('not_found');
});

it('takes the figure that stands beside what the part names', async () => {
  const before = {
    question: 'What do the fitters do?',
    quoted: ['We will train divers and fitters for the deep reservoirs.'],
  };
  const request = await askAfter(before, 'how much do the crews at the weir cost?', [...plans, ...hydrology], 1);
  expect(answerTo(request).answer).toContain('£19m');
});
