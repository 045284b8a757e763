// How many there are is told by a figure of all of them.
import { describe, expect, it } from 'vitest';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

const plans = [
  {
    document: 'water-2020',
    sentences: ['There will be an additional 200 fitters in the valleys.', '1,200 fitters by 2022, a record number.'],
  },
];

async function firstFor(question: string): Promise<string | undefined> {
  return rankedRequest(await makeRequest(question, plans)).ranked[0]?.quote;
}

describe('a bare count', () => {
  it('has a figure of all before one of some more', async () => {
    expect(await firstFor('How many fitters will there be?')).toBe('1,200 fitters by 2022, a record number.');
  });

  it('is another thing than a count of some', async () => {
    expect(await firstFor('How many fitters will there be in the valleys?')).toContain('200 fitters in the valleys');
  });
});
