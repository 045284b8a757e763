// I7 and I1 from outside: an index is published while the service answers from the one before.
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { percentile } from '../../src/eval/measures.ts';
import { faultRounds } from '../fault-rounds.ts';
import { ask, builtIndex, logged, publishTo, question, startService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

const currentOf = (indexDir: string): string => readFileSync(join(indexDir, 'CURRENT'), 'utf8').trim();

/** Milliseconds between two questions: 20 a second. */
const pace = 50;
/** Questions under way at a time: on a machine that cannot keep the pace more would be told, rightly, that there is too much to do. */
const mostUnderWay = 10;
const rounds = faultRounds({ usual: 3, thorough: 10 });
/** Milliseconds before each ingest in which the service has the questions alone; none where times are not compared. */
const calm = faultRounds({ usual: 0, thorough: 3000 });
/** As many times longer may 95 of 100 answers take during an ingest as without one. */
const mostDelay = 2;

interface Asking {
  readonly answers: Promise<AnswerWire>[];
  /** Milliseconds from question to answer, by what went on beside when it was asked. */
  readonly took: Readonly<Record<'nothing' | 'ingest', number[]>>;
  beside: 'nothing' | 'ingest';
  readonly stop: () => void;
}

/** Asks at the pace until it is stopped. */
function askSteadily(service: RunningService): Asking {
  let underWay = 0;
  const next = async (): Promise<AnswerWire> => {
    const { answers, beside, took } = asking;
    const begun = performance.now();
    underWay += 1;
    try {
      // No number that could be a year, by which a document would be meant.
      return await ask(service, `${question} ${answers.length % 1000}`);
    } finally {
      underWay -= 1;
      took[beside].push(performance.now() - begun);
    }
  };
  const timer = setInterval(() => {
    if (underWay < mostUnderWay) asking.answers.push(next());
  }, pace);
  const stop = (): void => clearInterval(timer);
  onTestFinished(stop);
  const asking: Asking = { answers: [], took: { nothing: [], ingest: [] }, beside: 'nothing', stop };
  return asking;
}

it('I7 indexes are published under twenty questions a second, and no answer is wanting, mixed or late', async () => {
  const indexDir = await builtIndex();
  const service = await startService({ BLUELAMP_INDEX_DIR: indexDir });
  const published = [currentOf(indexDir)];
  const asking = askSteadily(service);
  for (let round = 0; round < rounds; round += 1) {
    asking.beside = 'nothing';
    await new Promise((resolve) => setTimeout(resolve, calm));
    asking.beside = 'ingest';
    await publishTo(indexDir, {
      [`tide-plan-20${30 + round}.txt`]: `Tide Plan 20${30 + round}\n\nWe will keep ${round} boats.\n`,
    });
    published.push(currentOf(indexDir));
    const serving = async (): Promise<unknown> => (await fetch(`${service.url}/readyz`)).json();
    await expect.poll(serving, { timeout: 60_000 }).toMatchObject({ generation: published.at(-1), notes: [] });
  }
  asking.stop();
  const given = await Promise.all([...asking.answers, ask(service)]);
  expect(given.length).toBeGreaterThan(50);
  expect(new Set(given.map(({ generation }) => generation))).toEqual(new Set(published));
  for (const { answer, citations } of given) {
    expect(answer).toContain('140');
    for (const { quote, passage } of citations) expect(passage).toContain(quote);
  }
  expect(logged(service).filter(({ event }) => event === 'index-changed')).toHaveLength(published.length - 1);
  if (calm === 0) return;
  const { nothing, ingest } = asking.took;
  expect(percentile(ingest, 0.95) / percentile(nothing, 0.95)).toBeLessThanOrEqual(mostDelay);
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
