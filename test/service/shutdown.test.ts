// D3: how the service ends when it is told to.
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../delivery/cli/real-command.ts';
import { connect } from '../delivery/ws/chat-client.ts';
import { ask, builtIndex, childrenOf, isAlive, logged, question, startService } from './running-service.ts';

/** Milliseconds: what a supervisor grants. */
const granted = 10_000;

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

it('D3 with a hundred open streams it is not ready at once, answers or sends away everyone, and ends in time', async () => {
  const data = { BLUELAMP_INDEX_DIR, BLUELAMP_DATA_DIR: temporaryFolder() };
  const service = await startService(data);
  const clients = await Promise.all(Array.from({ length: 100 }, () => connect(service.url)));
  // Held up, so that all are under way when the signal comes.
  for (const pid of childrenOf(service.pid)) process.kill(pid, 'SIGSTOP');
  for (const client of clients) client.ask('one', question);
  await Promise.all(clients.map((client) => client.first('accepted', 'one')));
  const late = await connect(service.url);
  const children = childrenOf(service.pid);
  const ready = (): Promise<number> =>
    fetch(`${service.url}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  expect(await ready()).toBe(200);

  const started = performance.now();
  service.running.process.kill('SIGTERM');
  await service.running.until(/"stopping"/u);
  // Refused, or nobody listens any more.
  expect([503, 0]).toContain(await ready());
  expect((await late.closed).code).toBe(1012);
  const closings = await Promise.all(clients.map((client) => client.closed));
  expect(new Set(closings.map(({ code }) => code))).toEqual(new Set([1012]));
  const { code } = await service.running.ended;
  expect(code).toBe(0);
  expect(performance.now() - started).toBeLessThan(granted);
  const ends = clients.map((client) => client.of('one').at(-1)?.type);
  expect(ends.filter((type) => type === 'error')).toEqual([]);
  expect(children.filter(isAlive)).toEqual([]);
  expect(logged(service).at(-1)).toMatchObject({ event: 'stopped', outcome: 'clean' });

  // Whoever had an answer has it still, and whoever had none asks again and goes on.
  const after = await startService(data);
  const answers = clients.flatMap(({ frames }) =>
    frames.flatMap((each) => (each.type === 'answer' ? [each.answer] : [])),
  );
  for (const { conversationId, messageId } of answers) {
    const response = await fetch(`${after.url}/api/conversations/${conversationId}`);
    expect(await response.json()).toMatchObject({ turns: [{ messageId }] });
  }
  const client = await connect(after.url);
  client.ask('one', question);
  await client.first('answer', 'one');
});

it('D3 told twice it waits for nobody', async () => {
  const service = await startService({ BLUELAMP_INDEX_DIR });
  const children = childrenOf(service.pid);
  const client = await connect(service.url);
  for (const pid of children) process.kill(pid, 'SIGSTOP');
  client.ask('one', question);
  await client.first('accepted', 'one');
  service.running.process.kill('SIGTERM');
  await service.running.until(/"stopping"/u);
  const started = performance.now();
  service.running.process.kill('SIGTERM');
  expect((await service.running.ended).code).toBe(1);
  expect(performance.now() - started).toBeLessThan(granted / 10);
  for (const pid of children) if (isAlive(pid)) process.kill(pid, 'SIGCONT');
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([]);
});

it('D3 what was answered before the end is there after it', async () => {
  const data = { BLUELAMP_INDEX_DIR, BLUELAMP_DATA_DIR: `${BLUELAMP_INDEX_DIR}-data` };
  const before = await startService(data);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(before, `${question} ${n}`)));
  before.running.process.kill('SIGTERM');
  await before.running.ended;
  const after = await startService(data);
  for (const { conversationId, messageId } of answers) {
    const response = await fetch(`${after.url}/api/conversations/${conversationId}`);
    expect(await response.json()).toMatchObject({ turns: [{ messageId }] });
  }
});
