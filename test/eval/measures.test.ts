import { expect, it } from 'vitest';
import { measure, percentile, summarise } from '../../src/eval/measures.ts';
import type { Score } from '../../src/eval/score.ts';
import { scoreQuestion } from '../../src/eval/score.ts';
import { observation, question, texts } from './made-up-cases.ts';

const bare = scoreQuestion(question(), observation(), texts);
const score = (parts: Partial<Score>): Score => ({ ...bare, ...parts });

it('measures search by evidence group and by question', () => {
  const { byGroup, byQuestion } = measure([
    score({ ranks: [1] }),
    score({ ranks: [2, 7, null, 20] }),
    score({ ranks: [null] }),
    score({ ranks: [] }),
  ]);
  expect(byGroup).toEqual({
    recallAt1: { value: 1 / 6, count: 6 },
    recallAt5: { value: 2 / 6, count: 6 },
    recallAt10: { value: 3 / 6, count: 6 },
    mrr: { value: expect.closeTo((1 + 1 / 2 + 1 / 7 + 1 / 20) / 6), count: 6 },
  });
  expect(byQuestion).toEqual({
    recallAt1: { value: expect.closeTo(1 / 3), count: 3 },
    recallAt5: { value: expect.closeTo((1 + 1 / 4) / 3), count: 3 },
    recallAt10: { value: expect.closeTo((1 + 2 / 4) / 3), count: 3 },
    mrr: { value: expect.closeTo((1 + 1 / 2) / 3), count: 3 },
  });
});

it('measures answers, each over the questions that ask for it', () => {
  const group = { doc: '2013', any: ['x'] };
  const { answers } = measure([
    score({
      missing: [],
      ranks: [1, 2],
      unquoted: [],
      strayCitations: [],
      citations: 3,
      quotations: { verbatim: 6, all: 6 },
    }),
    score({
      missing: [],
      forbidden: ['2017'],
      ranks: [1],
      unquoted: [group],
      strayCitations: ['a', 'a'],
      citations: 3,
      abstained: true,
    }),
    score({ missing: [['x']], citations: 5, quotations: { verbatim: 1, all: 2 } }),
    score({ shouldAbstain: true, abstained: true }),
    score({ shouldAbstain: true }),
    score({ kind: 'smalltalk', shouldAbstain: null, abstained: true }),
  ]);
  expect(answers).toEqual({
    allRight: { value: 1 / 3, count: 3 },
    answerPass: { value: 1 / 3, count: 3 },
    evidenceGroups: { value: 2 / 3, count: 3 },
    quotedEvidence: { value: 1 / 2, count: 2 },
    citationPrecision: { value: 4 / 6, count: 6 },
    verbatimQuotes: { value: 7 / 8, count: 8 },
    abstentionRight: { value: 1 / 2, count: 2 },
    abstentionWrong: { value: 1 / 3, count: 3 },
  });
});

it('has no value, rather than zero, where there is no case', () => {
  const { byGroup, answers } = measure([score({ kind: 'smalltalk', shouldAbstain: null })]);
  expect(byGroup.mrr).toEqual({ value: null, count: 0 });
  expect(answers.verbatimQuotes).toEqual({ value: null, count: 0 });
});

it('measures each kind and persona by itself', () => {
  const { overall, byKind, byPersona } = summarise([
    score({ kind: 'fact', persona: 'bot', ranks: [1] }),
    score({ kind: 'list', persona: 'bot', ranks: [null] }),
  ]);
  expect(overall.questions).toBe(2);
  expect(Object.keys(byKind)).toEqual(['fact', 'list']);
  expect(byKind['fact']?.byGroup.recallAt1).toEqual({ value: 1, count: 1 });
  expect(byPersona['bot']?.byGroup.recallAt1).toEqual({ value: 0.5, count: 2 });
});

it('gives the time that half of the questions, and 95 in 100, did not exceed', () => {
  const times = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(times, 0.5)).toBe(50);
  expect(percentile(times, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});
