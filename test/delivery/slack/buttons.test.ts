// Commands, buttons, the shortcut and the home page.
import { expect, it } from 'vitest';
import { openOwner } from '../../../src/admission/caller.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { scriptedTurns } from '../../chat/scripted-turns.ts';
import { isRecord } from '../../slack-stand-in/message-rules.ts';
import { mention, eventOf, posted, send, slackService, textOf } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

let triggers = 0;

function command(service: SlackService, fields: Record<string, string>): Promise<Response> {
  const usual = {
    command: '/ask',
    text: 'How many lamps?',
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'C1',
    trigger_id: `t${(triggers += 1)}`,
  };
  return send(
    service,
    'commands',
    new URLSearchParams({ ...usual, response_url: service.standIn.responseUrl(), ...fields }).toString(),
  );
}

function interact(service: SlackService, fields: Record<string, unknown>): Promise<Response> {
  const usual = {
    type: 'block_actions',
    user: { id: 'U1' },
    team: { id: 'T1' },
    trigger_id: `t${(triggers += 1)}`,
    response_url: service.standIn.responseUrl(),
  };
  return send(
    service,
    'interactions',
    new URLSearchParams({ payload: JSON.stringify({ ...usual, ...fields }) }).toString(),
  );
}

/** The button with this label. */
function buttonOf(
  message: Readonly<Record<string, unknown>> | undefined,
  label: string,
): { action_id: string; value: string } {
  const found: { action_id: string; value: string }[] = [];
  JSON.stringify(message ?? {}, (_key, value: unknown) => {
    if (isRecord(value) && value['type'] === 'button' && isRecord(value['text']) && value['text']['text'] === label) {
      found.push({ action_id: String(value['action_id']), value: String(value['value']) });
    }
    return value;
  });
  return found[0] ?? { action_id: 'none', value: '' };
}

function press(
  service: SlackService,
  message: Readonly<Record<string, unknown>> | undefined,
  label: string,
): Promise<Response> {
  return interact(service, { actions: [buttonOf(message, label)] });
}

/** The verdict on the answer of a message. */
async function verdictOn(
  service: SlackService,
  message: Readonly<Record<string, unknown>> | undefined,
): Promise<unknown> {
  const [conversationId = ''] = buttonOf(message, 'Helpful').value.split('.');
  const conversation = await service.conversations.read({ conversationId, owner: openOwner });
  return conversation?.turns[0]?.feedback;
}

it('/ask answers over its own address, to the asker alone, and restates the question', async () => {
  const service = await slackService();
  const response = await command(service, {});
  expect([response.status, await response.text()]).toEqual([200, '']);
  const [message] = await posted(service, 1, 'response');
  expect(message).toMatchObject({ response_type: 'ephemeral', text: '“Nine lamps stand on the quay.” [1]' });
  expect(textOf(message)).toMatch(
    /^You asked: “How many lamps\?”[^]*Only you see this\.[^]*Helpful\nNot helpful\nShare\nKeep$/u,
  );
  expect(service.standIn.accepted('chat.postMessage')).toEqual([]);
});

it.each([
  ['/commitment', 'lamps', 'What did we commit to on lamps?'],
  ['/compare', 'lamps', 'How do the strategies compare on lamps?'],
])('%s asks on a subject', async (name, text, question) => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await command(service, { command: name, text });
  const [message] = await posted(service, 1, 'response');
  expect(asked[0]?.question).toBe(question);
  expect(textOf(message)).toContain(`You asked: “${name} ${text}”`);
});

it.each(['', ' ', 'help'])('a command with %j is told what there is to ask', async (text) => {
  const service = await slackService();
  const help: unknown = await (await command(service, { text })).json();
  expect(help).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Ask me something') });
  expect(JSON.stringify(help)).toMatch(/\/commitment[^]*\/compare[^]*How many lamps stand on the quay\?/u);
});

it('a command that cannot be kept is told so at once', async () => {
  const full = new AppError('disk-full', 'The disk is full. Tell whoever runs Bluelamp.');
  const service = await slackService({ storeFault: full });
  expect(await (await command(service, {})).json()).toEqual({ response_type: 'ephemeral', text: full.message });
  expect(service.logged).toContainEqual(expect.objectContaining({ event: 'slack-command-not-kept' }));
});

it('an address for the answer that is not Slack’s is refused', async () => {
  const service = await slackService();
  expect((await command(service, { response_url: 'http://127.0.0.1:1/steal' })).status).toBe(400);
  expect(await service.store.unfinished()).toEqual([]);
});

it('feedback is kept once, can be changed, and is thanked for to the one who gave it', async () => {
  const service = await slackService();
  await mention(service);
  const [message] = await posted(service, 1);
  await press(service, message, 'Helpful');
  await press(service, message, 'Helpful');
  expect(await verdictOn(service, message)).toMatchObject({ verdict: 'helpful', reason: null });
  await press(service, message, 'Not helpful');
  const replies = await posted(service, 3, 'response');
  expect(replies.map(({ response_type: type }) => type)).toEqual(['ephemeral', 'ephemeral', 'ephemeral']);
  await press(service, replies[2], 'Wrong document');
  expect(await verdictOn(service, message)).toMatchObject({ verdict: 'unhelpful', reason: 'document' });
  expect(buttonOf(message, 'Helpful').value.length).toBeLessThanOrEqual(300);
});

it('feedback on an answer that is no longer kept is told so', async () => {
  const service = await slackService();
  await interact(service, { actions: [{ action_id: 'bluelamp_helpful', value: 'no-conversation.no-message' }] });
  expect((await posted(service, 1, 'response'))[0]).toMatchObject({ text: 'That answer is no longer kept.' });
});

it('a private answer is shared once, by name, and loses its choice', async () => {
  const service = await slackService();
  await command(service, {});
  const [message] = await posted(service, 1, 'response');
  await press(service, message, 'Share');
  await press(service, message, 'Share');
  const [, shared, replaced] = await posted(service, 3, 'response');
  expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
  expect(textOf(shared)).toMatch(/^<@U1> asked: “How many lamps\?”[^]*Helpful\nNot helpful$/u);
  expect(replaced).toMatchObject({ replace_original: true, text: 'It is shared with everyone here.' });
});

it('a private answer that is kept stays, without the choice', async () => {
  const service = await slackService();
  await command(service, {});
  const [message] = await posted(service, 1, 'response');
  await press(service, message, 'Keep');
  const [, kept] = await posted(service, 2, 'response');
  expect(kept).toMatchObject({ response_type: 'ephemeral', replace_original: true });
  expect(textOf(kept)).toMatch(/Helpful\nNot helpful$/u);
});

it('Explain this answers on the words of a message, to the one who asked', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await interact(service, {
    type: 'message_action',
    callback_id: 'explain_this',
    message: { text: 'Nine &amp; <@U5> lamps', ts: '1.1' },
  });
  expect((await posted(service, 1, 'response'))[0]).toMatchObject({ response_type: 'ephemeral' });
  expect(asked[0]?.question).toBe('Nine & lamps');
});

it('the home page shows examples; one that is picked is answered in the messages, which then go on', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await send(service, 'events', eventOf({ type: 'app_home_opened', tab: 'home' }));
  const [home] = await posted(service, 1, 'views.publish');
  expect(home).toMatchObject({ user_id: 'U1' });
  await interact(service, {
    response_url: undefined,
    actions: [{ action_id: 'bluelamp_example', value: 'example-1' }],
  });
  const [message] = await posted(service, 1);
  expect(message).toMatchObject({ channel: 'U1' });
  expect(textOf(message)).toMatch(/^You asked: “How deep is the basin\?”/u);
  await mention(service, {
    type: 'message',
    channel_type: 'im',
    channel: 'D1',
    thread_ts: '1700000000.000001',
    text: 'and at low tide?',
  });
  await posted(service, 2);
  expect(asked[1]?.history).toMatchObject([{ question: 'How deep is the basin?' }]);
});

it('what Slack sends and nobody waits for is acknowledged', async () => {
  const service = await slackService();
  for (const fields of [
    { type: 'view_closed' },
    { actions: [{ action_id: 'another', value: 'x' }] },
    { type: 'shortcut', callback_id: 'other' },
  ]) {
    expect((await interact(service, fields)).status).toBe(200);
  }
  expect((await interact(service, { user: null })).status).toBe(400);
});
