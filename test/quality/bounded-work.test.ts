// The longest and oddest messages take no more of the processor than some ordinary ones, on the real documents.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { hostileQuestions } from '../delivery/http/hostile-questions.ts';
import { openEngine } from './open-index.ts';
import type { Engine } from './open-index.ts';

/**
 * A message of 2,000 characters has up to 250 words where an ordinary one has ten, yet a
 * pattern that backtracks over all of them would take hundreds of times as long.
 */
const mostTimesOrdinary = 5;
/** The least of several is taken, for whatever else the machine does only adds. */
const rounds = 6;

const ordinary = [
  'How many officers will be in neighbourhood teams?',
  'What are the priorities of the strategy?',
  'How has the approach to knife crime changed over the years?',
];

let engine: Engine;
let usual: number;

beforeAll(async () => {
  engine = await openEngine(inject('corpusIndexDir'));
  for (const question of ordinary) await engine.turns.ask({ question });
  const all: number[] = [];
  for (const question of ordinary) all.push(await processorTime(question));
  usual = all.reduce((sum, each) => sum + each, 0) / all.length;
});

afterAll(async () => engine.close());

/** Microseconds of this process, which does everything but the embedding. */
async function processorTime(question: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await engine.turns.ask({ question });
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return Math.min(...times);
}

it.each(hostileQuestions)('%s', async (_what, question) => {
  const ratio = (await processorTime(question)) / usual;
  expect(ratio).toBeLessThanOrEqual(mostTimesOrdinary);
});

it.each([
  ['figures without an end', '1,'.repeat(1000)],
  ['markers of citations', '[1] '.repeat(400)],
  ['one letter', 'e\u0301'.repeat(1000)],
])('%s asks nothing, and nothing is quoted', async (_what, question) => {
  const { composed } = await engine.turns.ask({ question });
  expect(composed.status).toBe('not_found');
  expect(composed.citations).toEqual([]);
});
