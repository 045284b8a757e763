// Slack and the real service, in a process of its own that can be killed.
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { botToken, eventOf, secret, signed } from '../delivery/slack/slack-service.ts';
import { temporaryFolder } from '../delivery/cli/real-command.ts';
import { startSlackStandIn } from '../slack-stand-in/slack-stand-in.ts';
import type { SlackStandIn } from '../slack-stand-in/slack-stand-in.ts';
import { ask, builtIndex, question, startService } from './running-service.ts';
import type { RunningService } from './running-service.ts';

let indexDir = '';

beforeAll(async () => {
  indexDir = await builtIndex();
});

async function standInForTest(): Promise<SlackStandIn> {
  const standIn = await startSlackStandIn({ botToken });
  onTestFinished(() => standIn.close());
  return standIn;
}

function start({ apiUrl }: SlackStandIn, dataDir: string): Promise<RunningService> {
  return startService({
    BLUELAMP_INDEX_DIR: indexDir,
    BLUELAMP_DATA_DIR: dataDir,
    BLUELAMP_PUBLIC_URL: 'https://bluelamp.example',
    SLACK_SIGNING_SECRET: secret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: apiUrl,
  });
}

async function mentionIn({ url }: RunningService, ts: string): Promise<number> {
  const body = eventOf({ ts, text: `<@UBOT> ${question}` });
  const headers = { 'content-type': 'application/json', ...signed(body) };
  return (await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status;
}

it('S3: what was acknowledged before the process was killed is answered by the next one, once', async () => {
  const standIn = await standInForTest();
  const dataDir = temporaryFolder();
  standIn.trouble((method) => (method === 'chat.postMessage' ? { status: 503 } : null));
  const killed = await start(standIn, dataDir);
  const times = Array.from({ length: 10 }, (_, at) => `1700000001.00010${at}`);
  expect(await Promise.all(times.map((ts) => mentionIn(killed, ts)))).toEqual(times.map(() => 200));
  killed.running.process.kill('SIGKILL');
  await killed.running.ended;
  standIn.trouble(() => null);
  const next = await start(standIn, dataDir);
  await expect.poll(() => standIn.accepted('chat.postMessage').length, { timeout: 60_000 }).toBe(10);
  const threads = standIn.accepted('chat.postMessage').map(({ body }) => body['thread_ts']);
  expect(new Set(threads)).toEqual(new Set(times));
  next.running.process.kill('SIGTERM');
  expect((await next.running.ended).code).toBe(0);
  expect(standIn.accepted('chat.postMessage')).toHaveLength(10);
});

it('Slack is given the answer that everybody gets, and its link opens the conversation', async () => {
  const standIn = await standInForTest();
  const service = await start(standIn, temporaryFolder());
  const { answer } = await ask(service);
  expect(await mentionIn(service, '1700000001.000100')).toBe(200);
  await expect.poll(() => standIn.accepted('chat.postMessage').length).toBe(1);
  const [posted] = standIn.accepted('chat.postMessage');
  expect(posted?.body['text']).toBe(answer.split('\n')[0]?.replaceAll('**', ''));
  const [, id = ''] = /https:\/\/bluelamp\.example\/\?c=([\w-]+)\|/u.exec(JSON.stringify(posted?.body['blocks'])) ?? [];
  const kept: unknown = await (await fetch(`${service.url}/api/conversations/${id}`)).json();
  expect(kept).toMatchObject({ conversationId: id, turns: [{ question }] });
});

it('what is asked over Slack, and every secret, stays out of the log', async () => {
  const standIn = await standInForTest();
  const service = await start(standIn, temporaryFolder());
  expect(await mentionIn(service, '1700000001.000100')).toBe(200);
  await expect.poll(() => standIn.accepted('reactions.remove').length).toBe(1);
  const { stdout, stderr } = service.running.written();
  expect(stdout).toContain('/slack/events');
  for (const canary of [question, secret, botToken, 'U1', 'C1"']) expect(`${stdout}${stderr}`).not.toContain(canary);
});
