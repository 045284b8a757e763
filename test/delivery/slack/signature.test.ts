// S1: forged and replayed requests.
import { expect, it } from 'vitest';
import { harbourApp } from '../http/made-up-strategies.ts';
import { eventOf, mention, posted, send, signed, slackService } from './slack-service.ts';

const now = (): number => Math.floor(Date.now() / 1000);
const body = eventOf({});
const good = (): Record<string, string> => signed(body);
const signature = (): string => good()['x-slack-signature'] ?? '';

it.each<[string, () => Record<string, string>]>([
  ['a wrong secret', () => signed(body, now(), 'another')],
  ['an altered body', () => signed(`${body} `)],
  ['another version', () => ({ ...good(), 'x-slack-signature': signature().replace('v0', 'v1') })],
  ['a time 301 seconds ago', () => signed(body, now() - 301)],
  ['a time 301 seconds ahead', () => signed(body, now() + 301)],
  ['no signature', () => ({ ...good(), 'x-slack-signature': '' })],
  ['no time', () => ({ ...good(), 'x-slack-request-timestamp': '' })],
  ['a time that is none', () => ({ ...good(), 'x-slack-request-timestamp': '1e9' })],
  ['the header twice', () => ({ ...good(), 'x-slack-signature': `${signature()}, ${signature()}` })],
  ['a short signature', () => ({ ...good(), 'x-slack-signature': 'v0=abcd' })],
])('S1: %s is refused, in the same words, and nothing is done', async (_name, headers) => {
  const service = await slackService();
  const response = await send(service, 'events', body, headers());
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { message: 'This address takes requests of Slack’s only.' } });
  expect(await service.store.unfinished()).toEqual([]);
});

it('S1: times up to five minutes off are accepted, either way', async () => {
  const service = await slackService();
  const [early, late] = [eventOf({}), eventOf({})];
  expect((await send(service, 'events', early, signed(early, now() - 290))).status).toBe(200);
  expect((await send(service, 'events', late, signed(late, now() + 290))).status).toBe(200);
});

it('S1: of a valid request that anybody sends three times, the first alone is taken', async () => {
  const service = await slackService();
  const event = eventOf({});
  const headers = signed(event);
  const statuses = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await send(service, 'events', event, headers)).status);
  expect(statuses).toEqual([200, 401, 401]);
  await posted(service, 1);
});

it('S1: a command does not pass for a repetition of Slack’s', async () => {
  const service = await slackService();
  const form = new URLSearchParams({
    command: '/ask',
    text: '',
    user_id: 'U1',
    response_url: service.standIn.responseUrl(),
  }).toString();
  const headers = signed(form);
  expect((await send(service, 'commands', form, headers)).status).toBe(200);
  expect((await send(service, 'commands', form, { ...headers, 'x-slack-retry-num': '1' })).status).toBe(401);
});

it('S1: what could not be kept may be sent again as it was', async () => {
  const service = await slackService();
  await service.close();
  const event = eventOf({});
  const headers = signed(event);
  expect((await send(service, 'events', event, headers)).status).toBe(503);
  expect((await send(service, 'events', event, headers)).status).toBe(503);
});

it('the address is verified with the challenge, but only for Slack', async () => {
  const service = await slackService();
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  const response = await send(service, 'events', challenge);
  expect(await response.json()).toEqual({ challenge: 'abc' });
  expect((await send(service, 'events', challenge, signed(challenge, now(), 'another'))).status).toBe(401);
});

it('an empty body and one that is no JSON are refused, and one over 64 KiB is too large', async () => {
  const service = await slackService();
  expect((await send(service, 'events', '')).status).toBe(400);
  expect((await send(service, 'events', '{')).status).toBe(400);
  const refused = await send(service, 'events', '[]');
  expect([refused.status, refused.headers.get('x-slack-no-retry')]).toEqual([400, '1']);
  expect((await send(service, 'events', ' '.repeat(65_537))).status).toBe(413);
});

it('without a signing secret there are no such addresses', async () => {
  const { app } = await harbourApp();
  for (const name of ['events', 'commands', 'interactions'] as const) {
    expect((await send({ app }, name, '{}')).status).toBe(404);
  }
});

it('without a bot token Slack can verify the address, and sends everything else again later', async () => {
  const { app } = await harbourApp({ slack: { signingSecret: 'made-up-signing-secret', door: null } });
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  expect(await (await send({ app }, 'events', challenge)).json()).toEqual({ challenge: 'abc' });
  const notYet = await send({ app }, 'events', eventOf({}));
  expect([notYet.status, notYet.headers.get('x-slack-no-retry')]).toEqual([503, null]);
  expect((await send({ app }, 'commands', 'command=%2Fask')).status).toBe(503);
});

it('a request to verify the certificate is answered', async () => {
  const service = await slackService();
  expect((await send(service, 'commands', 'ssl_check=1&token=x')).status).toBe(200);
  await mention(service);
  await posted(service, 1);
});
