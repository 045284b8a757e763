// A question that goes on is put to what was quoted, its neighbours and its section before the rest is searched.
import { describe, expect, it } from 'vitest';
import type { AnswerRequest } from '../../../src/answer/rank/request.ts';
import { tellsWhere } from '../../../src/answer/tells/tells-where.ts';
import { asksForWhom, tellsForWhom } from '../../../src/answer/tells/tells-whom.ts';
import { givesCause } from '../../../src/answer/tells/tells-why.ts';
import { asksWhichOfIt, enumerates } from '../../../src/answer/tells/which-of-it.ts';
import { terms } from '../../../src/text/tokens.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const swap = 'We will bring in a swap policy for crews.';
const plan = [
  {
    document: 'water-2020',
    section: ['A swap policy for crews'],
    sentences: [
      swap,
      'Fitters who have spent nine years at one depot will be asked to move.',
      'It became clear that crews who stay put grow careless.',
      'An additional 58 fitters would have left if still employed.',
    ],
  },
  {
    document: 'water-2020',
    section: ['Pumps'],
    sentences: [
      'Over the next three years we will renew the pumps in Millbrook.',
      'We retired 900 pumps because they leaked.',
    ],
  },
];

/** Asked after the first sentence of the plan was quoted. */
async function afterSwap(question: string, how: 'kind' | 'focus'): Promise<AnswerRequest> {
  const request = await makeRequest(question, plan);
  const [passage] = request.found.map((found) => found.passage);
  if (!passage) throw new Error('the plan has passages');
  const { id, documentId, start } = passage;
  const cited = [{ documentId, passageId: id, start, end: start + swap.length }];
  const subject = [{ stems: terms('swap policy'), others: [] }];
  const continues = {
    how,
    cited,
    subject,
    replaces: false,
    keepsScope: true,
    asksOutcome: false,
    ofQuoted: false,
    points: [],
    wants: null,
  };
  return { ...request, shown: [passage], plan: { ...request.plan, intent: 'fact', continues } };
}

describe('a question that goes on', () => {
  it.each([
    ['who does it apply to?', 'focus', 'Fitters who have spent nine years'],
    ['why was it needed?', 'focus', 'It became clear'],
    ['how many more would have left?', 'focus', 'An additional 58 fitters'],
  ] as const)('“%s” is answered by the section quoted', async (question, how, words) => {
    const { status, answer } = answerTo(await afterSwap(question, how));
    expect(status).toBe('answered');
    expect(answer).toContain(words);
    expect(answer).not.toContain('pumps');
  });

  it.each([
    ['by when?', 'No deadline is stated there.'],
    ['where?', 'No place is stated there.'],
  ])('“%s” takes nothing of another subject', async (question, words) => {
    const { status, answer } = answerTo(await afterSwap(question, 'kind'));
    expect(status).toBe('not_found');
    expect(answer).toContain(words);
    expect(answer).not.toContain('do not answer');
  });

  it('“since when?” asks for no deadline', async () => {
    const { status, answer } = answerTo(await afterSwap('since when?', 'kind'));
    expect(status).toBe('not_found');
    expect(answer).not.toContain('deadline');
  });
});

describe('what a sentence tells', () => {
  it.each([
    ['It runs in Millbrook.', true],
    ['It is used across eight depots.', true],
    ['It puts people at the heart of the work.', false],
    ['It began in July.', false],
    ['It was drawn from Wavewatch.', false],
  ])('of a place: “%s” %s', (sentence, tells) => {
    expect(tellsWhere(sentence, new Set(['wavewatch']))).toBe(tells);
  });

  it.each([
    ['All fitters and staff will take part.', 1],
    ['Officers who have served ten years take part.', 2],
    ['The pumps will be renewed.', 0],
  ])('of those it is for: “%s” %s', (sentence, plainly) => {
    expect(tellsForWhom(sentence)).toBe(plainly);
  });

  it('is asked by its wording', () => {
    expect(['who is it for?', 'who does it apply to', 'who runs it?'].map(asksForWhom)).toEqual([true, true, false]);
    expect(['which leaks are they?', 'for which leaks?', 'which is it?'].map(asksWhichOfIt)).toEqual([
      true,
      true,
      false,
    ]);
    expect(['We mend leaks, especially small ones.', 'We mend leaks.'].map(enumerates)).toEqual([true, false]);
  });

  it('of a cause is more than a purpose', () => {
    expect(givesCause('We moved as we bring crews in line with others.')).toBe(true);
    expect(givesCause('As we said in March, we moved.')).toBe(false);
    expect(givesCause('We moved to mend leaks.')).toBe(false);
  });
});

describe('the mark of a footnote', () => {
  it('is no part of the word before it', () => {
    expect(terms('Project Drizzle¹')).toEqual(terms('Project Drizzle'));
  });
});
