// Which sentence comes first where a question is like one that is known.
import { expect, it } from 'vitest';
import { featureOf } from '../../../src/answer/rank/features.ts';
import { rankSentences } from '../../../src/answer/rank/rank.ts';
import type { AnswerRequest } from '../../../src/answer/rank/request.ts';
import { makeRequest } from '../made-up-request.ts';

const request = await makeRequest('Where does the boss sit?', [
  { document: 'water-2020', sentences: ['Meters are read in June.', 'Leaks are mended in July.'] },
  { document: 'water-2020', sentences: ['Pumps are oiled in May.', 'The director works at Harbour House.'] },
]);

/** The request with that question known to be answered by the last sentence. */
function withKnown({ found, vector, ...rest }: AnswerRequest): AnswerRequest {
  if (!vector) throw new Error('The fake embedder always has a vector.');
  const known = found.map(({ passage, score }, at) => ({
    passage: { ...passage, knownQuestions: at === 1 ? [{ sentences: [1], vector }] : [] },
    score,
  }));
  return { ...rest, vector, found: known };
}

const ranked = (asked: AnswerRequest): string[] =>
  rankSentences(asked.found, asked).map(({ quote }) => quote.split(' ').slice(0, 2).join(' '));

it('the sentence that answers a known question like it comes first, though it shares no word with it', () => {
  expect(ranked(request)[0]).not.toBe('The director');
  expect(ranked(withKnown(request))[0]).toBe('The director');
});

it('its neighbours are near what is known, and those of other passages are not', () => {
  const asked = withKnown(request);
  const known = (name: 'known' | 'knownNear'): Record<string, number> =>
    Object.fromEntries(
      rankSentences(asked.found, asked).map((each) => [each.quote.split(' ')[0] ?? '', featureOf(each, name)]),
    );
  expect(known('known')['Pumps']).toBe(0);
  expect(known('knownNear')['Pumps']).toBeCloseTo(1);
  expect(known('knownNear')['Meters']).toBe(0);
});
