import { expect, it } from 'vitest';
import { rehearseSlack } from '../../../src/delivery/http/rehearse-slack.ts';
import { secret, slackService } from '../slack/slack-service.ts';
import { harbourApp } from './made-up-strategies.ts';

it('S2: the way of a message is gone over before the first one, and nothing is kept, told or sent of it', async () => {
  const service = await slackService();
  const calls = service.standIn.calls.length;
  const events: unknown[] = [];
  const door = { ...service.door, event: (body: unknown) => (events.push(body), service.door.event(body)) };
  const { parts, logged } = await harbourApp({ slack: { signingSecret: secret, door } });
  await rehearseSlack(parts);
  expect(events).toHaveLength(30);
  expect(await service.store.unfinished()).toEqual([]);
  expect(service.standIn.calls).toHaveLength(calls);
  expect(logged).toEqual([]);
  expect(await parts.metrics.render()).not.toContain('/slack/events');
});

it('where Slack is not set up there is nothing to go over', async () => {
  const { parts, logged } = await harbourApp();
  await rehearseSlack(parts);
  expect(logged).toEqual([]);
});
