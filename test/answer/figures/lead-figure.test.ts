// The figure that an answer to "how many" begins with.
import { describe, expect, it } from 'vitest';
import { leadFigure } from '../../../src/answer/figures/lead-figure.ts';
import type { RankedSentence } from '../../../src/answer/rank/rank.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { makeRequest } from '../made-up-request.ts';

async function bestOf(question: string, sentences: readonly string[]): Promise<[RankedSentence, Plan]> {
  const request = rankedRequest(await makeRequest(question, [{ document: 'water-2020', sentences }]));
  const [best] = request.ranked;
  if (!best) throw new Error('No sentence was ranked.');
  return [best, request.plan];
}

async function leadOf(question: string, sentence: string): Promise<string | null> {
  return leadFigure(...(await bestOf(question, [sentence])));
}

describe('the figure that an answer begins with', () => {
  it.each([
    ['How many leaks were repaired?', 'We repaired 4,200 leaks in 30 streets.', '4,200 leaks'],
    ['How many leaks a day?', 'Our crews find 18 leaks every day and mend two.', '18 leaks every day'],
    ['How much did the new mains cost?', 'The new mains cost **£90 million** in all.', '£90 million'],
    ['How long does a repair take?', 'A repair to 2 mains takes 10 days on average.', '10 days'],
    ['How many leaks were repaired?', 'In May we repaired fewer than 900 leaks.', 'fewer than 900 leaks'],
    ['How much did the new mains cost?', 'The new mains cost up to **£90 million** in all.', 'up to £90 million'],
    ['How many leaks were not repaired?', 'In May 900 leaks were not repaired.', '900 leaks were not repaired'],
    ['I don’t know how many leaks were repaired?', 'We repaired 4,200 leaks in 30 streets.', '4,200 leaks'],
    ['How many old leaks were repaired?', 'In May 58 former leaks would have all been repaired.', '58 former leaks'],
    ['How many women divers are there?', 'We have the most women divers ever: 31.34% (632) women.', '632 women'],
    ['What share of divers are women?', 'We have the most women divers ever: 31.34% (632) women.', '31.34%'],
    ['What share of homes has a meter?', 'A meter is in 36.2% of homes (662 homes).', '36.2%'],
  ])('has its unit or what it counts: “%s”', async (question, sentence, figure) => {
    expect(await leadOf(question, sentence)).toBe(figure);
  });

  it.each([
    ['a count of something else', 'How many divers do we have?', 'We bought 350 pumps and new suits for our divers.'],
    [
      'no average',
      'What is the average load of divers?',
      'An uplift of 565 divers saw loads reduced to an average of 12.5.',
    ],
    ['no sum', 'How much do the divers cost?', 'The 12 divers cost too much.'],
    ['another’s', 'How many divers are hurt?', 'Each month 18 divers are trained and two divers are hurt.'],
    [
      'of a part',
      'How many Welsh divers were hired?',
      'We hired 1,830 divers, of whom 36.2% (662) and 4.9% (89) Welsh.',
    ],
    ['of what is denied', 'How many leaks were not repaired?', 'We repaired 4,200 leaks in 30 streets.'],
    ['one of two that fit', 'How many leaks were repaired?', 'We repaired 900 leaks in May and 700 leaks in June.'],
  ])('is never %s', async (_what, question, sentence) => {
    expect(await leadOf(question, sentence)).toBeNull();
  });

  it('is of the year asked for where a sentence of another year has more of the question’s words', async () => {
    const [best] = await bestOf('How many leaks did we repair in 2023/24?', [
      'We will repair 31,258 leaks.',
      'In 2023/2024 we mended 1,830 leaks in the city.',
    ]);
    expect(best.quote).toContain('1,830');
  });
});
