// Figures, and dates, that a document gives twice and differently: a reader sees both.
import { describe, expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';

async function conflictIn(question: string, sentences: readonly string[]): Promise<string | null> {
  const request = await makeRequest(
    question,
    sentences.map((sentence) => ({ document: 'water-2020', sentences: [sentence] })),
  );
  return answerTo(request).notices.find(({ type }) => type === 'conflict')?.text ?? null;
}

const lastYear = 'Last year our desks took 90,500 letters, of which 4,394 were leak calls and 988 were visits.';
const ofYear = 'More people than ever ring us: in 2019/20, we received 23.5k leak calls, 34% more than in 2014.';

describe('figures that differ', () => {
  it.each([
    ['How many leak calls did we get in 2019/20?'],
    ['How many leak calls last year?'],
    ['How many leak calls do we get a year?'],
  ])('are both shown, however the year is written: “%s”', async (question) => {
    const conflict = await conflictIn(question, [ofYear, lastYear]);
    for (const figure of ['23.5k', '4,394']) expect(conflict).toContain(figure);
  });

  it.each([
    ['of an earlier year', 'How many leak calls in 2019/20?', [ofYear, 'In 2016/17 we received 18.2k leak calls.']],
    ['of a time that is not told', 'How many leak calls in 2019/20?', [ofYear, 'Crews took 9,900 leak calls.']],
    [
      'a share of some alone',
      'How many women divers are there?',
      [
        'We now have the most women divers ever: 31.3% (632) women.',
        'We hired 130 divers, of which 36% (46) were women.',
      ],
    ],
  ])('are no conflict where one is %s', async (_what, question, sentences) => {
    expect(await conflictIn(question, sentences)).toBeNull();
  });
});

describe('dates that differ', () => {
  const by2022 = 'We will have saved 20% of the cost of pumping by 2022, closing old works.';
  const by2021 = 'We are committed that by 2021, we will mend leaks and cut the cost of pumping by 20%.';

  it('are both shown for one aim', async () => {
    const conflict = await conflictIn('By when must the cost of pumping be cut by 20%?', [by2022, by2021]);
    expect(conflict).toMatch(/^The document gives different dates: 202[12] \[1\] and 202[12] \[2\]\.$/u);
  });

  it.each([
    ['of another aim', ['We will cut the cost of lorries by 20% by 2023.', by2021]],
    ['of another figure', ['We will cut the cost of pumping by 50% by 2024.', by2021]],
    ['the same', ['By 2021 the cost of pumping will be 20% lower.', by2021]],
  ])('are no conflict where one is %s', async (_what, sentences) => {
    expect(await conflictIn('By when must the cost of pumping be cut by 20%?', sentences)).toBeNull();
  });

  it('are not told to one who does not ask when', async () => {
    expect(await conflictIn('By how much will the cost of pumping fall?', [by2022, by2021])).toBeNull();
  });
});
