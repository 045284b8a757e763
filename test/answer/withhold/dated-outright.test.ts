// A date beside the figure that the question names is told, whatever else a later document dates.
import { describe, expect, it } from 'vitest';
import { isDatedOutright } from '../../../src/answer/withhold/dated-outright.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const written = [
  { document: 'water-2015', sentences: ['There will be 9,000 fitters by 2018, in every valley.'] },
  { document: 'water-2020', sentences: ['By the end of 2022 we will have 8,258 fitters.'] },
];

describe('the date of a figure', () => {
  it.each(['When did we promise to have 9,000 fitters?', 'By when do we want 9,000 fitters?'])(
    'is that of the sentence which holds it: “%s”',
    async (question) => {
      const { answer } = answerTo(await makeRequest(question, written));
      expect(answer).toContain('9,000 fitters by 2018');
      expect(answer).not.toContain('Earlier, in **Water Plan 2020**');
    },
  );

  it('is not told by a sentence with another figure, or without a date', async () => {
    const { plan, found } = await makeRequest('By when do we want 9,000 fitters?', written);
    expect(found).not.toEqual([]);
    const told = (quote: string, stems: string[]) => ({ quote, terms: new Set(stems) });
    const candidates = [
      told('By 2022 we will have 8,258 fitters.', ['8258', 'fitter']),
      told('We want 9,000 fitters.', ['9000', 'fitter']),
    ];
    expect(isDatedOutright(plan, candidates)).toBe(false);
    expect(isDatedOutright(plan, [told('We will have 9,000 fitters by 2018.', ['9000', 'fitter'])])).toBe(true);
  });
});

describe('a claim', () => {
  it('is set beside what is said, whatever year it gives', async () => {
    const { answer } = answerTo(await makeRequest('Is it right that there will be 9,000 fitters by 2030?', written));
    expect(answer).toContain('9,000 fitters by 2018');
  });
});
