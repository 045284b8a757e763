import { describe, expect, it } from 'vitest';
import { sentenceBefore } from '../../../src/answer/quote/leans-on.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

/** The answer's quotations, in order. */
async function quotedFor(question: string, sentences: MadeUpPassage['sentences']): Promise<readonly string[]> {
  const request = await makeRequest(question, [{ document: 'water-2020', sentences }]);
  return answerTo(request).citations.map(({ quote }) => quote);
}

describe('a sentence that leans on the one before it', () => {
  it.each([
    ['Similarly, floods have doubled to 14.', 'similarly'],
    ['It will be read by radio.', 'a pronoun and a verb'],
    ['These include rivers.', 'what includes'],
    ['There have been no floods since.', 'a time that is told from it'],
  ])('%s', async (leaning) => {
    const request = await makeRequest('x', [
      { document: 'water-2020', sentences: ['Reports of floods rose by 5 to 9.', leaning] },
    ]);
    const [{ passage } = { passage: null }] = request.found;
    if (!passage) throw new Error('A passage was written.');
    // In one paragraph a space parts them, and none that is a line's end.
    const running = { ...passage, text: passage.text.replace('\n', ' ') };
    expect(sentenceBefore(running, 1)).toBe(passage.sentences[0]);
    expect(sentenceBefore(passage, 1)).toBeNull();
  });

  it('does not where it names what it speaks of', async () => {
    const request = await makeRequest('x', [
      { document: 'water-2020', sentences: ['Rivers are clean.', 'This plan sets out what comes next.'] },
    ]);
    const [{ passage } = { passage: null }] = request.found;
    if (!passage) throw new Error('A passage was written.');
    expect(sentenceBefore({ ...passage, text: passage.text.replace('\n', ' ') }, 1)).toBeNull();
  });
});

describe('what is quoted', () => {
  it('is of a row of statements the one that answers', async () => {
    const row = 'Reduce leaks in mains\t90% of calls answered within a minute\tRaise trust in water';
    expect(await quotedFor('How many calls are answered within a minute?', [['row', row]])).toEqual([
      '90% of calls answered within a minute',
    ]);
  });

  it('is no more than the sentence that tells the figure', async () => {
    const quoted = await quotedFor('How many leaks were closed in the mains?', [
      'Crews closed 120 leaks in the mains.',
      'Leaks in the mains are closed by crews that work at night.',
    ]);
    expect(quoted).toEqual(['Crews closed 120 leaks in the mains.']);
  });

  it('is the same sentence only once, wherever it stands', async () => {
    const again = 'Meters in every household are read by radio.';
    const quoted = await quotedFor('How are meters in a household read?', [again, ['bullet', `- ${again}`]]);
    expect(quoted).toHaveLength(1);
  });
});
