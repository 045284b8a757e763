// I7 and I1 from outside: an index is published while the service answers from the one before.
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { faultRounds } from '../fault-rounds.ts';
import { ask, builtIndex, logged, publishTo, question, startService } from './running-service.ts';

const currentOf = (indexDir: string): string => readFileSync(join(indexDir, 'CURRENT'), 'utf8').trim();

/** Milliseconds between two questions: 20 a second. */
const pace = 50;
/** Questions under way at a time: on a machine that cannot keep the pace more would be told, rightly, that there is too much to do. */
const mostUnderWay = 10;

it('I7 three indexes are published under twenty questions a second, and no answer is wanting or mixed', async () => {
  const indexDir = await builtIndex();
  const service = await startService({ BLUELAMP_INDEX_DIR: indexDir });
  const published = [currentOf(indexDir)];
  const answers: Promise<AnswerWire>[] = [];
  let underWay = 0;
  const asking = setInterval(() => {
    if (underWay >= mostUnderWay) return;
    underWay += 1;
    // No number that could be a year, by which a document would be meant.
    answers.push(ask(service, `${question} ${answers.length % 1000}`).finally(() => (underWay -= 1)));
  }, pace);
  onTestFinished(() => clearInterval(asking));
  for (let round = 0; round < faultRounds({ usual: 3, thorough: 10 }); round += 1) {
    await publishTo(indexDir, {
      [`tide-plan-20${30 + round}.txt`]: `Tide Plan 20${30 + round}\n\nWe will keep ${round} boats.\n`,
    });
    published.push(currentOf(indexDir));
    const serving = async (): Promise<unknown> => (await fetch(`${service.url}/readyz`)).json();
    await expect.poll(serving, { timeout: 60_000 }).toMatchObject({ generation: published.at(-1), notes: [] });
  }
  clearInterval(asking);
  answers.push(ask(service));
  const given = await Promise.all(answers);
  expect(given.length).toBeGreaterThan(50);
  expect(new Set(given.map(({ generation }) => generation))).toEqual(new Set(published));
  for (const { answer, citations } of given) {
    expect(answer).toContain('140');
    for (const { quote, passage } of citations) expect(passage).toContain(quote);
  }
  expect(logged(service).filter(({ event }) => event === 'index-changed')).toHaveLength(published.length - 1);
});

it('I5 a new index that is damaged does not take the place of the old one, and health says so', async () => {
  const indexDir = await builtIndex();
  const service = await startService({ BLUELAMP_INDEX_DIR: indexDir });
  const sound = currentOf(indexDir);
  const elsewhere = await builtIndex();
  const damaged = currentOf(elsewhere);
  appendFileSync(join(elsewhere, 'versions', damaged, 'vectors.f32'), 'more');
  cpSync(join(elsewhere, 'versions', damaged), join(indexDir, 'versions', damaged), { recursive: true });
  writeFileSync(join(indexDir, 'CURRENT'), `${damaged}\n`);
  const health = async (): Promise<unknown> => (await fetch(`${service.url}/healthz`)).json();
  await expect.poll(health, { timeout: 10_000 }).toMatchObject({ health: 'degraded' });
  expect((await ask(service)).generation).toBe(sound);
});
