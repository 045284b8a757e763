// What tells the thing asked for without the usual form of it is no lack of it.
import { expect, it } from 'vitest';
import { evidenceOf } from '../../../src/answer/withhold/evidence.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { makeRequest } from '../made-up-request.ts';

async function reasonsFor(question: string, sentence: string, section: readonly string[] = ['Works']) {
  const written = [{ document: 'water-2020', section, sentences: [sentence] }];
  return evidenceOf(rankedRequest(await makeRequest(question, written))).reasons;
}

it.each([
  ['Which model was to bring the new fitters?', 'New fitters come through the Harbour Works Model.', false],
  ['Which model was to bring the new fitters?', 'New fitters come through a model that is worked out.', true],
])('a name may hold the word for its kind: “%s” – “%s”', async (question, sentence, lacks) => {
  expect((await reasonsFor(question, sentence)).includes('no name')).toBe(lacks);
});

it.each([
  ['Year 3', false],
  ['Works', true],
])('which year of a plan is told by the heading “%s” or not at all', async (heading, lacks) => {
  const reasons = await reasonsFor(
    'In which year of the plan are the new depots finished?',
    'The new depots are finished, and people move in.',
    [heading],
  );
  expect(reasons.includes('no date')).toBe(lacks);
});

it.each([
  ['The meters tell of leaks in real time.', false],
  ['The meters tell of leaks to whoever asks.', true],
])('how quickly is told without a figure, or not: “%s”', async (sentence, lacks) => {
  expect((await reasonsFor('How quickly do the meters tell of leaks?', sentence)).includes('no number')).toBe(lacks);
});

it.each([
  ['How many fitters will there be when the financial year closes in spring 2026?', false],
  ['How many fitters will there be in 2026?', true],
])('“%s” is told by what is so at the end of 2025/26', async (question, lacks) => {
  const reasons = await reasonsFor(question, 'By the end of 2025/26 there will be 300 fitters.');
  expect(reasons.includes('not that year')).toBe(lacks);
});

it.each([
  ['Why is it bad when a team of fitters stays the same for years?', false],
  ['Is there any training for fitters on how to be a better diver?', false],
  ['Is it bad when a team of fitters stays the same for years?', true],
  ['Is the training for fitters a waste?', true],
])('“%s” wants an opinion: %s', async (question, wants) => {
  const reasons = await reasonsFor(
    question,
    'Training for fitters helps, as a team that stays the same for years errs.',
  );
  expect(reasons.includes('an opinion')).toBe(wants);
});
