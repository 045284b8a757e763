// S4: Slack slow, down, in a hurry or without trust in us. Nothing falls over, and nothing inside is told.
import { expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { scriptedTurns } from '../../chat/scripted-turns.ts';
import type { Trouble } from '../../slack-stand-in/slack-stand-in.ts';
import { mention, posted, slackService, startStandIn, textOf } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

/** The first posts meet with trouble, the others with none. */
async function troubled(...troubles: readonly Trouble[]): Promise<SlackService> {
  const left = [...troubles];
  const standIn = await startStandIn();
  standIn.trouble((method) => (method === 'chat.postMessage' ? (left.shift() ?? null) : null));
  return slackService({ standIn, callLimit: 150 });
}

const posts = ({ standIn }: SlackService): string[] =>
  standIn.calls.filter(({ method }) => method === 'chat.postMessage').map(({ result }) => result);

it.each<[string, Trouble]>([
  ['429', { status: 429, retryAfter: 1 }],
  ['`ratelimited` within a 200', { error: 'ratelimited', retryAfter: 1 }],
])('S4: %s is obeyed: nothing is sent to the channel before its time', async (_name, trouble) => {
  const service = await troubled(trouble);
  const started = performance.now();
  await mention(service);
  await posted(service, 1);
  expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
  expect(posts(service)).toHaveLength(2);
});

it.each<[string, Trouble]>([
  ['a fault of Slack’s', { status: 503 }],
  ['no answer at all', 'hang'],
])('S4: after %s the answer is sent again, once it can be', async (_name, trouble) => {
  const service = await troubled(trouble, trouble);
  await mention(service);
  await posted(service, 1);
  expect(service.door.notes()).toEqual([]);
});

it('S4: while Slack is down health says so, and says no more when it is back', async () => {
  const service = await troubled(...Array.from({ length: 4 }, () => ({ status: 500 })));
  await mention(service);
  await expect.poll(() => service.door.notes()).toEqual(['Slack cannot be reached; answers wait until it can.']);
  const health = await (await service.app.request('/healthz')).json();
  expect(health).toMatchObject({ health: 'degraded' });
  await posted(service, 1);
  expect(service.door.notes()).toEqual([]);
});

it('S4: a channel is sent one message a second, as Slack takes them, and no other channel waits for it', async () => {
  const standIn = await startStandIn({ limitsRate: true });
  const service = await slackService({ standIn, limits: { channelPace: 1_000 } });
  for (let time = 0; time < 3; time += 1) await mention(service, { channel: 'CBUSY' });
  await mention(service, { channel: 'COTHER' });
  const channels = (await posted(service, 4)).map(({ channel }) => channel);
  expect(channels.indexOf('COTHER')).toBeLessThanOrEqual(1);
  // Slack never had to say that it was too fast.
  expect(posts(service)).toEqual(['ok', 'ok', 'ok', 'ok']);
});

it.each(['token_revoked', 'invalid_auth', 'account_inactive'])(
  'S4: %s is logged by its name and not hammered; health says what to do, and the rest of the service goes on',
  async (error) => {
    const standIn = await startStandIn();
    const service = await slackService({ standIn });
    standIn.trouble(() => ({ error }));
    for (let time = 0; time < 5; time += 1) await mention(service);
    await expect.poll(() => service.door.notes()).toEqual([expect.stringContaining(`(${error})`)]);
    await expect.poll(() => posts(service).length).toBe(1);
    expect(service.logged).toContainEqual({ level: 'error', event: 'slack-token-refused', fields: { error } });
    const ask = {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: '{"question":"How deep?"}',
    };
    expect((await service.app.request('/api/ask', ask)).status).toBe(200);
    expect(posts(service)).toHaveLength(1);
    expect(await service.store.unfinished()).toHaveLength(5);
  },
);

it('S4: a token that is no good is found out at the start', async () => {
  const standIn = await startStandIn({ botToken: 'xoxb-another' });
  const service = await slackService({ standIn });
  expect(service.door.notes()).toEqual([expect.stringContaining('(invalid_auth)')]);
});

it('S4: where blocks are refused the answer goes out as a text that keeps its sources', async () => {
  const service = await troubled({ error: 'invalid_blocks' });
  await mention(service);
  const [message] = await posted(service, 1);
  expect(message).not.toHaveProperty('blocks');
  expect(message?.['text']).toMatch(
    /“Nine lamps stand on the quay\.” \[1\]\n\[1\] \*<http:\/\/bluelamp\.example\/documents[^]*Open in full/u,
  );
  expect(posts(service)).toEqual(['invalid_blocks', 'ok']);
});

it('S4: what Slack refuses for good is not sent again', async () => {
  const service = await troubled({ error: 'channel_not_found' });
  await mention(service);
  await expect.poll(() => service.store.unfinished()).toEqual([]);
  expect(posts(service)).toEqual(['channel_not_found']);
  expect(service.logged).toContainEqual(expect.objectContaining({ event: 'slack-refused' }));
});

it('S4: the line is of bounded length: the oldest is refused, with a log line and a word to whoever asked', async () => {
  const standIn = await startStandIn();
  standIn.trouble((method) => (method === 'chat.postMessage' ? { status: 500 } : null));
  const service = await slackService({ standIn, limits: { mostWaiting: 3 } });
  for (let time = 0; time < 5; time += 1) await mention(service, { channel: `C${time}` });
  expect(await service.store.unfinished()).toHaveLength(3);
  expect(service.logged.filter(({ event }) => event === 'slack-job-refused')).toHaveLength(2);
  await expect
    .poll(() => standIn.calls.filter(({ body }) => String(body['text']).startsWith('There are more questions')).length)
    .toBe(2);
  standIn.trouble(() => null);
  const channels = (await posted(service, 3)).map(({ channel }) => channel);
  expect(new Set(channels)).toEqual(new Set(['C2', 'C3', 'C4']));
});

it.each([
  ['a fault inside', new Error('canary: /etc/secret'), /^Something went wrong.*reference: [\w-]{22}$/u],
  [
    'too much to do',
    new AppError('overloaded', 'Bluelamp has more questions than it can answer just now.'),
    /^Bluelamp has more questions/u,
  ],
  ['a fault for operators', new AppError('index-damaged', 'canary: /srv/index'), /^Something went wrong/u],
])('S4: after %s the channel is told in a sentence, and the sign is taken away', async (_name, fault, sentence) => {
  const { turns } = scriptedTurns(() => Promise.reject(fault));
  const service = await slackService({ turns });
  await mention(service);
  const [message] = await posted(service, 1);
  expect(message?.['text']).toMatch(sentence);
  expect(textOf(message)).toBe('');
  expect(JSON.stringify(message)).not.toContain('canary');
  await posted(service, 1, 'reactions.remove');
});

it('one person’s haste does not keep others waiting', async () => {
  const service = await slackService({ asksPerMinute: 1 });
  await mention(service, { user: 'U1', ts: '1700000001.000100' });
  await posted(service, 1);
  await mention(service, { user: 'U1', ts: '1700000002.000100' });
  await mention(service, { user: 'U2', ts: '1700000003.000100' });
  const texts = (await posted(service, 3)).map(({ text }) => String(text));
  expect(texts.filter((text) => text.includes('as many questions as one minute allows'))).toHaveLength(1);
});
