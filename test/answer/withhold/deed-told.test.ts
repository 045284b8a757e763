// Whether a thing was closed, merged or brought back is told only where that deed stands with that thing.
import { describe, expect, it } from 'vitest';
import { answerTo, makeRequest } from '../made-up-request.ts';

const written = [
  {
    document: 'water-2015',
    sentences: [
      'Our front line crews closed 20 leaking valves, and the depots run at full strength.',
      'We will remove the old meters, and sell the reservoir at Hill End.',
      'Demand for water will continue to rise, and pay reform is under way.',
      'We were put into special measures, and ended up in debt.',
      'The depots work with the labs, and our fitters patrol.',
    ],
  },
];

async function ask(question: string) {
  return answerTo(await makeRequest(question, written));
}

describe('a question for a deed', () => {
  it.each([
    'Are we closing the depots?',
    'Are the depots being closed?',
    'Are we getting rid of the fitters?',
    'Are we merging the depots?',
    'Are we bringing back the fitters?',
    'Are we getting a pay rise?',
    'When did we come out of special measures?',
  ])('is not answered by one word of it: “%s”', async (question) => {
    const { status } = await ask(question);
    expect(status).toBe('not_found');
  });

  it.each([
    ['Did we close the valves?', 'closed 20 leaking valves'],
    ['Are we getting rid of the old meters?', 'remove the old meters'],
    ['Are we selling the reservoir?', 'sell the reservoir'],
  ])('is answered where the deed stands with its object: “%s”', async (question, told) => {
    const { answer } = await ask(question);
    expect(answer).toContain(told);
  });
});
