// S6: loops and Socket Mode.
import { expect, it, onTestFinished } from 'vitest';
import { openSlackSocket } from '../../../src/adapters/slack-socket.ts';
import type { SlackSocket } from '../../../src/adapters/slack-socket.ts';
import { eventOf, mention, posted, send, slackService, startStandIn } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

/** The service with the socket beside it, as it is composed. */
async function connected(): Promise<{ service: SlackService; socket: SlackSocket; logged: string[] }> {
  const service = await slackService();
  const { door, standIn } = service;
  const logged: string[] = [];
  const socket = openSlackSocket({
    appToken: 'xapp-made-up',
    apiUrl: standIn.apiUrl,
    receive: ({ type, body }) =>
      type === 'events_api'
        ? door.event(body)
        : type === 'slash_commands'
          ? door.command(body)
          : door.interaction(body),
    log: (_level, event) => void logged.push(event),
    backOff: { first: 20, longest: 100 },
  });
  onTestFinished(() => socket.close());
  return { service, socket, logged };
}

const payload = (fields: Record<string, unknown> = {}): unknown => JSON.parse(eventOf(fields));

it.each([
  ['its own message', { user: 'UBOT', bot_id: 'BBOT' }],
  ['its own message, told by the user alone', { user: 'UBOT' }],
  ['another bot’s', { bot_id: 'B7' }],
  ['an edit', { type: 'message', subtype: 'message_changed', channel_type: 'im' }],
  ['a deletion', { type: 'message', subtype: 'message_deleted', channel_type: 'im' }],
  ['a mention that was edited in', { edited: { user: 'U1', ts: '1.1' } }],
  ['Slackbot’s greeting', { type: 'message', channel_type: 'im', user: 'USLACKBOT' }],
  ['somebody who joined', { type: 'message', subtype: 'channel_join', channel_type: 'im' }],
])('S6: %s is never answered', async (_name, fields) => {
  const service = await slackService();
  await mention(service, fields);
  await mention(service, { ts: '1700000001.000900' });
  expect((await posted(service, 1))[0]).toMatchObject({ thread_ts: '1700000001.000900' });
  await expect.poll(() => service.store.unfinished()).toEqual([]);
});

it('S6: what comes over the socket is kept, acknowledged and answered like what comes over HTTP', async () => {
  const { service } = await connected();
  await expect.poll(() => service.standIn.sockets().open).toBe(1);
  expect(await service.standIn.sendEnvelope('events_api', payload({ ts: '1700000001.000100' }))).toEqual({});
  await posted(service, 1);
  const form = {
    command: '/ask',
    text: '',
    user_id: 'U1',
    response_url: service.standIn.responseUrl(),
    trigger_id: 't',
  };
  expect(await service.standIn.sendEnvelope('slash_commands', form)).toMatchObject({ response_type: 'ephemeral' });
  const click = { type: 'block_actions', user: { id: 'U1' }, actions: [{ action_id: 'another', value: 'x' }] };
  expect(await service.standIn.sendEnvelope('interactive', click)).toEqual({});
});

it('S6: the same event over both ways is answered once', async () => {
  const { service } = await connected();
  await expect.poll(() => service.standIn.sockets().open).toBe(1);
  const body = eventOf({ ts: '1700000001.000100' });
  expect(await service.standIn.sendEnvelope('events_api', JSON.parse(body))).toEqual({});
  expect((await send(service, 'events', body)).status).toBe(200);
  await mention(service, { ts: '1700000002.000100' });
  await posted(service, 2);
});

it('S6: a connection that is dropped again and again is made again, and nothing acknowledged is lost', async () => {
  const { service, socket } = await connected();
  const { standIn } = service;
  for (let round = 1; round <= 3; round += 1) {
    await expect.poll(() => standIn.sockets()).toEqual({ open: 1, opened: round });
    await expect.poll(() => socket.isConnected()).toBe(true);
    expect(await standIn.sendEnvelope('events_api', payload({ ts: `170000000${round}.000100` }))).toEqual({});
    standIn.dropSockets();
  }
  await posted(service, 3);
});

it('S6: what cannot be kept is not acknowledged, and comes again', async () => {
  const { service, logged } = await connected();
  await expect.poll(() => service.standIn.sockets().open).toBe(1);
  await service.close();
  expect(await service.standIn.sendEnvelope('events_api', payload(), 300)).toBeNull();
  expect(logged).toContain('slack-not-acknowledged');
});

it('S6: a Slack that lets nobody in is tried again, ever more seldom, and the process lives', async () => {
  const standIn = await startStandIn();
  let refusals = 0;
  standIn.trouble((method) => {
    if (method !== 'apps.connections.open') return null;
    refusals += 1;
    return refusals > 3 ? null : refusals === 1 ? { error: 'too_many_websockets' } : { status: 500 };
  });
  const logged: unknown[] = [];
  const socket = openSlackSocket({
    appToken: 'xapp-made-up',
    apiUrl: standIn.apiUrl,
    receive: async () => ({}),
    log: (_level, event, fields) => void logged.push([event, fields]),
    backOff: { first: 10, longest: 40 },
  });
  onTestFinished(() => socket.close());
  await expect.poll(() => socket.isConnected()).toBe(true);
  expect(logged).toContainEqual(['slack-socket-refused', { error: 'too_many_websockets' }]);
  await socket.close();
  await expect.poll(() => standIn.sockets().open).toBe(0);
});
