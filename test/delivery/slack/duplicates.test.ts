// S2, S3: acknowledged at once, answered once, and never lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Turns } from '../../../src/chat/turn.ts';
import { scriptedTurns, turnResult } from '../../chat/scripted-turns.ts';
import { eventOf, mention, posted, send, slackService, startStandIn } from './slack-service.ts';

it('S2: 30 mentions at one instant are acknowledged before any is answered, and answered once in their own threads', async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { turns, asked } = scriptedTurns(() => begun);
  const service = await slackService({ turns });
  const bodies = Array.from({ length: 30 }, (_, at) =>
    eventOf({ channel: `C${at % 3}`, user: `U${at}`, ts: `1700000100.${String(at).padStart(6, '0')}` }),
  );
  const responses = await Promise.all(bodies.map((body) => send(service, 'events', body)));
  expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  expect(service.standIn.accepted('chat.postMessage')).toEqual([]);
  begin();
  const threads = (await posted(service, 30)).map(({ channel, thread_ts: thread }) =>
    JSON.stringify([channel, thread]),
  );
  expect(new Set(threads).size).toBe(30);
  await posted(service, 30, 'reactions.remove');
  expect(asked).toHaveLength(30);
});

it('S2: what arrives together goes to disk together, before any work on it begins', async () => {
  let begun = 0;
  const { turns } = scriptedTurns(async () => void (begun += 1));
  const service = await slackService({ turns });
  const acknowledged = Array.from({ length: 20 }, () => send(service, 'events', eventOf({})).then(() => begun));
  expect(Math.max(...(await Promise.all(acknowledged)))).toBe(0);
  await posted(service, 20);
});

it('S2: what arrives while others are being answered is acknowledged before any more work begins', async () => {
  let begun = 0;
  let closeTheDoor = (): void => undefined;
  const someBegun = new Promise<void>((resolve) => (closeTheDoor = resolve));
  const { turns } = scriptedTurns(async () => {
    begun += 1;
    // The engine's work lets nothing else happen while it lasts.
    const end = performance.now() + 10;
    while (performance.now() < end);
    if (begun === 3) closeTheDoor();
  });
  const service = await slackService({ turns });
  await Promise.all(Array.from({ length: 20 }, () => send(service, 'events', eventOf({}))));
  await someBegun;
  const before = begun;
  const acknowledged = Array.from({ length: 20 }, () => send(service, 'events', eventOf({})).then(() => begun));
  // Two answers may be under way at a time.
  expect(Math.max(...(await Promise.all(acknowledged)))).toBeLessThanOrEqual(before + 2);
  await posted(service, 40);
});

it('S2: a question that waits for a language model keeps no other waiting', async () => {
  let word = (): void => undefined;
  const worded = new Promise<void>((resolve) => (word = resolve));
  const { turns, asked } = scriptedTurns();
  const waiting: Turns = {
    ...turns,
    async *stream(request) {
      for await (const event of turns.stream(request)) {
        if (event.type === 'answer') {
          yield { type: 'wording' };
          await worded;
        }
        yield event;
      }
      return turnResult();
    },
  };
  const service = await slackService({ turns: waiting });
  for (let at = 0; at < 6; at += 1) await mention(service);
  await expect.poll(() => asked.length).toBe(6);
  expect(service.standIn.accepted('chat.postMessage')).toEqual([]);
  word();
  await posted(service, 6);
});

it('S2: slow work is acknowledged at once; it is said that it goes on, and the answer comes when it is there', async () => {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const { turns } = scriptedTurns(() => finished);
  const service = await slackService({ turns, limits: { stillWorkingAfter: 30 } });
  await mention(service, { ts: '1700000001.000100' });
  const [notice] = await posted(service, 1, 'chat.postEphemeral');
  expect(notice).toMatchObject({
    user: 'U1',
    thread_ts: '1700000001.000100',
    text: expect.stringMatching(/still working/iu),
  });
  expect(service.standIn.accepted('chat.postMessage')).toEqual([]);
  finish();
  await posted(service, 1);
});

it('whoever waits in the line is told how many questions are before theirs', async () => {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const { turns } = scriptedTurns(() => finished);
  const service = await slackService({ turns, limits: { stillWorkingAfter: 150 } });
  for (let at = 0; at < 5; at += 1) await mention(service, { user: `U${at}` });
  const notices = await posted(service, 5, 'chat.postEphemeral');
  const told = new Map(notices.map(({ user, text }) => [user, text]));
  expect(['U0', 'U2', 'U3', 'U4'].map((user) => told.get(user))).toEqual([
    'Still working on it. The answer will be posted here.',
    'Still working on it. The answer will be posted here.',
    'Still working on it. 1 question is before yours. The answer will be posted here.',
    'Still working on it. 2 questions are before yours. The answer will be posted here.',
  ]);
  finish();
  await posted(service, 5);
});

it('S3: an event that is sent four times, and a mention that comes as a message too, are answered once', async () => {
  const service = await slackService();
  const fields = { channel: 'D1', ts: '1700000001.000100' };
  const body = eventOf(fields, 'EvSame');
  for (const number of ['', '1', '2', '3']) {
    const retried: Record<string, string> =
      number === '' ? {} : { 'x-slack-retry-num': number, 'x-slack-retry-reason': 'http_timeout' };
    expect((await send(service, 'events', body, retried)).status).toBe(200);
  }
  await mention(service, { ...fields, type: 'message', channel_type: 'im' });
  await mention(service, { ts: '1700000002.000100' });
  const threads = (await posted(service, 2)).map(({ thread_ts: thread }) => thread);
  expect(threads).toEqual(expect.arrayContaining(['1700000001.000100', '1700000002.000100']));
});

it('S3: an event that arrives only as a repetition is answered', async () => {
  const service = await slackService();
  await send(service, 'events', eventOf({}), { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_error' });
  await posted(service, 1);
});

it('S3: a repetition is known after a restart', async () => {
  const before = await slackService();
  const body = eventOf({}, 'EvBefore');
  await send(before, 'events', body);
  await posted(before, 1);
  await posted(before, 1, 'reactions.remove');
  await before.close();
  const after = await slackService({ dataDir: before.dataDir, standIn: before.standIn });
  expect((await send(after, 'events', body, { 'x-slack-retry-num': '1' })).status).toBe(200);
  await mention(after);
  await posted(after, 2);
});

it('S3: what was acknowledged and not answered is taken up at the next start, as one turn', async () => {
  const { turns, asked } = scriptedTurns(() => sleep(60_000, undefined, { ref: false }));
  const before = await slackService({ turns });
  await mention(before, { ts: '1700000001.000100' });
  await expect.poll(() => asked.length).toBe(1);
  await before.close();
  const after = await slackService({ dataDir: before.dataDir, standIn: before.standIn });
  expect((await posted(after, 1))[0]).toMatchObject({ thread_ts: '1700000001.000100' });
  await expect.poll(() => after.store.unfinished()).toEqual([]);
});

it('S3: what was answered and could not be delivered is delivered at the next start, and not asked again', async () => {
  const { turns, asked } = scriptedTurns();
  const standIn = await startStandIn();
  standIn.trouble((method) => (method === 'chat.postMessage' ? { status: 503 } : null));
  const before = await slackService({ turns, standIn });
  await mention(before);
  await expect
    .poll(() => standIn.calls.filter(({ method }) => method === 'chat.postMessage').length)
    .toBeGreaterThan(0);
  await before.close();
  standIn.trouble(() => null);
  const after = await slackService({ turns, standIn, dataDir: before.dataDir });
  await posted(after, 1);
  expect(asked).toHaveLength(1);
  // The sign of the first process is taken away by the second.
  await posted(after, 1, 'reactions.remove');
});

it('S3: what lay for more than an hour is left, for its answer would surprise', async () => {
  const first = await slackService();
  const received = new Date(Date.now() - 3_700_000).toISOString();
  const job = {
    kind: 'thread',
    reference: 'r',
    team: 'T1',
    user: 'U1',
    channel: 'C1',
    ts: '1.1',
    thread: '1.1',
    question: 'Old?',
  };
  await first.store.add({ keys: ['event:EvOld'], job: JSON.stringify(job), received });
  await first.close();
  const second = await slackService({ dataDir: first.dataDir, standIn: first.standIn });
  await mention(second, { ts: '1700000002.000100' });
  expect((await posted(second, 1))[0]).toMatchObject({ thread_ts: '1700000002.000100' });
  expect(second.logged).toContainEqual(expect.objectContaining({ event: 'slack-job-too-old' }));
  expect(await second.store.add({ keys: ['event:EvOld'], job: '{}', received })).toBeNull();
});
