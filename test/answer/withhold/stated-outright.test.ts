// A date beside the figure that the question names is told, whatever else a later document dates; and so is what is asked to have come of it.
import { describe, expect, it } from 'vitest';
import { isSigned, isStatedOutright } from '../../../src/answer/withhold/stated-outright.ts';
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
    expect(isStatedOutright(plan, candidates)).toBe(false);
    expect(isStatedOutright(plan, [told('We will have 9,000 fitters by 2018.', ['9000', 'fitter'])])).toBe(true);
  });
});

describe('what came of a figure', () => {
  it('is asked of the sentence that states it, and of no other figure', async () => {
    const { plan } = await makeRequest('Did we hit 9,000 fitters?', written);
    const told = (quote: string, stems: string[]) => ({ quote, terms: new Set(stems) });
    expect(isStatedOutright(plan, [told('We want 9,000 fitters.', ['9000', 'fitter'])])).toBe(true);
    expect(isStatedOutright(plan, [told('We want 8,258 fitters.', ['8258', 'fitter'])])).toBe(false);
    const { answer } = answerTo(await makeRequest('Did we hit 9,000 fitters?', written));
    expect(answer).toContain('Whether that came about is not stated there.');
  });
});

describe('a claim', () => {
  it('is set beside what is said, whatever year it gives', async () => {
    const { answer } = answerTo(await makeRequest('Is it right that there will be 9,000 fitters by 2030?', written));
    expect(answer).toContain('9,000 fitters by 2018');
  });
});

describe('who holds an office', () => {
  it.each([
    ["who's the warden?", 'Dame Ada Fenwick | Warden', true],
    ['Who is the current chief warden?', 'Ada Fenwick | Chief Warden', true],
    ['who is the deputy warden?', 'Ada Fenwick | Warden', false],
    ['who is the warden?', 'Trust in the warden | high', false],
    ['what is the warden?', 'Ada Fenwick | Warden', false],
  ])('is told of “%s” by “%s”: %s', (question, quote, expected) => {
    expect(isSigned({ question }, [{ quote }])).toBe(expected);
  });
});
