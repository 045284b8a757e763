// A question that gives a figure and asks for its date is answered by the sentence that states both.
import { describe, expect, it } from 'vitest';
import { statesGiven } from '../../../src/answer/figures/given-figure.ts';
import { terms } from '../../../src/text/tokens.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const plans = [
  {
    document: 'water-2015',
    sentences: ['We are committed that by 2018, we will reduce street leaks by 20% and raise trust by 20%.'],
  },
  { document: 'water-2020', sentences: ['In 2019 there were 500 fewer street leaks, down 16% on 2018.'] },
  { document: 'water-2020', sentences: ['Street leaks are on a downward trend and fell by 19% in the spring.'] },
];

describe('the statement of a figure that is given', () => {
  it.each([
    ['By when were street leaks to fall by 20%?'],
    ['When was the 20% reduction in street leaks due?'],
    ['When must the street leaks target of 20% be met?'],
    ['By when should trust rise by 20%?'],
  ])('comes first, in whichever document: “%s”', async (question) => {
    const { status, citations } = answerTo(await makeRequest(question, plans));
    expect(status).toBe('answered');
    expect(citations[0]?.quote).toContain('by 2018');
  });

  it.each([
    ['states it', 'By when were leaks to fall by 20%?', 'By 2018 leaks will be 20% lower.', true],
    ['gives another', 'By when were leaks to fall by 20%?', 'By 2018 leaks will be 30% lower.', false],
    ['gives it as a count', 'By when were leaks to fall by 20%?', 'By 2018 leaks in 20 streets will be lower.', false],
    ['says it of another thing', 'By when were leaks to fall by 20%?', 'By 2018 bills will be 20% lower.', false],
    ['goes the other way', 'By when were leaks to fall by 20%?', 'By 2018 leaks will increase by 20%.', false],
  ])('is told by a sentence that %s or not', async (_what, question, quote, isStated) => {
    const states = statesGiven((await makeRequest(question, plans)).plan);
    expect(states?.({ quote, terms: new Set(terms(quote)) })).toBe(isStated);
  });

  it.each([['By when were leaks to fall?'], ['How many leaks fell by 20%?'], ['By when is the 20% due?']])(
    'is not looked for where no figure of a thing, or no date, is asked: “%s”',
    async (question) => {
      expect(statesGiven((await makeRequest(question, plans)).plan)).toBeNull();
    },
  );
});
