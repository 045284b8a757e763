import { expect, it } from 'vitest';
import { failuresOf } from '../../src/eval/failures.ts';
import { scoreQuestion } from '../../src/eval/score.ts';
import { cited, found, observation, question, reply, texts } from './made-up-cases.ts';

const knife = { doc: '2013', any: ['cut gun crime', 'cut knife crime by 20%'] };
const station = { doc: '2013', any: ['open two stations'] };

it('ranks each evidence group by the first passage of that document that holds one of its strings', () => {
  const passages = [
    found('2025-plan', 'We will cut knife crime by 20%'),
    found('2013-plan', 'Something else'),
    found('2013-plan', 'We will cut\nknife crime by 20% …'),
  ];
  const score = scoreQuestion(question({ evidence: [knife, station] }), observation({ passages }), texts);
  expect(score.ranks).toEqual([3, null]);
});

it('does not take a key for another document whose id begins with the same letters', () => {
  const passages = [found('20131-plan', 'open two stations')];
  expect(scoreQuestion(question({ evidence: [station] }), observation({ passages }), texts).ranks).toEqual([null]);
});

it('wants a string of every answer group, and none that is forbidden', () => {
  const asked = question({ answer: [['20%', '20 per cent'], ['2016']], forbid: ['2017'] });
  const right = scoreQuestion(asked, observation({ reply: reply({ text: 'By 20 per CENT until 2016.' }) }), texts);
  const wrong = scoreQuestion(asked, observation({ reply: reply({ text: 'By 20% until 2017.' }) }), texts);
  expect(right).toMatchObject({ missing: [], forbidden: [] });
  expect(wrong).toMatchObject({ missing: [['2016']], forbidden: ['2017'] });
  expect(failuresOf(wrong).map(({ type }) => type)).toEqual(['answer', 'forbidden']);
});

it('counts evidence as quoted when a cited passage of that document holds it', () => {
  const asked = question({ evidence: [knife, station], docs: ['2013'] });
  const citations = [
    cited('We will cut knife crime by 20% by 2016.', { passage: 'We will cut knife crime by 20% by 2016.' }),
  ];
  const score = scoreQuestion(asked, observation({ reply: reply({ citations }) }), texts);
  expect(score.unquoted).toEqual([station]);
});

it('names each citation of a document that was not wanted, save in a comparison', () => {
  const citations = [cited('Our plan.'), cited('x', { n: 2, documentId: '2025-plan' })];
  const asked = question({ docs: ['2013'] });
  const score = scoreQuestion(asked, observation({ reply: reply({ citations }) }), texts);
  expect(score).toMatchObject({ citations: 2, strayCitations: ['2025-plan'] });
  expect(failuresOf(score).some(({ type }) => type === 'citation')).toBe(true);
  expect(failuresOf({ ...score, kind: 'compare' }).some(({ type }) => type === 'citation')).toBe(false);
});

it('asks nothing of a reply where the question asks nothing', () => {
  const score = scoreQuestion(
    question({ kind: 'smalltalk' }),
    observation({ reply: reply({ status: 'chat' }) }),
    texts,
  );
  expect(score).toMatchObject({ missing: null, unquoted: null, strayCitations: null, shouldAbstain: null, ranks: [] });
  expect(failuresOf(score)).toEqual([]);
});

it.each([
  ['an answer to what the documents do not answer', true, 'answered', 1],
  ['a refusal of what they answer', false, 'not_found', 1],
  ['a refusal of what they do not answer', true, 'declined', 0],
] as const)('judges %s', (_what, abstain, status, failures) => {
  const score = scoreQuestion(question({ abstain }), observation({ reply: reply({ status }) }), texts);
  expect(failuresOf(score).filter(({ type }) => type === 'abstention')).toHaveLength(failures);
});

it('tells evidence below the tenth place as a failure of search, with its place', () => {
  const passages = [
    ...Array.from({ length: 10 }, () => found('2013-plan', 'x')),
    found('2013-plan', 'open two stations'),
  ];
  const score = scoreQuestion(question({ evidence: [station] }), observation({ passages }), texts);
  expect(failuresOf(score)).toContainEqual({ type: 'search', text: 'evidence 1 found at place 11' });
});
