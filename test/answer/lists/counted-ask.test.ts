import { describe, expect, it } from 'vitest';
import { countedAsk } from '../../../src/answer/lists/counted-ask.ts';
import { makeRequest } from '../made-up-request.ts';

async function asked(question: string): Promise<object | null> {
  const { plan } = await makeRequest(question, []);
  const ask = countedAsk(plan);
  const names = (concepts: readonly { readonly own: readonly string[] }[]): string[] =>
    concepts.map(({ own }) => own.join(' '));
  return ask && { count: ask.count, kind: ask.kind, which: names(ask.which), of: names(ask.of) };
}

describe('so many things asked for by what they are', () => {
  it.each([
    ['What are the three aims of the harbour plan?', { count: 3, kind: ['aim'], which: [], of: ['harbour', 'plan'] }],
    [
      'What are the three big stages of Clear, Flush, Fill, roughly?',
      { count: 3, kind: ['stage'], which: [], of: ['clear', 'flush', 'fill'] },
    ],
    ['Which 40 depots will share a roof?', { count: 40, kind: ['depot'], which: [], of: [] }],
    ['Name the four enabling priorities.', { count: 4, kind: ['prioriti'], which: ['enabl'], of: [] }],
    [
      'What are the three kinds of pollution in the estuary?',
      { count: 3, kind: ['pollut'], which: [], of: ['estuari'] },
    ],
    ['What are the five lessons about running boats?', { count: 5, kind: ['lesson'], which: [], of: ['boat'] }],
  ])('%s', async (question, ask) => {
    expect(await asked(question)).toEqual(ask);
  });

  it.each([
    ['a number that is a name', 'What 999 call volume is given?'],
    ['things of any kind', 'What two things would we make sure of?'],
    ['a number of things that is not asked for', 'How do the three aims help?'],
  ])('not %s', async (_what, question) => {
    expect(await asked(question)).toBeNull();
  });
});
