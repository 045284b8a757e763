// Which of the sentences that answer about as well comes first.
import { describe, expect, it } from 'vitest';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

async function firstOf(question: string, sentences: readonly string[]): Promise<string | undefined> {
  return rankedRequest(await makeRequest(question, [{ document: 'water-2020', sentences }])).ranked[0]?.quote;
}

describe('of sentences that answer about as well, the first', () => {
  it.each([
    [
      'tells how many there are, not by how much they grew',
      'What proportion of divers are women?',
      [
        'We have increased the proportion of women divers across all harbours by 29%.',
        'Of our divers 31.3% (102) are women.',
      ],
      1,
    ],
    [
      'tells the change where that is asked',
      'By what proportion have women divers increased?',
      [
        'We have increased the proportion of women divers across all harbours by 29%.',
        'Of our divers 31.3% (102) are women.',
      ],
      0,
    ],
    [
      'tells who leads, not what is led',
      'Who leads the harbour teams?',
      ['We extend the work of our harbour teams.', 'The harbour teams are led by a local Warden.'],
      1,
    ],
    [
      'tells the time of a figure where that is asked as well',
      'How many fewer divers do we have and over what period?',
      [
        'Despite losing over 300 divers we have fewer leaks than last year.',
        'We are shrinking (by 300 divers from the start of 2018/19 to the end of 2020/21) and costs rise.',
      ],
      1,
    ],
    [
      'tells a share of all, not of those just named',
      'What percentage of divers are women?',
      ['In May we hired 130 divers, of which 36.2% (47) were women.', 'Of all the divers 31.3% (102) are women.'],
      1,
    ],
    [
      'tells what was saved as a change',
      'How many hours did the new valves save?',
      ['The new valves reduced hours by 900 hours.', 'The new valves take 400 hours to fit.'],
      0,
    ],
    [
      'names what the promise is asked about',
      'What is the commitment on tidal locks?',
      ['We are committed to a safe channel, tidal water and new lamps.', 'We will build new tidal locks.'],
      1,
    ],
  ])('%s', async (_what, question, sentences, at) => {
    expect(await firstOf(question, sentences)).toBe(sentences[at]);
  });
});
