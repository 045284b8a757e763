// Slack Connect: people of other organisations, in channels that are shared with them.
import { expect, it } from 'vitest';
import { isOutsider } from '../../../src/delivery/slack/sender.ts';
import { eventOf, posted, send, slackService, startStandIn } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

/** A mention in a channel that is shared; `envelope` stands around the event. */
async function shared(
  service: SlackService,
  fields: Record<string, unknown>,
  envelope: Record<string, unknown> = {},
): Promise<void> {
  const usual: unknown = JSON.parse(eventOf(fields));
  const body = JSON.stringify({ ...Object(usual), is_ext_shared_channel: true, ...envelope });
  expect((await send(service, 'events', body)).status).toBe(200);
}

const ofOurs = { authorizations: [{ user_id: 'UBOT', is_bot: true, team_id: 'T1' }] };

it.each([
  ['by the workspace of the sender', { user_team: 'TOTHER', source_team: 'TOTHER' }, ofOurs],
  ['by the workspace that the message came from', { source_team: 'TOTHER' }, ofOurs],
  ['by the team of the message', { team: 'TOTHER' }, ofOurs],
  ['though the envelope names their workspace', { user_team: 'TOTHER' }, { team_id: 'TOTHER', authorizations: null }],
  ['where nothing tells who it is', {}, ofOurs],
])('an outsider, known %s, is told so alone and gets no answer', async (_name, fields, envelope) => {
  const service = await slackService();
  await shared(service, { user: 'UOUT', ...fields }, envelope);
  const [told] = await posted(service, 1, 'chat.postEphemeral');
  expect(told).toMatchObject({ user: 'UOUT', text: expect.stringContaining('cannot answer you here') });
  expect(await service.store.unfinished()).toEqual([]);
  await shared(service, { user: 'U1', user_team: 'T1', ts: '1700000002.000100' }, ofOurs);
  expect((await posted(service, 1))[0]).toMatchObject({ thread_ts: '1700000002.000100' });
});

it('a flood of outsiders, while Slack is slow, has no more than ten words under way', async () => {
  const standIn = await startStandIn();
  let told = 0;
  standIn.trouble((method) => {
    if (method !== 'chat.postEphemeral') return null;
    told += 1;
    return 'hang';
  });
  const service = await slackService({ standIn });
  for (let time = 0; time < 30; time += 1) await shared(service, { user: `U${time}`, user_team: 'TOTHER' }, ofOurs);
  await expect.poll(() => told).toBe(10);
  // Whoever is of ours is answered meanwhile, after which no further word can be on its way.
  await shared(service, { user: 'U1', user_team: 'T1' }, ofOurs);
  await posted(service, 1);
  expect(told).toBe(10);
  expect(service.logged.filter(({ event }) => event === 'slack-outsider-not-answered')).toHaveLength(30);
});

it('what an outsider says in a thread of ours is left alone without a word', async () => {
  const service = await slackService();
  const thread = '1700000002.000100';
  await shared(service, { user_team: 'T1', ts: thread }, ofOurs);
  await posted(service, 1);
  const reply = { type: 'message', channel_type: 'channel', thread_ts: thread, text: 'and how many in winter?' };
  await shared(service, { ...reply, user: 'UOUT', user_team: 'TOTHER' }, ofOurs);
  await shared(service, { ...reply, user_team: 'T1' }, ofOurs);
  await posted(service, 2);
  expect(service.standIn.accepted('chat.postEphemeral')).toEqual([]);
});

it.each([{ allowedTeams: ['TOTHER'] }, { allowedTeams: 'any' as const }])(
  'outsiders are answered where the settings allow it: %j',
  async (options) => {
    const service = await slackService({ options });
    await shared(service, { user: 'UOUT', user_team: 'TOTHER' }, ofOurs);
    await posted(service, 1);
    expect(service.standIn.accepted('chat.postEphemeral')).toEqual([]);
  },
);

it('a click of an outsider does nothing', async () => {
  const service = await slackService();
  const payload = {
    type: 'block_actions',
    user: { id: 'UOUT', team_id: 'TOTHER' },
    team: { id: 'T1' },
    response_url: service.standIn.responseUrl(),
    actions: [{ action_id: 'bluelamp_example', value: 'example-1' }],
  };
  const click = (given: unknown): Promise<Response> =>
    send(service, 'interactions', new URLSearchParams({ payload: JSON.stringify(given) }).toString());
  expect((await click(payload)).status).toBe(200);
  await click({ ...payload, user: { id: 'U1', team_id: 'T1' }, trigger_id: 't1' });
  expect((await posted(service, 1))[0]).toMatchObject({ channel: 'U1' });
});

it('somebody of our own workspace is none, whoever says which that is', () => {
  const ours = { own: 'T1', allowed: [] };
  expect(isOutsider({ team: 'T1', ours: [], isShared: true }, ours)).toBe(false);
  expect(isOutsider({ team: 'T2', ours: ['T2'], isShared: true }, ours)).toBe(false);
  expect(isOutsider({ team: null, ours: [], isShared: false }, ours)).toBe(false);
  expect(isOutsider({ team: 'T2', ours: ['T1'], isShared: false }, { own: null, allowed: [] })).toBe(true);
});
