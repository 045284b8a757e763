// D5: the embedding process is killed, stopped or crashes, and every question is answered all the same.
import { beforeAll, expect, it } from 'vitest';
import { faultRounds } from '../fault-rounds.ts';
import { ask, builtIndex, childrenOf, isOnWords, logged, metric, question, startService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

/** Milliseconds in which the embedder is back at the latest; a start of the model takes some hundred where nothing else goes on. */
const back = 30_000;

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

async function backAgain(service: RunningService): Promise<void> {
  await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status, { timeout: back }).toBe(200);
}

function signalEmbedder(service: RunningService, signal: NodeJS.Signals): void {
  for (const pid of childrenOf(service.pid)) process.kill(pid, signal);
}

it.each<NodeJS.Signals>(['SIGKILL', 'SIGSTOP', 'SIGABRT', 'SIGSEGV'])(
  'D5 %s: none of the questions that were under way is lost, and meaning is searched again afterwards',
  async (signal) => {
    const service = await startService({ BLUELAMP_INDEX_DIR });
    const rounds = faultRounds({ usual: 1, thorough: 4 });
    for (let round = 0; round < rounds; round += 1) {
      const asked = Array.from({ length: 20 }, (_, n) => ask(service, `${question} ${round} ${n}`));
      await new Promise((resolve) => setTimeout(resolve, 20 * round));
      signalEmbedder(service, signal);
      const answers = await Promise.all(asked);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'answered'));
      await backAgain(service);
      expect(isOnWords(await ask(service, `${question} after ${round}`))).toBe(false);
    }
    expect(await metric(service, 'bluelamp_embedder_restarts')).toBe(rounds);
  },
);

it('D5 while it is away answers say that words alone were searched, and health that something is amiss', async () => {
  const service = await startService({ BLUELAMP_INDEX_DIR });
  signalEmbedder(service, 'SIGSTOP');
  const answer = await ask(service);
  expect(isOnWords(answer)).toBe(true);
  expect(answer.answer).toContain('140');
  const health = async (): Promise<unknown> => (await fetch(`${service.url}/healthz`)).json();
  await expect.poll(health, { interval: 10, timeout: back }).toMatchObject({ status: 'alive', health: 'degraded' });
  await backAgain(service);
});

it('D5 when it dies again and again it is left alone for a while, and questions go on', async () => {
  const service = await startService({ BLUELAMP_INDEX_DIR });
  for (let death = 0; death < 6; death += 1) {
    await backAgain(service);
    signalEmbedder(service, 'SIGKILL');
    await expect.poll(() => metric(service, 'bluelamp_embedder_restarts'), { timeout: back }).toBe(death + 1);
  }
  const ready = await fetch(`${service.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('degraded')]);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(service, `${question} ${n}`)));
  expect(answers.every(isOnWords)).toBe(true);
  expect(childrenOf(service.pid)).toEqual([]);
  expect(await metric(service, 'bluelamp_embedder_restarts')).toBe(6);
  expect(logged(service).filter(({ event }) => event === 'embedder-degraded')).toHaveLength(1);
});
