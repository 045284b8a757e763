// What whoever watches the service can see of Slack.
import { expect, it } from 'vitest';
import { scriptedTurns } from '../../chat/scripted-turns.ts';
import { eventOf, mention, posted, send, slackService, startStandIn } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

/** The lines of Slack's metrics, by name and labels. */
async function counted({ metrics }: SlackService): Promise<Record<string, number>> {
  const lines = (await metrics()).matchAll(/^bluelamp_slack_(?<name>\S+) (?<value>\S+)$/gmu);
  return Object.fromEntries([...lines].map(({ groups }) => [groups?.['name'], Number(groups?.['value'])]));
}

it('counts what came by kind, what came again, what was delivered and what waits', async () => {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const service = await slackService({ turns: scriptedTurns(() => finished).turns });
  const body = eventOf({});
  await send(service, 'events', body);
  await send(service, 'events', body, { 'x-slack-retry-num': '1' });
  await send(service, 'events', eventOf({ type: 'app_home_opened', tab: 'home' }));
  const responseUrl = service.standIn.responseUrl();
  for (const command of ['/ask', '/canary']) {
    const form = { command, text: 'help', user_id: 'U1', team_id: 'T1', response_url: responseUrl };
    await send(service, 'commands', new URLSearchParams(form).toString());
  }
  await posted(service, 1, 'views.publish');
  await expect.poll(() => counted(service)).toMatchObject({ waiting: 1 });
  finish();
  await posted(service, 1);
  await expect
    .poll(() => counted(service))
    .toEqual({
      'received_total{kind="question"}': 2,
      'received_total{kind="home"}': 1,
      'received_total{kind="ask"}': 1,
      'received_total{kind="command"}': 1,
      repeated_total: 1,
      'messages_total{outcome="delivered"}': 2,
      waiting: 0,
    });
});

it('counts failures by code, refusals for good, and calls that are made again by why', async () => {
  const troubles = [{ status: 429, retryAfter: 1 }, { status: 500 }, { error: 'channel_not_found' }];
  const standIn = await startStandIn();
  standIn.trouble((method) => (method === 'chat.postMessage' ? (troubles.shift() ?? null) : null));
  const service = await slackService({
    standIn,
    turns: scriptedTurns(() => Promise.reject(new Error('made up'))).turns,
  });
  await mention(service);
  await expect
    .poll(() => counted(service), { timeout: 5_000 })
    .toMatchObject({
      'failures_total{code="internal"}': 1,
      'retries_total{reason="rate-limited"}': 1,
      'retries_total{reason="unreachable"}': 1,
      'messages_total{outcome="refused"}': 1,
    });
});
