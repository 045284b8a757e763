// Questions in threads: answered once, in place, and as a conversation.
import { expect, it } from 'vitest';
import { openOwner } from '../../../src/admission/caller.ts';
import { scriptedTurns } from '../../chat/scripted-turns.ts';
import { mention, posted, send, slackService, textOf } from './slack-service.ts';

it('a mention is answered in its thread, with the quote, its place and its permalink', async () => {
  const service = await slackService();
  await mention(service, { ts: '1700000001.000100' });
  const [message] = await posted(service, 1);
  expect(message).toMatchObject({
    channel: 'C1',
    thread_ts: '1700000001.000100',
    text: '“Nine lamps stand on the quay.” [1]',
    unfurl_links: false,
    unfurl_media: false,
  });
  expect(textOf(message)).toContain(
    '[1] *<http://bluelamp.example/documents/quay-plan-2020?start=10&amp;end=39#quote|Quay Plan 2020>* (2020–2022, published) › Lamps, page 3\n“Nine lamps stand on the quay.”',
  );
  expect(textOf(message)).toMatch(/Open in full[^]*Helpful[^]*Not helpful/u);
});

it('the waiting sign is shown and taken away', async () => {
  const service = await slackService();
  await mention(service, { ts: '1700000001.000100' });
  const sign = { channel: 'C1', timestamp: '1700000001.000100', name: 'eyes' };
  expect((await posted(service, 1, 'reactions.add'))[0]).toEqual(sign);
  expect((await posted(service, 1, 'reactions.remove'))[0]).toEqual(sign);
});

it('a thread is a conversation, in the store of all channels, and goes on without another mention', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await mention(service, { ts: '1700000001.000100' });
  await posted(service, 1);
  const reply = { type: 'message', channel_type: 'channel', thread_ts: '1700000001.000100', text: 'and in winter?' };
  await mention(service, reply);
  const [first, second] = await posted(service, 2);
  expect(second).toMatchObject({ thread_ts: '1700000001.000100' });
  expect(asked[1]).toMatchObject({ question: 'and in winter?', history: [{ question: 'How many lamps?' }] });
  const [, id = ''] = /\?c=([\w-]+)/u.exec(textOf(first)) ?? [];
  const conversation = await service.conversations.read({ conversationId: id, owner: openOwner });
  expect(conversation?.turns.map(({ question }) => question)).toEqual(['How many lamps?', 'and in winter?']);
});

it.each([
  ['in a thread where it was never asked', { thread_ts: '1700000009.000100' }],
  ['that begins a thread', {}],
  ['that turns to somebody else', { thread_ts: '1700000001.000100', text: '<@U7> can you look?' }],
])('a message without a mention %s is left alone', async (_name, fields) => {
  const service = await slackService();
  await mention(service, { ts: '1700000001.000100' });
  await posted(service, 1);
  await mention(service, { type: 'message', channel_type: 'channel', text: 'who is on the quay?', ...fields });
  await mention(service, { ts: '1700000003.000100' });
  expect((await posted(service, 2)).map(({ thread_ts: thread }) => thread)).toEqual([
    '1700000001.000100',
    '1700000003.000100',
  ]);
});

it('threads are not followed where that is switched off', async () => {
  const service = await slackService({ options: { followThreads: false } });
  await mention(service, { ts: '1700000001.000100' });
  await posted(service, 1);
  await mention(service, {
    type: 'message',
    channel_type: 'channel',
    thread_ts: '1700000001.000100',
    text: 'and then?',
  });
  await mention(service, { ts: '1700000003.000100' });
  await posted(service, 2);
});

it('a direct message needs no mention', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await mention(service, {
    type: 'message',
    channel_type: 'im',
    channel: 'D1',
    text: 'a &lt; b &amp; <http://x.example|c>?',
  });
  expect((await posted(service, 1))[0]).toMatchObject({ channel: 'D1' });
  expect(asked[0]?.question).toBe('a < b & c?');
});

it('a thread whose conversation was deleted begins anew', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await mention(service, { ts: '1700000001.000100' });
  const [first] = await posted(service, 1);
  const [, id = ''] = /\?c=([\w-]+)/u.exec(textOf(first)) ?? [];
  const event = {
    time: '2026-01-01T00:00:00.000Z',
    actor: openOwner,
    action: 'delete',
    object: id,
    outcome: 'done',
    requestId: null,
  } as const;
  expect(await service.conversations.remove({ conversationId: id, owner: openOwner }, event)).toBe(true);
  await mention(service, { thread_ts: '1700000001.000100' });
  await posted(service, 2);
  expect(asked[1]?.history).toEqual([]);
});

it('an empty mention is told what there is to ask, and a question that is too long that it is', async () => {
  const service = await slackService();
  await mention(service, { text: '<@UBOT>' });
  await mention(service, { text: `<@UBOT> ${'x'.repeat(2001)}` });
  const texts = (await posted(service, 2)).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining('at most 2,000 characters'));
  expect(texts).toContainEqual(expect.stringContaining('Ask me something'));
});

it('what is said goes to the log of nobody', async () => {
  const service = await slackService();
  await mention(service, { text: '<@UBOT> canary-question?' });
  await posted(service, 1, 'reactions.remove');
  await send(service, 'events', '{"canary-body":1}', { 'x-slack-signature': 'v0=00' });
  expect(JSON.stringify(service.logged)).not.toMatch(/canary|xoxb|made-up-signing/u);
});
