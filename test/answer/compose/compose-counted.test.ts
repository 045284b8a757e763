import { describe, expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

const leakage: MadeUpPassage = {
  document: 'water-2020',
  section: ['Leakage'],
  sentences: [
    'Leakage is the first concern of our customers.',
    ['lead-in', 'Our aims on leakage are to:'],
    ['bullet', 'find every leak within a day'],
    ['bullet', 'mend every leak within a week'],
    ['bullet', 'replace the oldest mains'],
  ],
};
const drought: MadeUpPassage = {
  document: 'water-2020',
  section: ['Drought'],
  sentences: [
    'The Drought Plan was published with the councils of the valley.',
    'Our drought review made nine recommendations for the reservoirs.',
  ],
};

async function answer(question: string): Promise<{ status: string; answer: string; quotes: string[] }> {
  const { status, answer: text, citations } = answerTo(await makeRequest(question, [leakage, drought]));
  return { status, answer: text, quotes: citations.map(({ quote }) => quote) };
}

describe('so many things asked for by what they are', () => {
  it('are the list that is about what is named', async () => {
    const { status, quotes } = await answer('What are the three aims on leakage?');
    expect(status).toBe('answered');
    expect(quotes.join(' ')).toContain('find every leak within a day');
  });

  it('are no list of something else that is as long', async () => {
    const { status, quotes } = await answer('What are the three aims of the Drought Plan?');
    expect([status, quotes]).toEqual(['not_found', []]);
  });

  it('are told not to be listed where the documents only count them', async () => {
    const { status, answer: text, quotes } = await answer('What are the nine recommendations of the drought review?');
    expect([status, quotes]).toEqual([
      'not_found',
      ['Our drought review made nine recommendations for the reservoirs.'],
    ]);
    expect(text).toMatch(/\n\nWhich they are is not listed there\.$/u);
  });
});
