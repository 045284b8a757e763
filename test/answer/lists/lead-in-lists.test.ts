import { describe, expect, it } from 'vitest';
import { withLists } from '../../../src/answer/lists/lead-in-lists.ts';
import { point, quote, quotationsOf, textOf } from '../../../src/answer/quote/quotation.ts';
import type { Paragraph } from '../../../src/answer/quote/quotation.ts';
import { makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

const estate: MadeUpPassage = {
  document: 'water-2020',
  section: ['Estate'],
  sentences: [
    'The estate strategy will make pumping stations cheaper to run.',
    ['lead-in', 'It will:'],
    ['bullet', 'sell the stations that stand empty'],
    ['bullet', 'mend the roofs of the others'],
    'Nothing else is planned.',
  ],
};

/** The sentences at these places, quoted one a paragraph: the first by itself and the others as points. */
async function written(question: string, ...places: readonly number[]): Promise<string[]> {
  const request = await makeRequest(question, [estate]);
  const [first] = request.found;
  if (!first) throw new Error('The made-up passage is found.');
  const { passage } = first;
  const paragraphs = places.flatMap((place, at): Paragraph[] => {
    const sentence = passage.sentences[place];
    const quotation = sentence && { passage, start: sentence.start, end: sentence.end };
    return quotation ? [at === 0 ? [quote(quotation)] : point(quotation)] : [];
  });
  return quotationsOf(withLists(paragraphs, request)).map((each) => textOf(each).replaceAll(/\s+/gu, ' ').trim());
}

const whole = ['sell the stations that stand empty', 'mend the roofs of the others'];

describe('a line that leads to a list', () => {
  it('brings it, each point by itself', async () => {
    expect(await written('How do stations become cheaper to run?', 1)).toEqual(['It will:', ...whole]);
  });

  it('is quoted with the sentence before it, and no point twice', async () => {
    expect(await written('How do stations become cheaper to run?', 0, 3)).toEqual([
      'The estate strategy will make pumping stations cheaper to run. It will:',
      ...whole,
    ]);
  });

  it('is left alone where another sentence is quoted, or a form of its own is asked for', async () => {
    expect(await written('How do stations become cheaper to run?', 4)).toEqual(['Nothing else is planned.']);
    expect(await written('List the pumping stations', 1)).toEqual(['It will:']);
  });
});
